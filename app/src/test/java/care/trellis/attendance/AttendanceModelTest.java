package care.trellis.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Ten thousand random steps against a reference of a few lines: whatever people, tablets and the
 * clock do in whatever order, the record says what the reference says.
 */
@TrellisTest
class AttendanceModelTest {

    private static final int DAYS = 10;
    private static final int STEPS_A_DAY = 1_000;
    private static final int CLIENTS = 5;
    private static final Duration STEP = Duration.ofSeconds(34);

    @Autowired Clinic clinic;
    @Autowired Attendance attendance;
    @Autowired LateTaps lateTaps;
    @Autowired SettableClock clock;

    Clinic.Ward ward;
    Map<Place, Reference> model;
    Map<String, List<UUID>> keys;
    Set<UUID> used;

    /** One client in one session. */
    record Place(SessionId session, ClientId client, Instant starts, Instant ends) {}

    /** What stands, with all that stood before. */
    static final class Reference {

        record Entry(Kind kind, Mark mark, Instant at) {}

        final ClientId client;
        final List<Entry> entries = new ArrayList<>();

        Reference(ClientId client) {
            this.client = client;
        }

        Mark mark() {
            return entries.isEmpty() ? Mark.expected(client) : entries.getLast().mark();
        }

        void add(
                Kind kind,
                Status status,
                Instant arrived,
                Instant left,
                boolean estimated,
                Instant at) {
            var mark = new Mark(client, status, arrived, left, estimated, entries.size() + 1);
            entries.add(new Entry(kind, mark, at));
        }

        void leaves(Instant left, boolean estimated, Instant at) {
            var arrived = mark().arrivedAt();
            var gone = left.isBefore(arrived) ? arrived : left;
            add(Kind.CHECK_OUT, Status.PRESENT, arrived, gone, estimated, at);
        }

        /** Somebody judged after that instant, who could not know of the press. */
        boolean judgedAfter(Instant press) {
            return !entries.isEmpty()
                    && (entries.getLast().kind() == Kind.ABSENCE
                            || entries.getLast().kind() == Kind.CORRECTION)
                    && entries.getLast().at().isAfter(press);
        }
    }

    @Test
    void whatever_happens_in_whatever_order_the_record_says_what_the_reference_says() {
        for (int day = 0; day < DAYS; day++) {
            aDay(new Random(20261122 + day));
        }
    }

    private void aDay(Random random) {
        open();
        var places = List.copyOf(model.keySet());
        for (int step = 0; step < STEPS_A_DAY; step++) {
            clock.advance(Duration.ofMillis(random.nextLong(STEP.toMillis() * 2)));
            var place = places.get(random.nextInt(places.size()));
            int what = random.nextInt(100);
            if (what < 28) {
                arrive(place, random);
            } else if (what < 46) {
                leave(place, random);
            } else if (what < 53) {
                absent(place, random);
            } else if (what < 61) {
                correct(place, random);
            } else if (what < 69) {
                undo(place, random);
            } else if (what < 73) {
                close();
            } else {
                late(place, random);
            }
            if (step % 100 == 99) {
                compare();
            }
        }
        compare();
    }

