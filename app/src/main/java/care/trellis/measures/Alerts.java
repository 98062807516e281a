package care.trellis.measures;

import static care.trellis.base.Action.ALERT_ACT;
import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.MEASURE_VIEW;
import static care.trellis.base.Action.OWN_ACCOUNT;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.news.News;
import care.trellis.clients.ClientId;
import care.trellis.measures.Alert.Decision;
import care.trellis.measures.Alert.Risk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to alerts: seen, taken, closed with what was found; escalated when time is up. */
@Service
public class Alerts {

    /** The topic under which open screens hear of alerts. */
    public static final String TOPIC = "alerts";

    private static final Duration CLOSED_SHOWN = Duration.ofDays(14);
    private static final int MOST_CLOSED = 50;

    private final AlertRecords records;
    private final SubjectRecords subjects;
    private final FlagOfAlert flags;
    private final News news;
    private final Audit audit;
    private final Clock clock;

    Alerts(
            AlertRecords records,
            SubjectRecords subjects,
            FlagOfAlert flags,
            News news,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.subjects = subjects;
        this.flags = flags;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** What waits at the sites of the reader, the soonest first. */
    @Transactional(readOnly = true)
    public List<Alert> open(Permit permit) {
        permit.require(MEASURE_VIEW, ALERT_ACT, OWN_ACCOUNT);
        return records.open().stream()
                .filter(alert -> permit.actor().worksAt(alert.site()))
                .toList();
    }

    /** What was closed in the last two weeks, the newest first. */
    @Transactional(readOnly = true)
    public List<Alert> closed(Permit permit) {
        permit.require(MEASURE_VIEW, ALERT_ACT);
        return records.closedSince(clock.instant().minus(CLOSED_SHOWN), MOST_CLOSED).stream()
                .filter(alert -> permit.actor().worksAt(alert.site()))
                .toList();
    }

    /** Every alert of a client, the newest first. */
    @Transactional(readOnly = true)
    public List<Alert> of(Permit permit, ClientId client) {
        permit.require(Giving.resource(client), MEASURE_VIEW, ALERT_ACT, CLIENT_VIEW);
        return records.of(client);
    }

    /** Opens one; that it was seen, and by whom, stands in it from then on. */
    @Transactional
    public Alert see(Permit permit, AlertId id) {
        permit.require(ALERT_ACT);
        var alert = found(permit, id);
        records.seen(id, permit.actor().account(), clock.instant());
        audit.record(permit, "measures.alert", id.value(), alert.client().value(), "seen");
        return found(permit, id);
    }

    /** Takes it: it is this person's from now on. Taken before, it stays as it is. */
    @Transactional
    public Alert take(Permit permit, AlertId id) {
        permit.require(ALERT_ACT);
        var alert = found(permit, id);
        if (records.take(id, permit.actor().account(), permit.actor().staff(), clock.instant())) {
            audit.record(permit, "measures.alert", id.value(), alert.client().value(), "taken");
            if (alert.safety()) {
                flags.taken(permit, alert);
            }
            tell(alert);
        }
        return found(permit, id);
    }

    /**
     * Closes it with what was found and decided. An alert about safety wants the risk; nothing
     * closes without a note. Closed before, it stays as it was closed.
     */
    @Transactional
    public Change<Alert> close(
            Permit permit,
            AlertId id,
            @Nullable Decision decision,
            @Nullable Risk risk,
            boolean planReviewed,
            String note) {
        permit.require(ALERT_ACT);
        var alert = found(permit, id);
        if (!alert.open()) {
            return new Change.Done<>(alert);
        }
        var problems =
                new Problems()
                        .require(
                                decision != null && decision.safety() == alert.safety(),
                                "decision",
                                "MISSING",
                                "Choose what was decided.")
                        .require(
                                !alert.safety() || risk != null,
                                "risk",
                                "MISSING",
                                "Choose the risk that you found.")
                        .text(note, 4000, "note", "what you found and did");
        if (!problems.none() || decision == null) {
            return problems.refused();
        }
        var closing =
                new Alert.Closing(clock.instant(), decision, risk, planReviewed, note.strip());
        if (records.close(id, permit.actor().account(), closing)) {
            audit.record(
                    permit,
                    "measures.alert",
                    id.value(),
                    alert.client().value(),
                    "closed " + decision);
            if (alert.safety()) {
                flags.closed(permit, alert, closing.note());
            }
            tell(alert);
        }
        return new Change.Done<>(found(permit, id));
    }

    /**
     * Where the client's crisis plan is: the newest signed one; where there is none, the page on
     * which it is begun.
     */
    @Transactional(readOnly = true)
    public String crisisPlan(Permit permit, ClientId client) {
        permit.require(ALERT_ACT);
        var path = "/clients/" + client.value();
        return subjects.crisisPlan(client)
                .map(paper -> path + "/papers/" + paper)
                .orElse(path + "/safety");
    }

    /** Marks what is over its time, so that it stands in the director's inbox too. */
    @Transactional
    public int escalate(Permit permit) {
        permit.require(ALERT_ACT);
        var late = records.escalate(clock.instant());
        if (!late.isEmpty()) {
            audit.recordMany(permit, "measures.alert", null, late.size());
            news.tell(OrganizationContext.current(), TOPIC, late);
        }
        return late.size();
    }

    private Alert found(Permit permit, AlertId id) {
        return records.find(id)
                .filter(alert -> permit.actor().worksAt(alert.site()))
                .orElseThrow(NotFound::new);
    }

    private void tell(Alert alert) {
        news.tell(
                OrganizationContext.current(),
                TOPIC,
                List.of(alert.id().value(), alert.client().value()));
    }
}
