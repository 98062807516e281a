package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.base.news.News;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeChanged;
import care.trellis.episodes.EpisodeId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to one client's week: which tracks on which days, and the seats that follow. A
 * week is rewritten as a whole from a day on, and a stay that ends takes its seats with it.
 */
@Service
public class Bookings {

    private final BookingRecords records;
    private final HoldRecords holds;
    private final Audit audit;
    private final News news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bookings(
            BookingRecords records,
            HoldRecords holds,
            Audit audit,
            News news,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.holds = holds;
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    /** What a client is booked for on that day or later, the earliest first. */
    @Transactional(readOnly = true)
    public List<Booking> of(Permit permit, ClientId client, LocalDate day) {
        permit.require(
                resource(client), Action.LEVEL_CHANGE, Action.SESSION_VIEW, Action.PLACEMENT_EDIT);
        return records.of(client, day);
    }

    /** What {@link #rewrite} would do to the sessions ahead; nothing changes. */
    @Transactional(readOnly = true)
    public Seats preview(
            Permit permit,
            ClientId client,
            Collection<EpisodeId> stays,
            LocalDate from,
            List<Booking> wanted) {
        permit.require(Action.LEVEL_CHANGE, resource(client));
        var before = records.of(client, from);
        return seats(client, from, before, with(before, stays, wanted));
    }

    /**
     * Books a client anew from a day on; what was booked for that day and later gives way. Seats of
     * sessions that have begun stay as they are, and so do those a person was taken off by hand.
     *
     * @param stays whose bookings give way; those of another stay go on
     * @param wanted each from that day or later; or what {@link #of} said before, which then holds
     *     again
     */
    @Transactional
    public Seats rewrite(
            Permit permit,
            ClientId client,
            Collection<EpisodeId> stays,
            LocalDate from,
            List<Booking> wanted) {
        permit.require(resource(client), Action.LEVEL_CHANGE, Action.PLACEMENT_EDIT);
        holds.lockClients(List.of(client));
        var before = records.of(client, from);
        var seats = seats(client, from, before, with(before, stays, wanted));
        for (var booking : before) {
            if (!stays.contains(booking.episode())) {
                continue;
            }
            if (booking.from().isBefore(from)) {
                records.end(booking.enrollment(), from.minusDays(1));
            } else {
                records.delete(booking.enrollment());
            }
        }
        for (var booking : wanted) {
            if (booking.from().isBefore(from)) {
                records.end(booking.enrollment(), booking.to());
            } else {
                records.insert(client, booking);
            }
        }
        audit.record(permit, "sessions.enrollment", client.value(), client.value(), "REWRITTEN");
        apply(client, seats);
        return seats;
    }

    /** A stay ended: nobody expects the client after its last day. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EpisodeChanged change) {
        var client = change.client();
        var stays = records.ended(client);
        for (var stay : stays) {
            var last = stay.on();
            if (last == null) {
                continue;
            }
            var after = last.plusDays(1);
            var before = records.of(client, after);
            var over =
                    before.stream()
                            .filter(booking -> booking.episode().equals(stay.episode()))
                            .toList();
            if (!over.isEmpty()) {
                var rest = before.stream().filter(booking -> !over.contains(booking)).toList();
                var seats = seats(client, after, before, rest);
                over.forEach(booking -> end(booking, last));
                apply(client, seats);
            }
        }
        boolean gone = !stays.isEmpty() && stays.stream().allMatch(stay -> stay.on() != null);
        if (gone) {
            var last =
                    stays.stream()
                            .map(BookingRecords.LastDay::on)
                            .filter(Objects::nonNull)
                            .max(LocalDate::compareTo)
                            .orElseThrow();
            apply(client, new Seats(records.planned(client, last, clock.instant()), List.of()));
        }
    }

    private static List<Booking> with(
            List<Booking> before, Collection<EpisodeId> stays, List<Booking> wanted) {
        return Stream.concat(
                        wanted.stream(),
                        before.stream().filter(booking -> !stays.contains(booking.episode())))
                .toList();
    }

    private void end(Booking booking, LocalDate last) {
        if (booking.from().isAfter(last)) {
            records.delete(booking.enrollment());
        } else {
            records.end(booking.enrollment(), last);
        }
    }

    private Seats seats(
            ClientId client, LocalDate from, List<Booking> before, List<Booking> wanted) {
        var tracks = Stream.concat(before.stream(), wanted.stream()).map(Booking::track).distinct();
        var left = new ArrayList<Seats.Seat>();
        var taken = new ArrayList<Seats.Seat>();
        for (var ahead : records.ahead(client, tracks.toList(), from, clock.instant())) {
            boolean comes =
                    wanted.stream()
                            .anyMatch(
                                    booking -> booking.covers(ahead.track(), ahead.seat().date()));
            if (ahead.expected() && !comes) {
                left.add(ahead.seat());
            } else if (ahead.free() && comes) {
                taken.add(ahead.seat());
            }
        }
        return new Seats(left, taken);
    }

    private void apply(ClientId client, Seats seats) {
        records.leave(client, seats.left(), clock.instant());
        records.take(client, seats.taken());
        var sessions = new HashSet<UUID>();
        var days = new HashSet<LocalDate>();
        Stream.concat(seats.left().stream(), seats.taken().stream())
                .forEach(seat -> {
                    sessions.add(seat.session().value());
                    days.add(seat.date());
                });
        days.forEach(day -> events.publishEvent(new RosterChanged(client, day)));
        if (!sessions.isEmpty()) {
            news.tell(OrganizationContext.current(), Sessions.ROSTER, List.copyOf(sessions));
        }
    }

    private static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
