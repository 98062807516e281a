package care.trellis.kiosk;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Method;
import care.trellis.attendance.Recording;
import care.trellis.clients.ClientId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door of the tablet: it decides who somebody is by what they say of themselves, and
 * records what they do under the device's own id. Nothing on the screen tells a stranger whether
 * they hit upon somebody.
 */
@Service
public class Arrivals {

    private final ExpectedRecords people;
    private final Tiles tiles;
    private final Misses misses;
    private final Visits visits;
    private final CheckingIn checkingIn;
    private final Attendance attendance;
    private final List<Owing> owed;
    private final TransactionTemplate transaction;

    Arrivals(
            ExpectedRecords people,
            Tiles tiles,
            Misses misses,
            Visits visits,
            CheckingIn checkingIn,
            Attendance attendance,
            List<Owing> owed,
            TransactionTemplate transaction) {
        this.people = people;
        this.tiles = tiles;
        this.misses = misses;
        this.visits = visits;
        this.checkingIn = checkingIn;
        this.attendance = attendance;
        this.owed = List.copyOf(owed);
        this.transaction = transaction;
    }

    /** The initials to choose from: as many, and always the same, for clues that are nobody's. */
    @Transactional(readOnly = true)
    public List<String> initials(Device device, Clues clues) {
        return tiles.of(
                device,
                clues,
                led(device, clues).stream()
                        .map(person -> Clues.initial(person.givenName()))
                        .toList());
    }

    /**
     * Checks in whom clues and initial lead to, or says that they are here.
     *
     * @param key of the screen; the same key does the same once
     */
    public Arrival arrive(Device device, UUID key, Clues clues, String initial) {
        var attempt = misses.count(device.id().value());
        return attempt.equals(Misses.WAIT)
                ? new Arrival.Wait()
                : Objects.requireNonNull(
                        transaction.execute(
                                status -> counted(device, key, clues, initial, attempt)));
    }

    private Arrival counted(Device device, UUID key, Clues clues, String initial, UUID attempt) {
        var led =
                led(device, clues).stream()
                        .filter(one -> Clues.initial(one.givenName()).equals(initial))
                        .toList();
        if (led.size() != 1) {
            return new Arrival.SeeDesk();
        }
        misses.forgive(attempt);
        return checkingIn.arrive(
                Door.of(device), key, led.getFirst(), Method.KIOSK, place -> !place.video());
    }

    /** Checks in to the next session, where {@link Arrival.Here} offered one. */
    @Transactional
    public Arrival goOn(Device device, UUID key, String visit) {
        var door = Door.of(device);
        return visits.open(door.id(), visit)
                .flatMap(it ->
                        people.one(it.client())
                                .map(person ->
                                        checkingIn.arrive(
                                                door,
                                                key,
                                                person,
                                                Method.KIOSK,
                                                place -> place.session().equals(it.session()))))
                .orElseGet(Arrival.SeeDesk::new);
    }

    /** Checks out. */
    @Transactional
    public Leaving leave(Device device, UUID key, String visit) {
        var door = Door.of(device);
        return visits.open(door.id(), visit)
                .map(it ->
                        leaving(
                                it.client(),
                                attendance.checkOut(
                                        door.mayCheckIn(it.session()),
                                        key,
                                        it.session(),
                                        it.client(),
                                        Method.KIOSK)))
                .orElseGet(Leaving.SeeDesk::new);
    }

    private List<ExpectedRecords.Person> led(Device device, Clues clues) {
        return people.born(device.site(), clues.birthday()).stream()
                .filter(person -> clues.begin(person.familyName()))
                .toList();
    }

    private Leaving leaving(ClientId client, Recording recording) {
        return recording instanceof Recording.Recorded
                        || recording instanceof Recording.AlreadyRecorded
                ? new Leaving.Gone(owed.stream().anyMatch(room -> room.owes(client)))
                : new Leaving.SeeDesk();
    }
}
