package care.trellis.outreach;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.messages.Messages;
import care.trellis.messages.Remind;
import care.trellis.messages.Wording;
import care.trellis.outreach.ReminderRecords.Visit;
import care.trellis.sessions.RosterChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminders: one per visit and kind, a day or two hours before, as the client wishes. Groups that
 * follow each other are one visit. Whatever takes a client off a roster takes back, in the same
 * transaction, what has not left yet.
 */
@Service
public class Reminders {

    private static final Duration AHEAD = Duration.ofHours(36);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofHours(2);

    /** A reminder of tomorrow is of no use so shortly before. */
    private static final Duration DAY_LASTS_UNTIL = Duration.ofHours(4);

    /** Two hours before is of no use in the last minutes. */
    private static final Duration SOON_LASTS_UNTIL = Duration.ofMinutes(10);

    private final ReminderRecords records;
    private final Messages messages;
    private final Clock clock;

    Reminders(ReminderRecords records, Messages messages, Clock clock) {
        this.records = records;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Asks for every reminder of the next day and a half that was not asked for yet, and takes back
     * those of visits that are not there any more.
     *
     * @return how many were asked for
     */
    @Transactional
    public int plan(Permit permit) {
        permit.require(Action.OUTREACH);
        return plan(permit, null);
    }

    /** A seat was given or taken, or a session called off. */
    @EventListener
    @Transactional
    public void on(RosterChanged change) {
        var permit =
                Access.system(
                        OrganizationContext.current(), Action.OUTREACH, Permit.Purpose.OPERATIONS);
        takeBack(permit, wanted(change.client()), change.client());
    }

    private int plan(Permit permit, @Nullable ClientId only) {
        var wanted = wanted(only);
        takeBack(permit, wanted, only);
        int asked = 0;
        for (var one : wanted) {
            if (records.keep(one.key(), one.visit(), one.kind(), clock.instant())) {
                var visit = one.visit();
                messages.queue(
                        permit,
                        one.key(),
                        visit.client(),
                        Wording.of(one.wording()).at(visit.startsAt().atZone(visit.zone())),
                        one.notBefore(),
                        one.notAfter());
                asked++;
            }
        }
        return asked;
    }

    private void takeBack(Permit permit, List<Wanted> wanted, @Nullable ClientId only) {
        var now = clock.instant();
        var gone = new HashSet<>(records.standing(now, now.plus(AHEAD), only));
        wanted.forEach(one -> gone.remove(one.key()));
        if (!gone.isEmpty()) {
            records.withdraw(gone, now);
            messages.withdraw(permit, gone, "The appointment was changed.");
        }
    }

    /** One reminder as it should be. */
    private record Wanted(
            Visit visit, String kind, String wording, Instant notBefore, Instant notAfter) {

        UUID key() {
            return visit.key(kind);
        }
    }

    private List<Wanted> wanted(@Nullable ClientId only) {
        var now = clock.instant();
        var wanted = new java.util.ArrayList<Wanted>();
        for (var visit : records.ahead(now, now.plus(AHEAD), only)) {
            var remind = Remind.valueOf(visit.remind());
            if (remind.onTheDayBefore()) {
                wanted.add(
                        new Wanted(
                                visit,
                                "DAY",
                                "reminder-day",
                                visit.startsAt().minus(DAY),
                                visit.startsAt().minus(DAY_LASTS_UNTIL)));
            }
            if (remind.soonBefore()) {
                wanted.add(
                        new Wanted(
                                visit,
                                "SOON",
                                "reminder-soon",
                                visit.startsAt().minus(SOON),
                                visit.startsAt().minus(SOON_LASTS_UNTIL)));
            }
        }
        return wanted;
    }
}
