package care.trellis.attendance;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Times that nobody saw: where the program closed a session by itself, its end stands for the
 * leaving until a person confirms or corrects it.
 */
@Service
public class Estimates {

    private static final String STAYED = "Stayed to the end, confirmed";

    private final AttendanceRecords records;
    private final Entries entries;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Estimates(AttendanceRecords records, Entries entries, Audit audit, Once once, Clock clock) {
        this.records = records;
        this.entries = entries;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Says of everybody whose leaving from a session is an estimate that they stayed to its end: a
     * correction with the same times, which are then a person's word.
     *
     * @param key of the form; the same key confirms once
     * @return how many were confirmed
     */
    @Transactional
    public int confirm(Permit permit, UUID key, SessionId session) {
        permit.require(
                Action.ATTENDANCE_CORRECT, new Resource(Resource.Kind.SESSION, session.value()));
        if (!once.first(permit, key, "confirm the end of " + session.value())) {
            return 0;
        }
        var now = clock.instant();
        var confirmed = new ArrayList<UUID>();
        for (var mark : records.lockEstimated(permit, session)) {
            var seat =
                    records.seat(permit, session, mark.client())
                            .filter(one -> permit.actor().worksAt(one.site()))
                            .orElseThrow(NotFound::new);
            records.append(
                    permit,
                    Ids.next(),
                    seat,
                    new AttendanceEvent(
                            mark.events() + 1,
                            Kind.CORRECTION,
                            mark.status(),
                            mark.arrivedAt(),
                            mark.leftAt(),
                            Method.STAFF,
                            STAYED,
                            permit.actor().account(),
                            now));
            entries.publish(seat, Entries.reach(seat, now));
            confirmed.add(mark.client().value());
        }
        if (!confirmed.isEmpty()) {
            audit.recordMany(permit, "attendance.event", session.value(), confirmed.size());
            entries.tell(permit, session, confirmed);
        }
        return confirmed.size();
    }
}
