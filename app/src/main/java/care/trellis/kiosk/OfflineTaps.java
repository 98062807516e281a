package care.trellis.kiosk;

import care.trellis.attendance.Kind;
import care.trellis.attendance.LateTap;
import care.trellis.attendance.LateTaps;
import care.trellis.attendance.Method;
import care.trellis.attendance.Status;
import care.trellis.base.Hashes;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a tablet does without a connection. It knows no client and keeps no name: it turns what was
 * tapped into a code under a key of its own, which only the server can lead back to somebody, and
 * hands the codes over with their times when it is connected again.
 */
@Service
public class OfflineTaps {

    /** Letters of the last name, one way or the other: two or three may have been tapped. */
    private static final List<Integer> LETTERS = List.of(2, 3);

    private final byte[] master;
    private final ExpectedRecords people;
    private final LateTaps lateTaps;
    private final JdbcClient jdbc;
    private final Clock clock;

    OfflineTaps(
            Keys keys, ExpectedRecords people, LateTaps lateTaps, JdbcClient jdbc, Clock clock) {
        this.master = keys.derive("kiosk-offline", 32);
        this.people = people;
        this.lateTaps = lateTaps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The key of one tablet, 32 bytes in hexadecimal digits. */
    public String key(Device device) {
        return HexFormat.of().formatHex(own(device));
    }

    /**
     * Merges one press into the record. One that leads to nobody who is expected is kept as a
     * stray, with its time, for staff to look at.
     */
    @Transactional
    public void merge(Device device, OfflineTap tap) {
        var now = clock.instant();
        var at = now.minus(tap.age());
        var door = Door.of(device);
        var person = lead(device, tap.code(), LocalDate.ofInstant(at, device.zone()));
        var place = person.flatMap(one -> place(door, one, tap.kind(), at));
        if (person.isEmpty() || place.isEmpty()) {
            stray(device, tap, at, now);
            return;
        }
        lateTaps.merge(
                door.mayCheckIn(place.get().session()),
                new LateTap(
                        tap.id(),
                        place.get().session(),
                        person.get().client(),
                        tap.kind(),
                        Method.KIOSK,
                        tap.age()));
    }

    private Optional<ExpectedRecords.Person> lead(Device device, String code, LocalDate day) {
        var key = own(device);
        var found =
                people.expected(device.site(), day).stream()
                        .filter(person ->
                                LETTERS.stream()
                                        .anyMatch(
                                                letters -> code(key, person, letters).equals(code)))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The same as the tablet computes: letters, month and day of birth, first initial. */
    private static String code(byte[] key, ExpectedRecords.Person person, int letters) {
        var family = Clues.plain(person.familyName());
        var words =
                "%s|%02d-%02d|%s"
                        .formatted(
                                family.substring(0, Math.min(letters, family.length())),
                                person.born().getMonthValue(),
                                person.born().getDayOfMonth(),
                                Clues.initial(person.givenName()));
        return HexFormat.of().formatHex(Hashes.hmac(key, words.getBytes(StandardCharsets.UTF_8)));
    }

    /** Which session a press was about, by when it was made. */
    private Optional<Place> place(Door door, ExpectedRecords.Person person, Kind kind, Instant at) {
        var day = LocalDate.ofInstant(at, door.zone());
        var places =
                people.places(door.site(), person.client(), day).stream()
                        .filter(place -> !place.video())
                        .toList();
        if (kind == Kind.CHECK_OUT) {
            return places.stream()
                    .filter(place -> place.status() == Status.PRESENT)
                    .filter(place -> place.arrivedAt() != null && !place.arrivedAt().isAfter(at))
                    .reduce((first, later) -> later)
                    .or(() -> places.stream().findFirst());
        }
        var standing = places.stream().filter(place -> at.isBefore(place.endsAt())).toList();
        return standing.stream()
                .filter(place -> place.here())
                .findFirst()
                .or(() -> standing.stream().filter(Place::open).findFirst())
                .or(() -> standing.stream().findFirst());
    }

    private void stray(Device device, OfflineTap tap, Instant at, Instant now) {
        jdbc.sql(
                        """
                        insert into kiosk.stray (organization_id, id, device_id, kind, at, recorded_at)
                        values (:organization, :id, :device, :kind, :at, :now)
                        on conflict (organization_id, id) do nothing
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("id", tap.id())
                .param("device", device.id().value())
                .param("kind", tap.kind().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] own(Device device) {
        UUID id = device.id().value();
        return Hashes.hmac(
                master,
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }
}
