package care.trellis.outreach;

import static java.time.ZoneOffset.UTC;

import care.trellis.admissions.Barrier;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of what the early warning looks at: a handful of questions for all stays together, none
 * of them about anything later than the day that is judged.
 */
@Component
class SignalRecords {

    private static final int BACK_DAYS = 30;
    private static final Duration LATE = Duration.ofMinutes(15);
    private static final Map<String, Integer> MEANINGFUL =
            new TreeMap<>(Map.of("PHQ-9", 5, "GAD-7", 4));

    private final JdbcClient jdbc;

    SignalRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An open stay. */
    record Stay(ClientId client, String name, String program, LocalDate admittedOn, ZoneId zone) {}

    private record Seat(
            UUID client,
            LocalDate day,
            Instant starts,
            Instant ends,
            boolean excused,
            @Nullable Instant arrived,
            @Nullable Instant left) {}

    private record Score(UUID client, String instrument, LocalDate day, double total) {}

    /** Stays that hold on a day, of clients of these sites, by name. */
    List<Stay> stays(LocalDate day, Set<UUID> sites) {
        return jdbc.sql(
                        """
                        select e.client_id, c.given_name, c.family_name, p.name, e.admitted_on, t.time_zone
                        from episodes.public_episode e
                        join clients.public_client c on c.organization_id = e.organization_id and c.id = e.client_id
                        join organizations.public_site t on t.organization_id = c.organization_id and t.id = c.site_id
                        join organizations.public_program p on p.organization_id = e.organization_id and p.id = e.program_id
                        where e.organization_id = :organization and e.admitted_on <= :day
                          and (e.discharged_on is null or e.discharged_on >= :day)
                          and (cardinality(:sites) = 0 or c.site_id = any(:sites))
                        order by c.given_name, c.family_name, e.admitted_on
                        """)
                .param("organization", organization())
                .param("day", day)
                .param("sites", sites.toArray(UUID[]::new))
                .query((row, number) ->
                        new Stay(
                                new ClientId(row.getObject(1, UUID.class)),
                                row.getString(2) + " " + row.getString(3).charAt(0) + ".",
                                row.getString(4),
                                row.getObject(5, LocalDate.class),
                                ZoneId.of(row.getString(6))))
                .list();
    }

    /**
     * The signals of these stays as of the end of a day.
     *
     * @param now groups that end later are not judged yet
     */
    Map<ClientId, Signals> of(List<Stay> stays, LocalDate day, Instant now) {
        var ids = stays.stream().map(stay -> stay.client().value()).toArray(UUID[]::new);
        var seats = byClient(seats(ids, day, now), Seat::client);
        var scores = byClient(scores(ids, day), Score::client);
        var hard = hardDays(ids, day);
        var tests = tests(ids, day);
        var barriers = barriers(ids, day);
        var signals = new HashMap<ClientId, Signals>();
        for (var stay : stays) {
            var id = stay.client().value();
            var own =
                    scores.getOrDefault(id, List.of()).stream()
                            .filter(score -> !score.day().isBefore(stay.admittedOn()))
                            .toList();
            var checkIns =
                    own.stream()
                            .filter(score -> score.instrument().equals("DAILY-CHECK"))
                            .map(Score::day)
                            .toList();
            signals.put(
                    stay.client(),
                    new Signals(
                            stay.admittedOn(),
                            day,
                            days(seats.getOrDefault(id, List.of()), stay.admittedOn()),
                            worse(own),
                            own.stream()
                                    .map(Score::day)
                                    .max(LocalDate::compareTo)
                                    .orElse(stay.admittedOn()),
                            checkIns.stream()
                                    .filter(one -> one.isAfter(day.minusDays(14)))
                                    .toList(),
                            !checkIns.isEmpty(),
                            hard.contains(id),
                            tests.getOrDefault(id, List.of()),
                            barriers.getOrDefault(id, List.of())));
        }
        return signals;
    }

    private List<Seat> seats(UUID[] clients, LocalDate day, Instant now) {
        return jdbc.sql(
                        """
                        select r.client_id, r.local_date, s.starts_at, s.ends_at, coalesce(m.status = 'EXCUSED', false),
                               m.arrived_at, m.left_at
                        from sessions.public_roster r
                        join sessions.public_session s on s.organization_id = r.organization_id and s.id = r.session_id
                        left join attendance.public_mark m
                          on m.organization_id = r.organization_id and m.session_id = r.session_id
                         and m.client_id = r.client_id
                        where r.organization_id = :organization and r.client_id = any(:clients)
                          and r.local_date > :from and r.local_date <= :day and s.ends_at <= :now
                        """)
                .param("organization", organization())
                .param("clients", clients)
                .param("from", day.minusDays(BACK_DAYS))
                .param("day", day)
                .param("now", now.atOffset(UTC))
                .query((row, number) ->
                        new Seat(
                                row.getObject(1, UUID.class),
                                row.getObject(2, LocalDate.class),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getBoolean(5),
                                instant(row, 6),
                                instant(row, 7)))
                .list();
    }

