package care.trellis.attendance;

import care.trellis.attendance.AttendanceRecorded.Reach;
import care.trellis.audit.Audit;
import care.trellis.base.Permit;
import care.trellis.base.news.News;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Adds an entry to the record, and tells everybody who must know of it in its transaction. */
@Component
class Entries {

    private final AttendanceRecords records;
    private final Audit audit;
    private final News news;
    private final ApplicationEventPublisher events;

    Entries(AttendanceRecords records, Audit audit, News news, ApplicationEventPublisher events) {
        this.records = records;
        this.audit = audit;
        this.news = news;
        this.events = events;
    }

    /** Appends an event; the mark's row is held by the caller. */
    Recording append(
            Permit permit,
            UUID key,
            AttendanceRecords.Seat seat,
            Mark before,
            AttendanceEvent entry) {
        records.append(permit, key, seat, entry);
        recorded(permit, seat, entry.kind().name(), reach(seat, entry.recordedAt()));
        return new Recording.Recorded(Mark.after(before.client(), entry));
    }

    /** An event stands: the record, the rooms on the right and the open pages hear of it. */
    void recorded(Permit permit, AttendanceRecords.Seat seat, String detail, Reach reach) {
        audit.record(
                permit, "attendance.event", seat.session().value(), seat.client().value(), detail);
        publish(seat, reach);
        tell(permit, seat.session(), List.of(seat.client().value()));
    }

    /** The rooms on the right hear of it. */
    void publish(AttendanceRecords.Seat seat, Reach reach) {
        events.publishEvent(
                new AttendanceRecorded(seat.client(), seat.session(), seat.localDate(), reach));
    }

    /** The open pages hear of it. */
    void tell(Permit permit, SessionId session, List<UUID> clients) {
        var ids = new ArrayList<UUID>();
        ids.add(session.value());
        ids.addAll(clients);
        news.tell(permit.organization(), Attendance.TOPIC, ids);
    }

    static Reach reach(AttendanceRecords.Seat seat, Instant now) {
        return now.isBefore(seat.endsAt()) ? Reach.CLIENT : Reach.GROUP;
    }

    /** Who left before arriving, by some clock, was there for no time. */
    static AttendanceEvent leaving(
            Permit permit, Mark mark, Instant leftAt, Method method, Instant now) {
        return new AttendanceEvent(
                mark.events() + 1,
                Kind.CHECK_OUT,
                Status.PRESENT,
                mark.arrivedAt(),
                mark.arrivedAt() != null && mark.arrivedAt().isAfter(leftAt)
                        ? mark.arrivedAt()
                        : leftAt,
                method,
                "",
                permit.actor().account(),
                now);
    }
}
