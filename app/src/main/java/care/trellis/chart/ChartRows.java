package care.trellis.chart;

import care.trellis.base.OrganizationContext;
import care.trellis.board.Mark;
import care.trellis.clients.ClientId;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.SiteId;
import care.trellis.web.ChartPart;
import care.trellis.web.Tone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the chart reads from the views that other rooms publish. */
@Repository
class ChartRows {

    /** A program as the chart and the admission name it. */
    record Program(ProgramId id, String name, String level, boolean part2) {}

    private record Held(LocalDate day, ChartView.Group group) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.US);

    private final JdbcClient jdbc;
    private final Clock clock;

    ChartRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ZoneId zone(SiteId site) {
        return ZoneId.of(
                jdbc.sql(
                                "select time_zone from organizations.public_site where organization_id = :organization and id = :site")
                        .param("organization", organization())
                        .param("site", site.value())
                        .query(String.class)
                        .single());
    }

    LocalDate today(SiteId site) {
        return today(zone(site));
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    /** The day that it is somewhere on earth already: no birth lies after it. */
    LocalDate latestToday() {
        return LocalDate.now(clock.withZone(ZoneOffset.ofHours(14)));
    }

    /** The sites somebody may choose from, by name. */
    Map<UUID, String> sites() {
        return names(
                "select id, name from organizations.public_site where organization_id = :organization order by name");
    }

    /** The contracts a coverage may fall under, with their payer's name. */
    Map<UUID, String> contracts() {
        return names(
                "select id, payer_name || ' · ' || name from payers.public_contract where organization_id = :organization order by 2");
    }

    private Map<UUID, String> names(String sql) {
        var names = new java.util.LinkedHashMap<UUID, String>();
        jdbc.sql(sql)
                .param("organization", organization())
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return names;
    }

    /** The programs of a site, by name. */
    List<Program> programs(SiteId site) {
        return jdbc.sql(
                        """
                        select id, name, level_of_care, part_2 from organizations.public_program
                        where organization_id = :organization and site_id = :site
                        order by name
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .query((row, number) ->
                        new Program(
                                new ProgramId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4)))
                .list();
    }

    /** Who discloses: the organization's own name. */
    String organizationName() {
        return jdbc.sql(
                        "select name from organizations.public_organization where organization_id = :organization")
                .param("organization", organization())
                .query(String.class)
                .single();
    }

    /** The week around today, Monday to Sunday; days without groups are in it. */
    List<ChartView.Day> week(ClientId client, ZoneId zone, LocalDate today) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var held =
                jdbc.sql(
                                """
                                select r.local_date, r.title, r.modality, r.starts_at, m.status, m.arrived_at
                                from sessions.public_roster r
                                left join attendance.public_mark m
                                  on m.organization_id = r.organization_id and m.session_id = r.session_id
                                 and m.client_id = r.client_id
                                where r.organization_id = :organization and r.client_id = :client
                                  and r.local_date between :monday and :sunday
                                order by r.starts_at
                                """)
                        .param("organization", organization())
                        .param("client", client.value())
                        .param("monday", monday)
                        .param("sunday", monday.plusDays(6))
                        .query((row, number) -> held(row, zone))
                        .list();
        var byDay = new HashMap<LocalDate, List<ChartView.Group>>();
        held.forEach(
                one -> byDay.computeIfAbsent(one.day(), any -> new ArrayList<>()).add(one.group()));
        return monday.datesUntil(monday.plusDays(7))
                .map(day ->
                        new ChartView.Day(
                                DAY.format(day),
                                day.equals(today),
                                byDay.getOrDefault(day, List.of())))
                .toList();
    }

    private static Held held(ResultSet row, ZoneId zone) throws SQLException {
        var starts = row.getObject("starts_at", OffsetDateTime.class);
        return new Held(
                row.getObject("local_date", LocalDate.class),
                new ChartView.Group(
                        TIME.format(starts.atZoneSameInstant(zone)),
                        row.getString("title"),
                        mark(row, starts)));
    }

    private static Mark mark(ResultSet row, OffsetDateTime starts) throws SQLException {
        String status = row.getString("status");
        var arrived = row.getObject("arrived_at", OffsetDateTime.class);
        if ("EXCUSED".equals(status)) {
            return Mark.AWAY;
        }
        if ("ABSENT".equals(status)) {
            return Mark.ABSENT;
        }
        if (!"PRESENT".equals(status)) {
            return Mark.EXPECTED;
        }
        if (arrived != null && arrived.isAfter(starts)) {
            return Mark.LATE;
        }
        return "VIDEO".equals(row.getString("modality")) ? Mark.VIRTUAL : Mark.PRESENT;
    }

    /** Tracks the client is in on that day. */
    List<String> tracks(ClientId client, LocalDate today) {
        return jdbc.sql(
                        """
                        select t.name
                        from sessions.public_enrollment e
                        join sessions.public_track t on t.organization_id = e.organization_id and t.id = e.track_id
                        where e.organization_id = :organization and e.client_id = :client
                          and (e.to_date is null or e.to_date >= :today)
                        order by t.name
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("today", today)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Signed notes, the newest first. */
    List<ChartPart.Line> notes(ClientId client, int most) {
        return jdbc.sql(
                        """
                        select n.id, coalesce(s.title, 'Note') as title, n.local_date, n.printed_name, n.credentials
                        from (select * from notes.public_signed
                               where organization_id = :organization and client_id = :client
                               order by local_date desc
                               limit :most) n
                        left join sessions.public_session s
                          on s.organization_id = n.organization_id and s.id = n.session_id
                        order by n.local_date desc, s.starts_at desc, n.id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("most", most)
                .query((row, number) ->
                        new ChartPart.Line(
                                row.getString("title"),
                                row.getString("printed_name") + ", " + row.getString("credentials"),
                                "Signed",
                                Tone.GOOD,
                                Words.day(row.getObject("local_date", LocalDate.class)),
                                "/clients/" + client.value() + "/notes/" + row.getString("id")))
                .list();
    }

    /** Authorizations, the newest first. */
    List<ChartPart.Line> authorizations(ClientId client, LocalDate today) {
        return jdbc.sql(
                        """
                        select a.number, a.state, a.unit, a.units_granted, a.from_date, a.to_date, c.payer_name
                        from authorizations.public_authorization a
                        join payers.public_contract c
                          on c.organization_id = a.organization_id and c.id = a.contract_id
                        where a.organization_id = :organization and a.client_id = :client
                        order by a.from_date desc, a.id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> authorization(row, today))
                .list();
    }

    private static ChartPart.Line authorization(ResultSet row, LocalDate today)
            throws SQLException {
        String state = row.getString("state");
        var to = row.getObject("to_date", LocalDate.class);
        boolean approved = state.equals("APPROVED");
        String number = row.getString("number");
        return new ChartPart.Line(
                row.getString("payer_name") + (number == null ? "" : " · " + number),
                approved
                        ? "%d × %s"
                                .formatted(
                                        row.getInt("units_granted"),
                                        row.getString("unit").toLowerCase(Locale.ROOT))
                        : "",
                approved && to.isBefore(today)
                        ? "Ended"
                        : state.charAt(0) + state.substring(1).toLowerCase(Locale.ROOT),
                approved
                        ? to.isBefore(today) ? Tone.NEUTRAL : Tone.GOOD
                        : state.equals("REQUESTED") ? Tone.WATCH : Tone.BAD,
                Words.day(row.getObject("from_date", LocalDate.class)) + " – " + Words.day(to));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
