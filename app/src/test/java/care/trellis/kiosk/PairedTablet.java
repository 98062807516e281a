package care.trellis.kiosk;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.LateTaps;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.measures.Alerts;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A paired tablet at the door, and a group at nine that expects Maya. */
abstract class PairedTablet {

    static final Instant NINE = Instant.parse("2026-03-02T14:00:00Z");
    static final Clues REYES = Clues.of("REY", 5, 4).orElseThrow();
    static final Clues NOBODY = Clues.of("ZUK", 7, 9).orElseThrow();

    @Autowired Clinic clinic;
    @Autowired Devices devices;
    @Autowired Arrivals arrivals;
    @Autowired Asking asking;
    @Autowired PhoneArrivals phones;
    @Autowired RoomCodes codes;
    @Autowired Tickets tickets;
    @Autowired OfflineTaps offline;
    @Autowired Calls calls;
    @Autowired Attendance attendance;
    @Autowired LateTaps lateTaps;
    @Autowired Alerts alerts;
    @Autowired SettableClock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    Clinic.Ward ward;
    Clinic.Client maya;
    SessionId group;
    String secret;
    Device kiosk;

    @BeforeEach
    void a_paired_tablet_and_a_group_at_nine_that_expects_maya() {
        ward = clinic.open();
        maya = clinic.maya(ward);
        group = session(9);
        secret = devices.pair(link(make(Device.Kind.KIOSK))).orElseThrow();
        kiosk = devices.find(secret).orElseThrow();
    }

    /** What the tablet computes: HMAC-SHA-256 under its own key. */
    String code(String words) {
        var key = java.util.HexFormat.of().parseHex(offline.key(kiosk));
        return java.util.HexFormat.of()
                .formatHex(
                        care.trellis.base.Hashes.hmac(
                                key, words.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    Arrival arrive(Clues clues, String initial) {
        return in(() -> arrivals.arrive(kiosk, UUID.randomUUID(), clues, initial));
    }

    <T> T in(java.util.function.Supplier<T> work) {
        return ward.in(work);
    }

    SessionId session(int hour) {
        return new SessionId(clinic.session(ward, Clinic.MONDAY, LocalTime.of(hour, 0), 60, maya));
    }

    Pairing make(Device.Kind kind) {
        return ward.in(() ->
                ((Change.Done<Pairing>)
                                devices.make(
                                        permit(Action.DEVICE_PAIR),
                                        UUID.randomUUID(),
                                        new SiteId(ward.site()),
                                        kind,
                                        "Front door"))
                        .result());
    }

    static String link(Pairing pairing) {
        return pairing.path().substring("/kiosk/pairing/".length());
    }

    Permit permit(Action action) {
        return ward.permit(action);
    }

    care.trellis.attendance.Mark mark(SessionId session) {
        return ward.in(() -> attendance.marks(permit(Action.SESSION_VIEW), session)).stream()
                .filter(mark -> mark.client().value().equals(maya.id()))
                .findFirst()
                .orElseThrow();
    }

    List<care.trellis.attendance.AttendanceEvent> history() {
        return ward.in(() ->
                attendance.history(permit(Action.SESSION_VIEW), group, new ClientId(maya.id())));
    }
}