    private void open() {
        ward = clinic.open();
        model = new LinkedHashMap<>();
        keys = new HashMap<>();
        used = new HashSet<>();
        var clients = new ArrayList<Clinic.Client>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(clinic.client(ward, "Client" + client, "Model"));
        }
        for (var starts : List.of(9, 11, 13, 15)) {
            var at = LocalTime.of(starts, 0);
            var id =
                    clinic.session(
                            ward, Clinic.MONDAY, at, 75, clients.toArray(Clinic.Client[]::new));
            var from = Instant.parse("2026-03-02T05:00:00Z").plus(Duration.ofHours(starts));
            for (var client : clients) {
                var person = new ClientId(client.id());
                model.put(
                        new Place(
                                new SessionId(id), person, from, from.plus(Duration.ofMinutes(75))),
                        new Reference(person));
            }
        }
    }

    private void arrive(Place place, Random random) {
        var key = key("in", place, random);
        var now = clock.instant();
        var real =
                act(() ->
                        attendance.checkIn(
                                permit(Action.CHECK_IN),
                                key,
                                place.session,
                                place.client,
                                Method.KIOSK));
        if (!now.isBefore(place.ends)) {
            assertThat(real).isInstanceOf(Recording.Over.class);
        } else if (!used.add(key) || model.get(place).mark().status() == Status.PRESENT) {
            same(place, real);
        } else {
            model.get(place).add(Kind.CHECK_IN, Status.PRESENT, now, null, false, now);
            recorded(place, real);
        }
    }

    private void leave(Place place, Random random) {
        var key = key("out", place, random);
        var now = clock.instant();
        var stands = model.get(place);
        var real =
                act(() ->
                        attendance.checkOut(
                                permit(Action.CHECK_IN),
                                key,
                                place.session,
                                place.client,
                                Method.STAFF));
        if (!used.add(key)) {
            same(place, real);
        } else if (stands.mark().status() != Status.PRESENT) {
            assertThat(real).isInstanceOf(Recording.NotHere.class);
        } else if (!stands.mark().isHere()) {
            same(place, real);
        } else {
            stands.leaves(now, false, now);
            recorded(place, real);
        }
    }

    private void absent(Place place, Random random) {
        var now = clock.instant();
        var status = random.nextBoolean() ? Status.ABSENT : Status.EXCUSED;
        var key = UUID.randomUUID();
        var real =
                act(() ->
                        attendance.markAbsent(
                                permit(Action.CHECK_IN),
                                key,
                                place.session,
                                place.client,
                                status,
                                ""));
        if (model.get(place).mark().status() == Status.PRESENT) {
            same(place, real);
        } else {
            model.get(place).add(Kind.ABSENCE, status, null, null, false, now);
            recorded(place, real);
        }
    }

    private void correct(Place place, Random random) {
        var now = clock.instant();
        var arrived = place.starts.plusSeconds(random.nextInt(1800));
        var right =
                switch (random.nextInt(4)) {
                    case 0 -> new Corrected(Status.ABSENT, null, null);
                    case 1 -> new Corrected(Status.PRESENT, arrived, null);
                    case 2 ->
                            new Corrected(
                                    Status.PRESENT,
                                    arrived,
                                    arrived.plusSeconds(random.nextInt(3600)));
                    default -> new Corrected(Status.EXPECTED, null, null);
                };
        var real =
                act(() ->
                        attendance.correct(
                                permit(Action.ATTENDANCE_CORRECT),
                                UUID.randomUUID(),
                                place.session,
                                place.client,
                                right,
                                "Seen"));
        model.get(place)
                .add(
                        Kind.CORRECTION,
                        right.status(),
                        right.arrivedAt(),
                        right.leftAt(),
                        false,
                        now);
        recorded(place, real);
    }

    private void undo(Place place, Random random) {
        var now = clock.instant();
        var entries = model.get(place).entries;
        var key = key("undo", place, random);
        var real =
                act(() ->
                        attendance.undo(permit(Action.CHECK_IN), key, place.session, place.client));
        if (!used.add(key)) {
            same(place, real);
        } else if (entries.isEmpty() || entries.getLast().at().plusSeconds(15).isBefore(now)) {
            assertThat(real).isInstanceOf(Recording.TooLate.class);
        } else {
            var before =
                    entries.size() == 1
                            ? Mark.expected(place.client)
                            : entries.get(entries.size() - 2).mark();
            model.get(place)
                    .add(
                            Kind.CORRECTION,
                            before.status(),
                            before.arrivedAt(),
                            before.leftAt(),
                            before.estimated(),
                            now);
            recorded(place, real);
        }
    }

    private void close() {
        var now = clock.instant();
        int closed = act(() -> attendance.closeEnded(permit(Action.CHECK_IN)));
        int expected = 0;
        for (var one : model.entrySet()) {
            if (one.getValue().mark().isHere() && !one.getKey().ends.isAfter(now)) {
                one.getValue().leaves(one.getKey().ends, true, now);
                expected++;
            }
        }
        assertThat(closed).isEqualTo(expected);
    }

    private void late(Place place, Random random) {
        boolean comes = random.nextInt(3) > 0;
        var kind = comes ? Kind.CHECK_IN : Kind.CHECK_OUT;
        var age = Duration.ofSeconds(random.nextInt(random.nextBoolean() ? 120 : 7200));
        var key = key(comes ? "in" : "out", place, random);
        var now = clock.instant();
        var at = now.minus(age);
        var stands = model.get(place);
        var mark = stands.mark();
        var real =
                act(() ->
                        lateTaps.merge(
                                permit(Action.CHECK_IN),
                                new LateTap(
                                        key,
                                        place.session,
                                        place.client,
                                        kind,
                                        Method.KIOSK,
                                        age)));
        if (comes && !at.isBefore(place.ends)) {
            assertThat(real).isInstanceOf(Recording.Over.class);
        } else if (!used.add(key)) {
            same(place, real);
        } else if (comes && mark.status() == Status.PRESENT) {
            differsOrSame(place, real, at.isBefore(mark.arrivedAt().minusSeconds(60)));
        } else if (comes && stands.judgedAfter(at)) {
            differsOrSame(place, real, true);
        } else if (comes) {
            stands.add(Kind.CHECK_IN, Status.PRESENT, at, null, false, now);
            recorded(place, real);
        } else if (mark.status() != Status.PRESENT || at.isBefore(mark.arrivedAt())) {
            differsOrSame(place, real, true);
        } else if (mark.leftAt() != null && !mark.estimated()) {
            differsOrSame(place, real, at.isBefore(mark.leftAt().minusSeconds(60)));
        } else if (stands.judgedAfter(at)) {
            differsOrSame(place, real, true);
        } else {
            stands.leaves(at, false, now);
            recorded(place, real);
        }
    }

    private void recorded(Place place, Recording real) {
        assertThat(real).isEqualTo(new Recording.Recorded(model.get(place).mark()));
    }

    private void same(Place place, Recording real) {
        assertThat(real).isInstanceOf(Recording.AlreadyRecorded.class);
        assertThat(((Recording.AlreadyRecorded) real).mark()).isEqualTo(model.get(place).mark());
    }

    private void differsOrSame(Place place, Recording real, boolean differs) {
        if (differs) {
            assertThat(real).isEqualTo(new Recording.Differs(model.get(place).mark()));
        } else {
            same(place, real);
        }
    }

    /** Every mark as it is kept, and as it follows from its events. */
    private void compare() {
        var bySession = new LinkedHashMap<SessionId, Map<ClientId, Mark>>();
        model.forEach((place, reference) ->
                bySession
                        .computeIfAbsent(place.session, any -> new HashMap<>())
                        .put(place.client, reference.mark()));
        bySession.forEach((session, marks) -> {
            var kept = new HashMap<ClientId, Mark>();
            marks.keySet().forEach(client -> kept.put(client, Mark.expected(client)));
            act(() -> attendance.marks(permit(Action.SESSION_VIEW), session))
                    .forEach(mark -> kept.put(mark.client(), mark));
            assertThat(kept).isEqualTo(marks);
        });
    }

    /** Mostly a new key; now and then one that this press was sent with before. */
    private UUID key(String what, Place place, Random random) {
        var before =
                keys.computeIfAbsent(what + place.session + place.client, any -> new ArrayList<>());
        if (!before.isEmpty() && random.nextInt(8) == 0) {
            return before.get(random.nextInt(before.size()));
        }
        var key = UUID.randomUUID();
        before.add(key);
        return key;
    }

    private care.trellis.base.Permit permit(Action action) {
        return ward.permit(action);
    }

    private <T> T act(java.util.function.Supplier<T> work) {
        return ward.in(work);
    }
}
