package care.trellis.outreach;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Actor;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to the early warning, for staff and for nobody else: who may be about to leave,
 * why, and what can be done. Nothing is kept of it, so nothing of it can reach a claim, an export
 * or a letter; nobody is refused anything by it.
 */
@Service
public class Warnings {

    private final SignalRecords records;
    private final WarningRules rules;
    private final HomeTime time;
    private final Audit audit;
    private final Clock clock;

    Warnings(SignalRecords records, WarningRules rules, HomeTime time, Audit audit, Clock clock) {
        this.records = records;
        this.rules = rules;
        this.time = time;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One open stay as the rules see it.
     *
     * @param name first name and last initial
     */
    public record Warned(
            ClientId client, String name, String program, LocalDate admittedOn, Warning warning) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "Warned[" + client.value() + " " + warning.band() + "]";
        }
    }

    /** Everybody in care at the actor's sites now, the most pressing first. */
    @Transactional
    public List<Warned> now(Permit permit) {
        return asOf(permit, time.today(), clock.instant());
    }

    /** The same as it would have been at the end of a day: for trying the points on the past. */
    @Transactional
    public List<Warned> asOf(Permit permit, LocalDate day) {
        return asOf(permit, day, day.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private List<Warned> asOf(Permit permit, LocalDate day, Instant now) {
        permit.require(Action.RETENTION_VIEW);
        var warned = judged(permit.actor(), day, now);
        audit.recordMany(permit, "outreach.warning", null, warned.size());
        return warned;
    }

    /** The same for a line that only counts them and opens the page, which records the reading. */
    List<Warned> unread(Actor actor) {
        return judged(actor, time.today(), clock.instant());
    }

    private List<Warned> judged(Actor actor, LocalDate day, Instant now) {
        var stays = records.stays(day, actor.sites());
        var signals = records.of(stays, day, now);
        return stays.stream()
                .map(stay ->
                        new Warned(
                                stay.client(),
                                stay.name(),
                                stay.program(),
                                stay.admittedOn(),
                                rules.judge(Objects.requireNonNull(signals.get(stay.client())))))
                .sorted(
                        Comparator.comparingInt((Warned one) -> one.warning().points())
                                .reversed()
                                .thenComparing(Warned::name))
                .toList();
    }
}
