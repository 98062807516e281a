package care.trellis.kiosk;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Method;
import care.trellis.attendance.Recording;
import care.trellis.attendance.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What every door does with somebody who proved who they are: finds where they belong now. */
@Component
class CheckingIn {

    /** So long before a session begins, one who is in another checks in to it already. */
    private static final Duration EARLY = Duration.ofMinutes(20);

    private final ExpectedRecords people;
    private final Visits visits;
    private final Attendance attendance;
    private final Clock clock;

    CheckingIn(ExpectedRecords people, Visits visits, Attendance attendance, Clock clock) {
        this.people = people;
        this.visits = visits;
        this.attendance = attendance;
        this.clock = clock;
    }

    /**
     * Checks in to the first session that is not over, or says where the client is.
     *
     * @param which sessions this door is for
     */
    @Transactional
    Arrival arrive(
            Door door,
            UUID key,
            ExpectedRecords.Person person,
            Method method,
            Predicate<Place> which) {
        var now = clock.instant();
        var places = places(door, person, which);
        var here = places.stream().filter(Place::here).findFirst();
        var next =
                places.stream()
                        .filter(Place::open)
                        .filter(place ->
                                here.isEmpty() || !now.isBefore(place.startsAt().minus(EARLY)))
                        .findFirst();
        if (here.isPresent()) {
            return here(door, person, here.get(), next);
        }
        return next.map(place -> checkIn(door, key, person, method, place))
                .orElseGet(Arrival.SeeDesk::new);
    }

    /** Checks in to one session. */
    @Transactional
    Arrival checkIn(
            Door door, UUID key, ExpectedRecords.Person person, Method method, Place place) {
        var recording =
                attendance.checkIn(
                        door.mayCheckIn(place.session()),
                        key,
                        place.session(),
                        person.client(),
                        method);
        boolean present =
                switch (recording) {
                    case Recording.Recorded _ -> true;
                    case Recording.AlreadyRecorded(var mark) -> mark.status() == Status.PRESENT;
                    case Recording.NotExpected _,
                            Recording.Cancelled _,
                            Recording.TooEarly _,
                            Recording.Over _,
                            Recording.NotHere _,
                            Recording.MustStay _,
                            Recording.TooLate _,
                            Recording.Differs _ ->
                            false;
                };
        return present
                ? new Arrival.Came(
                        person.givenName(),
                        visits.close(door.id(), person.client(), place.session()),
                        place)
                : new Arrival.SeeDesk();
    }

    private Arrival here(
            Door door, ExpectedRecords.Person person, Place here, Optional<Place> next) {
        return new Arrival.Here(
                person.givenName(),
                visits.close(door.id(), person.client(), here.session()),
                here,
                next,
                next.map(place -> visits.close(door.id(), person.client(), place.session()))
                        .orElse(""));
    }

    private List<Place> places(Door door, ExpectedRecords.Person person, Predicate<Place> which) {
        var now = clock.instant();
        return people.places(door.site(), person.client(), door.today(clock)).stream()
                .filter(which)
                .filter(place -> !place.over(now))
                .toList();
    }
}
