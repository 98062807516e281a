package care.trellis.kiosk;

import care.trellis.attendance.Method;
import care.trellis.base.OrganizationContext;
import care.trellis.sessions.SessionId;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door for phones: with the code from the wall, or with the link and the four digits of a
 * video meeting. A signed address alone opens nothing: the client names the first letters of the
 * last name and the whole date of birth.
 */
@Service
public class PhoneArrivals {

    private final Tickets tickets;
    private final ExpectedRecords people;
    private final CheckingIn checkingIn;
    private final RoomCodes codes;
    private final Misses misses;
    private final TransactionTemplate transaction;

    PhoneArrivals(
            Tickets tickets,
            ExpectedRecords people,
            CheckingIn checkingIn,
            RoomCodes codes,
            Misses misses,
            TransactionTemplate transaction) {
        this.tickets = tickets;
        this.people = people;
        this.checkingIn = checkingIn;
        this.codes = codes;
        this.misses = misses;
        this.transaction = transaction;
    }

    /**
     * What an address leads to.
     *
     * @param path where the form goes
     * @param video whether it asks for the four digits
     */
    public record Form(String path, boolean video) {}

    /** The form behind an address; nothing where the address is wrong or its time is over. */
    public Optional<Form> open(String address) {
        return tickets.read(address)
                .map(ticket ->
                        switch (ticket.kind()) {
                            case WALL, FORM ->
                                    new Form(
                                            tickets.path(
                                                    Ticket.Kind.FORM,
                                                    ticket.organization(),
                                                    ticket.door()),
                                            false);
                            case VIDEO -> new Form("/arrive/" + address, true);
                        });
    }

    /**
     * Checks in.
     *
     * @param letters of the last name
     * @param born the whole date; null where none was readable
     * @param digits said in the video meeting; not looked at for the wall's code
     */
    public Arrival arrive(
            String address, UUID key, String letters, @Nullable LocalDate born, String digits) {
        var ticket = tickets.read(address).filter(it -> it.kind() != Ticket.Kind.WALL);
        if (ticket.isEmpty() || born == null) {
            return new Arrival.SeeDesk();
        }
        return OrganizationContext.in(
                ticket.get().organization(),
                () -> {
                    var attempt = misses.count(ticket.get().door());
                    return attempt.equals(Misses.WAIT)
                            ? new Arrival.Wait()
                            : Objects.requireNonNull(
                                    transaction.execute(status ->
                                            counted(
                                                    ticket.get(),
                                                    key,
                                                    letters,
                                                    born,
                                                    digits,
                                                    attempt)));
                });
    }

    private Arrival counted(
            Ticket ticket, UUID key, String letters, LocalDate born, String digits, UUID attempt) {
        boolean video = ticket.kind() == Ticket.Kind.VIDEO;
        var door = video ? people.doorOfSession(ticket.door()) : people.doorOfDevice(ticket.door());
        var day = MonthDay.from(born);
        var clues = Clues.of(letters, day.getMonthValue(), day.getDayOfMonth());
        if (door.isEmpty() || clues.isEmpty()) {
            return new Arrival.SeeDesk();
        }
        var led =
                people.born(door.get().site(), day).stream()
                        .filter(one ->
                                clues.get().begin(one.familyName()) && one.born().equals(born))
                        .toList();
        var session = new SessionId(ticket.door());
        if (led.size() != 1 || (video && !codes.holds(session, digits.strip()))) {
            return new Arrival.SeeDesk();
        }
        misses.forgive(attempt);
        return checkingIn.arrive(
                door.get(),
                key,
                led.getFirst(),
                video ? Method.VIDEO : Method.QR,
                place -> video ? place.session().equals(session) : !place.video());
    }
}
