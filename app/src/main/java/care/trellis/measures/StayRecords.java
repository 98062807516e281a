package care.trellis.measures;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stays as other rooms publish them, for lists of measures. */
@Repository
class StayRecords {

    private static final String STAYS =
            """
            select e.id, e.client_id, c.given_name || ' ' || left(c.family_name, 1) || '.' as name,
                   c.birth_date, c.site_id, s.time_zone, e.program_id, p.name as program_name,
                   p.program_type, p.level_of_care, e.admitted_on, e.discharged_on,
                   array(select l.from_date from episodes.public_placement l
                          where l.organization_id = e.organization_id and l.episode_id = e.id
                            and l.from_date > e.admitted_on
                          order by l.from_date) as steps
            from episodes.public_episode e
            join clients.public_client c on c.organization_id = e.organization_id and c.id = e.client_id
            join organizations.public_site s
              on s.organization_id = c.organization_id and s.id = c.site_id
            join organizations.public_program p
              on p.organization_id = e.organization_id and p.id = e.program_id
            where e.organization_id = :organization
              and (e.discharged_on is null or e.discharged_on >= :from) %s
            order by c.given_name, c.family_name, e.admitted_on
            """;

    private final JdbcClient jdbc;

    StayRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stays that were not over before that day, by name. */
    List<Stay> since(LocalDate from) {
        return stays(from, "", null);
    }

    /** Those of some clients, by name. */
    List<Stay> since(LocalDate from, Collection<ClientId> clients) {
        return stays(
                from,
                "and e.client_id = any(:clients)",
                clients.stream().map(ClientId::value).toArray(UUID[]::new));
    }

    /** Those of one client: along one key from table to table. */
    List<Stay> since(LocalDate from, ClientId client) {
        return stays(from, "and e.client_id = :clients", client.value());
    }

    private List<Stay> stays(LocalDate from, String some, @Nullable Object clients) {
        var statement =
                jdbc.sql(STAYS.formatted(some))
                        .param("organization", organization())
                        .param("from", from);
        return (clients == null ? statement : statement.param("clients", clients))
                .query((row, number) -> stay(row))
                .list();
    }

    /** The names of the tracks of each stay that were not over before that day, by name. */
    Map<UUID, List<String>> tracks(LocalDate from) {
        return jdbc
                .sql(
                        """
                        select distinct n.episode_id, t.name
                        from sessions.public_enrollment n
                        join sessions.public_track t on t.organization_id = n.organization_id and t.id = n.track_id
                        where n.organization_id = :organization and (n.to_date is null or n.to_date >= :from)
                        order by t.name
                        """)
                .param("organization", organization())
                .param("from", from)
                .query((row, number) ->
                        Map.entry(row.getObject("episode_id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The clients whose groups this member of staff leads around that day. */
    Set<UUID> caseload(UUID staff, LocalDate day) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select distinct r.client_id
                                from sessions.public_session s
                                join sessions.public_facilitator f
                                  on f.organization_id = s.organization_id and f.session_id = s.id
                                join sessions.public_roster r
                                  on r.organization_id = s.organization_id and r.session_id = s.id
                                where s.organization_id = :organization and f.staff_id = :staff
                                  and s.local_date between :from and :until
                                """)
                        .param("organization", organization())
                        .param("staff", staff)
                        .param("from", day.minusDays(14))
                        .param("until", day.plusDays(7))
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list());
    }

    /** Who is expected in a session. */
    List<ClientId> expectedIn(UUID session) {
        return jdbc.sql(
                        """
                        select client_id from sessions.public_roster
                        where organization_id = :organization and session_id = :session
                        """)
                .param("organization", organization())
                .param("session", session)
                .query((row, number) -> new ClientId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Which of these clients attended since that day. */
    Set<UUID> attending(List<ClientId> clients, LocalDate from) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select distinct client_id from attendance.public_mark
                                where organization_id = :organization and client_id = any(:clients)
                                  and status = 'PRESENT' and local_date >= :from
                                """)
                        .param("organization", organization())
                        .param(
                                "clients",
                                clients.stream().map(ClientId::value).toArray(UUID[]::new))
                        .param("from", from)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list());
    }

    /** Program days attended from the admission on, by stay. */
    Map<UUID, Integer> attendedDays(List<Stay> stays) {
        var days = new HashMap<UUID, Integer>();
        jdbc.sql(
                        """
                        select a.id, count(distinct m.local_date) as days
                        from unnest(:stays::uuid[], :clients::uuid[], :since::date[]) as a (id, client_id, since)
                        join attendance.public_mark m
                          on m.organization_id = :organization and m.client_id = a.client_id and m.local_date >= a.since
                        where m.status = 'PRESENT'
                        group by a.id
                        """)
                .param("organization", organization())
                .param("stays", stays.stream().map(Stay::episode).toArray(UUID[]::new))
                .param(
                        "clients",
                        stays.stream().map(stay -> stay.client().value()).toArray(UUID[]::new))
                .param(
                        "since",
                        stays.stream()
                                .map(stay -> stay.admittedOn().toString())
                                .toArray(String[]::new))
                .query(row -> {
                    days.put(row.getObject("id", UUID.class), row.getInt("days"));
                });
        return days;
    }

    private static Stay stay(ResultSet row) throws SQLException {
        return new Stay(
                row.getObject("id", UUID.class),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("name"),
                row.getObject("site_id", UUID.class),
                ZoneId.of(row.getString("time_zone")),
                row.getObject("program_id", UUID.class),
                row.getString("program_name"),
                row.getString("program_type"),
                row.getString("level_of_care"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("discharged_on", LocalDate.class),
                Stream.of((java.sql.Date[]) row.getArray("steps").getArray())
                        .map(java.sql.Date::toLocalDate)
                        .toList());
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
