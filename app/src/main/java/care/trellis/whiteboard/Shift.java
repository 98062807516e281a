package care.trellis.whiteboard;

import care.trellis.attendance.Status;
import care.trellis.sessions.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One site as it stands at one moment.
 *
 * @param groups the sessions of today, in the order in which they begin
 * @param guards how each of them stands to its limit
 * @param people everybody who sits in one, once per session
 * @param watched clients for whom somebody has to care today
 * @param out sessions of today that somebody on leave would lead
 * @param makeUps who makes a session up today, or may
 */
public record Shift(
        UUID site,
        String siteName,
        ZoneId zone,
        LocalDate day,
        Instant now,
        List<Group> groups,
        Map<SessionId, Guard> guards,
        List<Person> people,
        List<Watched> watched,
        List<Out> out,
        List<MakeUp> makeUps) {

    /** So long before a session begins, its people are expected at the door. */
    private static final Duration SOON = Duration.ofMinutes(5);

    /**
     * A client in a session.
     *
     * @param name first name and last initial
     */
    public record Person(
            UUID client,
            String name,
            SessionId session,
            String title,
            boolean video,
            String room,
            Instant startsAt,
            Instant endsAt,
            Status status,
            @Nullable Instant arrivedAt,
            @Nullable Instant leftAt) {

        /** Whether the client is in the building for it. */
        public boolean isIn() {
            return !video && status == Status.PRESENT && leftAt == null;
        }

        @Override
        public String toString() {
            return "Person[" + client + "]";
        }
    }

    /**
     * A client for whom somebody has to care today.
     *
     * @param unowned nobody has taken it yet
     */
    public record Watched(UUID client, String name, boolean unowned) {

        @Override
        public String toString() {
            return "Watched[" + client + "]";
        }
    }

    /**
     * A session of today whose leader is out.
     *
     * @param name of who is out, such as {@code M. Ortiz}
     * @param covers who leads in their place; empty where nobody does yet
     */
    public record Out(
            UUID leave,
            String name,
            SessionId session,
            String title,
            Instant startsAt,
            String covers) {}

    /**
     * A client who makes a session up today.
     *
     * @param heldUntil the seat waits for their answer until then; null where they said yes
     */
    public record MakeUp(
            UUID client,
            String name,
            SessionId session,
            String title,
            Instant startsAt,
            @Nullable Instant heldUntil) {

        @Override
        public String toString() {
            return "MakeUp[" + client + "]";
        }
    }

    public Shift {
        out = List.copyOf(out);
        makeUps = List.copyOf(makeUps);
        groups = List.copyOf(groups);
        guards = Map.copyOf(guards);
        people = List.copyOf(people);
        watched = List.copyOf(watched);
    }

    /** Who should be here by now and is not; each once, with the first session missed. */
    public List<Person> missing() {
        var missing = new LinkedHashMap<UUID, Person>();
        for (var person : people) {
            boolean due =
                    now.isAfter(person.startsAt().minus(SOON)) && now.isBefore(person.endsAt());
            if (due && person.status() == Status.EXPECTED) {
                missing.putIfAbsent(person.client(), person);
            }
        }
        return new ArrayList<>(missing.values());
    }

    /** Who is in the building now: came to a session of today and did not leave. Each once. */
    public List<Person> inTheBuilding() {
        var in = new LinkedHashMap<UUID, Person>();
        people.stream().filter(Person::isIn).forEach(person -> in.put(person.client(), person));
        return new ArrayList<>(in.values());
    }

    /** Seats of a session that wait for an answer. */
    public int held(SessionId session) {
        return (int)
                makeUps.stream()
                        .filter(one -> one.heldUntil() != null && one.session().equals(session))
                        .count();
    }

    /** Clients who have a session today. */
    public int census() {
        return (int) people.stream().map(Person::client).distinct().count();
    }

    /** Clients who came today, whether or not they are still here. */
    public int came() {
        return (int)
                people.stream()
                        .filter(person -> person.status() == Status.PRESENT)
                        .map(Person::client)
                        .distinct()
                        .count();
    }
}
