package care.trellis.placement;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.sessions.Holding;
import care.trellis.sessions.SeatHolds;
import care.trellis.sessions.Seating;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.sessions.Taking;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ten thousand random steps with seats, beside a model of a few lines that says how each must end.
 */
@TrellisTest
class SeatModelTest {

    private static final int STEPS = 10_000;
    private static final Duration HELD = Duration.ofMinutes(30);

    @Autowired Clinic clinic;
    @Autowired Sessions sessions;
    @Autowired SeatHolds holds;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    /** What a hold is in the model. */
    private static final class Hold {
        final int session;
        final int client;
        final Instant until;
        boolean taken;
        boolean released;

        Hold(int session, int client, Instant until) {
            this.session = session;
            this.client = client;
            this.until = until;
        }

        boolean live(Instant now) {
            return !taken && !released && until.isAfter(now);
        }
    }

    private final Random random = new Random(20260302);
    private final List<SessionId> places = new ArrayList<>();
    private final List<ClientId> people = new ArrayList<>();
    private final int[] capacity = {1, 2, 3};
    private final List<Set<Integer>> seated =
            List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());
    private final Map<UUID, Hold> held = new HashMap<>();
    private final List<UUID> known = new ArrayList<>();

    @Test
    void ten_thousand_random_steps_end_as_the_model_says() {
        var ward = clinic.open();
        for (int hour = 9; hour < 12; hour++) {
            places.add(
                    new SessionId(
                            clinic.session(ward, MONDAY.plusDays(4), LocalTime.of(hour, 0), 50)));
        }
        for (int i = 0; i < 5; i++) {
            people.add(new ClientId(clinic.client(ward, "Client", "No" + i).id()));
        }

        for (int step = 0; step < STEPS; step++) {
            ward.run(() -> step(ward));
            if (step % 500 == 0) {
                same(ward);
            }
        }
        same(ward);
    }

    private void step(Ward ward) {
        int session = random.nextInt(places.size());
        int client = random.nextInt(people.size());
        switch (random.nextInt(10)) {
            case 0 -> add(ward, session, client);
            case 1, 2 -> leave(ward, session, client);
            case 3 -> move(ward, session, random.nextInt(places.size()), client);
            case 4, 5, 6 -> hold(ward, session, client);
            case 7 -> take(ward);
            case 8 -> release(ward);
            default -> {
                clock.advance(Duration.ofMinutes(random.nextInt(5)));
                capacity[session] = 1 + random.nextInt(4);
            }
        }
    }

    private void add(Ward ward, int session, int client) {
        var ended =
                sessions.addWalkIn(
                        edit(ward), places.get(session), people.get(client), "A model asks nobody");

        assertThat(ended)
                .isEqualTo(
                        seated.get(session).add(client)
                                ? new Seating.Seated()
                                : new Seating.AlreadyThere());
    }

    private void leave(Ward ward, int session, int client) {
        var ended = sessions.remove(edit(ward), places.get(session), people.get(client), "Left");

        assertThat(ended)
                .isEqualTo(
                        seated.get(session).remove(client)
                                ? new Seating.Seated()
                                : new Seating.NotThere());
    }

    private void move(Ward ward, int from, int to, int client) {
        if (from == to) {
            return;
        }
        var ended =
                sessions.move(
                        edit(ward),
                        places.get(from),
                        places.get(to),
                        people.get(client),
                        "Moved",
                        "Needed there");

        if (!seated.get(from).remove(client)) {
            assertThat(ended).isEqualTo(new Seating.NotThere());
        } else {
            assertThat(ended)
                    .isEqualTo(
                            seated.get(to).add(client)
                                    ? new Seating.Seated()
                                    : new Seating.AlreadyThere());
        }
    }

    private void hold(Ward ward, int session, int client) {
        var now = clock.instant();
        var key = Ids.next();
        long others =
                held.values().stream()
                        .filter(it -> it.session == session && it.client != client && it.live(now))
                        .count();

        var ended =
                holds.hold(
                        offer(ward),
                        key,
                        places.get(session),
                        people.get(client),
                        capacity[session],
                        now.plus(HELD));

        if (seated.get(session).contains(client)) {
            assertThat(ended).isEqualTo(new Holding.AlreadyThere());
        } else if (seated.get(session).size() + others >= capacity[session]) {
            assertThat(ended).isEqualTo(new Holding.Full(capacity[session]));
        } else {
            assertThat(ended).isEqualTo(new Holding.Held(key, now.plus(HELD)));
            held.values().stream()
                    .filter(it -> it.session == session && it.client == client && !it.taken)
                    .forEach(it -> it.released = true);
            held.put(key, new Hold(session, client, now.plus(HELD)));
            known.add(key);
        }
    }

    private void take(Ward ward) {
        if (known.isEmpty()) {
            return;
        }
        var key = known.get(known.size() - 1 - random.nextInt(Math.min(8, known.size())));
        var hold = held.get(key);

        var ended = holds.take(offer(ward), key);

        if (hold.taken) {
            assertThat(ended).isEqualTo(new Taking.Taken(places.get(hold.session)));
        } else if (hold.live(clock.instant())) {
            assertThat(ended).isEqualTo(new Taking.Taken(places.get(hold.session)));
            hold.taken = true;
            seated.get(hold.session).add(hold.client);
        } else {
            assertThat(ended).isEqualTo(new Taking.Over());
        }
    }

    private void release(Ward ward) {
        if (known.isEmpty()) {
            return;
        }
        var key = known.get(known.size() - 1 - random.nextInt(Math.min(8, known.size())));

        holds.release(offer(ward), key);

        if (!held.get(key).taken) {
            held.get(key).released = true;
        }
    }

    /** The seats of the database are those of the model. */
    private void same(Ward ward) {
        for (int session = 0; session < places.size(); session++) {
            var place = places.get(session).value();
            var there =
                    ward.in(() ->
                            transaction.execute(status ->
                                    jdbc.sql(
                                                    "select client_id from sessions.public_roster where session_id = :session")
                                            .param("session", place)
                                            .query(UUID.class)
                                            .set()));
            assertThat(there)
                    .isEqualTo(
                            seated.get(session).stream()
                                    .map(it -> people.get(it).value())
                                    .collect(Collectors.toSet()));
        }
    }

    private static Permit edit(Ward ward) {
        return ward.permit(Action.SESSION_EDIT);
    }

    private static Permit offer(Ward ward) {
        return ward.permit(Action.MAKE_UP_OFFER);
    }
}
