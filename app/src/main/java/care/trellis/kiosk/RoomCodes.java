package care.trellis.kiosk;

import static care.trellis.base.Action.CHECK_IN;
import static care.trellis.base.Action.SESSION_VIEW;

import care.trellis.attendance.Method;
import care.trellis.base.Hashes;
import care.trellis.base.Keys;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The four digits of a session: said in the room or in the video meeting, and proof of being there.
 * They change every ten minutes; those before hold ten minutes more. They are computed, never kept.
 */
@Service
public class RoomCodes {

    /** How long four digits stand. */
    public static final Duration STAND = Duration.ofMinutes(10);

    private static final int CODES = 10_000;

    private final byte[] key;
    private final ExpectedRecords people;
    private final CheckingIn checkingIn;
    private final Misses misses;
    private final Sessions sessions;
    private final Tickets tickets;
    private final Clock clock;

    RoomCodes(
            Keys keys,
            ExpectedRecords people,
            CheckingIn checkingIn,
            Misses misses,
            Sessions sessions,
            Tickets tickets,
            Clock clock) {
        this.key = keys.derive("kiosk-room-code", 32);
        this.people = people;
        this.checkingIn = checkingIn;
        this.misses = misses;
        this.sessions = sessions;
        this.tickets = tickets;
        this.clock = clock;
    }

    /**
     * What staff show in the room or say in the meeting.
     *
     * @param path below the program's address, to send into a video meeting
     */
    public record Shown(DatedSession session, String code, String path) {}

    /** The code of a session at this moment, for staff. */
    @Transactional(readOnly = true)
    public Shown shown(Permit permit, SessionId session) {
        permit.require(SESSION_VIEW);
        var found = sessions.find(permit, session).orElseThrow(NotFound::new);
        return new Shown(
                found,
                code(session, window()),
                tickets.path(Ticket.Kind.VIDEO, permit.organization(), session.value()));
    }

    /**
     * Checks in a client who sent the four digits from a telephone that is known to be theirs.
     *
     * @param permit for {@code CHECK_IN}, of the program itself
     * @param key of the message; the same key does the same once
     * @param code as it was typed
     */
    @Transactional
    public Arrival byText(Permit permit, UUID key, ClientId client, String code) {
        permit.require(CHECK_IN);
        var attempt = misses.count(client.value());
        if (attempt.equals(Misses.WAIT)) {
            return new Arrival.Wait();
        }
        var typed = code.replaceAll("\\D", "");
        var site = people.site(client).orElseThrow(NotFound::new);
        var door = new Door(permit.organization(), client.value(), site.id(), site.zone());
        var arrival =
                people.one(client)
                        .map(person ->
                                checkingIn.arrive(
                                        door,
                                        key,
                                        person,
                                        Method.TEXT,
                                        place -> holds(place.session(), typed)))
                        .orElseGet(Arrival.SeeDesk::new);
        if (!(arrival instanceof Arrival.SeeDesk)) {
            misses.forgive(attempt);
        }
        return arrival;
    }

    /** Whether these are the session's digits, now or a moment ago. */
    boolean holds(SessionId session, String digits) {
        return digits.equals(code(session, window())) || digits.equals(code(session, window() - 1));
    }

    private long window() {
        return clock.instant().getEpochSecond() / STAND.toSeconds();
    }

    private String code(SessionId session, long window) {
        var content =
                ByteBuffer.allocate(24)
                        .putLong(session.value().getMostSignificantBits())
                        .putLong(session.value().getLeastSignificantBits())
                        .putLong(window)
                        .array();
        int number = ByteBuffer.wrap(Hashes.hmac(key, content)).getInt();
        return "%04d".formatted(Math.floorMod(number, CODES));
    }
}
