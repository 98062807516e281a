package care.trellis.sessions;

import care.trellis.base.Permit;
import care.trellis.base.news.News;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells other rooms and open pages that rosters changed, once per client and day. */
@Component
class RosterNews {

    private final SeatRecords seats;
    private final News news;
    private final ApplicationEventPublisher events;

    RosterNews(SeatRecords seats, News news, ApplicationEventPublisher events) {
        this.seats = seats;
        this.news = news;
        this.events = events;
    }

    /** Who is expected in these sessions, and on which days. */
    Set<RosterChanged> expected(Permit permit, Collection<SessionId> sessions) {
        var expected = new HashSet<RosterChanged>();
        sessions.forEach(session -> expected.addAll(seats.expected(permit, session)));
        return expected;
    }

    /** Sessions changed: told for the days before and the days now. */
    void moved(Permit permit, Collection<SessionId> sessions, Set<RosterChanged> before) {
        Stream.concat(before.stream(), expected(permit, sessions).stream())
                .distinct()
                .forEach(events::publishEvent);
        tell(permit, sessions);
    }

    /** Seats were taken or became free. */
    void seated(Permit permit, Collection<SeatRecords.Taken> seats) {
        seats.stream()
                .map(seat -> new RosterChanged(seat.client(), seat.localDate()))
                .distinct()
                .forEach(events::publishEvent);
        tell(permit, seats.stream().map(SeatRecords.Taken::session).toList());
    }

    private void tell(Permit permit, Collection<SessionId> sessions) {
        var ids = new LinkedHashSet<UUID>();
        sessions.forEach(session -> ids.add(session.value()));
        if (!ids.isEmpty()) {
            news.tell(permit.organization(), Sessions.ROSTER, List.copyOf(ids));
        }
    }
}