    private List<Score> scores(UUID[] clients, LocalDate day) {
        return jdbc.sql(
                        """
                        select client_id, instrument, taken_on, coalesce(total, 0) as total
                        from measures.public_result
                        where organization_id = :organization and client_id = any(:clients) and taken_on <= :day
                        union all
                        select client_id, instrument, taken_on, total from episodes.public_score
                        where organization_id = :organization and client_id = any(:clients) and taken_on <= :day
                        """)
                .param("organization", organization())
                .param("clients", clients)
                .param("day", day)
                .query((row, number) ->
                        new Score(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getDouble(4)))
                .list();
    }

    private Set<UUID> hardDays(UUID[] clients, LocalDate day) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select distinct client_id from measures.public_alert
                                where organization_id = :organization and client_id = any(:clients)
                                  and cause = 'CHECK_IN_HARD' and raised_at > :from and raised_at < :until
                                """)
                        .param("organization", organization())
                        .param("clients", clients)
                        .param("from", day.minusDays(14).atStartOfDay().atOffset(UTC))
                        .param("until", day.plusDays(1).atStartOfDay().atOffset(UTC))
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list());
    }

    private Map<UUID, List<LocalDate>> tests(UUID[] clients, LocalDate day) {
        var tests = new HashMap<UUID, List<LocalDate>>();
        jdbc.sql(
                        """
                        select client_id, local_date from drugtests.public_result
                        where organization_id = :organization and client_id = any(:clients) and not consistent
                          and local_date > :from and local_date <= :day
                        """)
                .param("organization", organization())
                .param("clients", clients)
                .param("from", day.minusDays(21))
                .param("day", day)
                .query(row -> {
                    tests.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(row.getObject(2, LocalDate.class));
                });
        return tests;
    }

    private Map<UUID, List<String>> barriers(UUID[] clients, LocalDate day) {
        var barriers = new HashMap<UUID, List<String>>();
        jdbc.sql(
                        """
                        select client_id, kind from admissions.public_barrier
                        where organization_id = :organization and client_id = any(:clients) and opened_at < :until
                          and (closed_at is null or closed_at >= :until)
                        order by client_id, kind
                        """)
                .param("organization", organization())
                .param("clients", clients)
                .param("until", day.plusDays(1).atStartOfDay().atOffset(UTC))
                .query(row -> {
                    barriers.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(Barrier.Kind.valueOf(row.getString(2)).label());
                });
        return barriers;
    }

    private static List<Signals.Day> days(List<Seat> seats, LocalDate admittedOn) {
        var byDay = new TreeMap<LocalDate, List<Seat>>();
        seats.stream()
                .filter(seat -> !seat.day().isBefore(admittedOn))
                .forEach(seat ->
                        byDay.computeIfAbsent(seat.day(), _ -> new ArrayList<>()).add(seat));
        var days = new ArrayList<Signals.Day>();
        byDay.forEach((day, all) -> days.add(day(day, all)));
        return days;
    }

    private static Signals.Day day(LocalDate date, List<Seat> seats) {
        var sorted = seats.stream().sorted(java.util.Comparator.comparing(Seat::starts)).toList();
        var first = sorted.getFirst();
        var last = sorted.getLast();
        var arrived = first.arrived();
        var left = last.left();
        return new Signals.Day(
                date,
                (int) sorted.stream().mapToLong(SignalRecords::planned).sum(),
                (int) sorted.stream().mapToLong(SignalRecords::there).sum(),
                sorted.stream().allMatch(Seat::excused),
                arrived != null && arrived.isAfter(first.starts().plus(LATE)),
                left != null && left.isBefore(last.ends().minus(LATE)));
    }

    private static long planned(Seat seat) {
        return Duration.between(seat.starts(), seat.ends()).toMinutes();
    }

    private static long there(Seat seat) {
        var arrived = seat.arrived();
        if (arrived == null) {
            return 0;
        }
        var left = seat.left();
        var from = arrived.isBefore(seat.starts()) ? seat.starts() : arrived;
        var until = left == null || left.isAfter(seat.ends()) ? seat.ends() : left;
        return Math.max(0, Duration.between(from, until).toMinutes());
    }

    /**
     * A total that rose by what counts as a change since the lowest of the stay: 5 on PHQ-9
     * (Kroenke 2001), 4 on GAD-7 (Toussaint 2020).
     */
    private static String worse(List<Score> scores) {
        for (var bound : MEANINGFUL.entrySet()) {
            var own =
                    scores.stream()
                            .filter(score -> score.instrument().equals(bound.getKey()))
                            .sorted(java.util.Comparator.comparing(Score::day))
                            .toList();
            if (own.size() >= 2) {
                double now = own.getLast().total();
                double lowest = own.stream().mapToDouble(Score::total).min().orElse(now);
                if (now - lowest >= bound.getValue()) {
                    return "%s from %.0f to %.0f.".formatted(bound.getKey(), lowest, now);
                }
            }
        }
        return "";
    }

    private static <T> Map<UUID, List<T>> byClient(
            Collection<T> rows, java.util.function.Function<T, UUID> client) {
        var map = new HashMap<UUID, List<T>>();
        rows.forEach(
                row -> map.computeIfAbsent(client.apply(row), _ -> new ArrayList<>()).add(row));
        return map;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
