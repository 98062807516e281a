package care.trellis.authorizations;

import care.trellis.authorizations.Packet.Found;
import care.trellis.base.OrganizationId;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the freshest evidence of each sort, for many clients at once. */
@Repository
class PacketRecords {

    /** How far back evidence is looked for. */
    private static final int BACK_DAYS = 120;

    /** Our own questions about the program and the week are no evidence of illness. */
    private static final Set<String> NO_EVIDENCE =
            Set.of("SESSION-CHECK", "SATISFACTION", "WEEK-CHECK", "RULERS", "DAILY-CHECK");

    private static final Set<String> USE = Set.of("BAM", "AUDIT", "DAST", "COWS", "CIWA", "SOWS");

    private final JdbcClient jdbc;

    PacketRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The evidence of one client, and whether substances are what is treated first. */
    static final class Gathered {

        final Map<Evidence, Found> found = new EnumMap<>(Evidence.class);
        boolean substances;

        private void put(Evidence sort, String text, LocalDate on) {
            found.putIfAbsent(sort, new Found(text, on));
        }
    }

    Map<ClientId, Gathered> of(
            OrganizationId organization, Collection<ClientId> clients, LocalDate today) {
        var gathered = new HashMap<ClientId, Gathered>();
        clients.forEach(client -> gathered.put(client, new Gathered()));
        var ids = clients.stream().map(ClientId::value).distinct().toArray(UUID[]::new);
        diagnoses(organization, ids, today, gathered);
        scores(organization, ids, today, gathered);
        attendance(organization, ids, today, gathered);
        notes(organization, ids, today, gathered);
        plans(organization, ids, today, gathered);
        goals(organization, ids, today, gathered);
        return gathered;
    }

    private static Gathered of(ResultSet row, Map<ClientId, Gathered> gathered)
            throws SQLException {
        return gathered.computeIfAbsent(
                new ClientId(row.getObject("client_id", UUID.class)), client -> new Gathered());
    }

    private void diagnoses(
            OrganizationId organization,
            UUID[] clients,
            LocalDate today,
            Map<ClientId, Gathered> gathered) {
        jdbc.sql(
                        """
                        select client_id, code, description, diagnosis_class, from_date
                        from episodes.public_diagnosis
                        where organization_id = :organization and client_id = any(:clients)
                          and from_date <= :today and (to_date is null or to_date >= :today)
                        order by rank
                        """)
                .param("organization", organization.value())
                .param("clients", clients)
                .param("today", today)
                .query(row -> {
                    var one = of(row, gathered);
                    var sort = row.getString("diagnosis_class");
                    if (!one.found.containsKey(Evidence.DIAGNOSIS)) {
                        one.substances = "SUD".equals(sort) || "OUD".equals(sort);
                    }
                    one.put(
                            Evidence.DIAGNOSIS,
                            row.getString("code") + " " + row.getString("description"),
                            row.getObject("from_date", LocalDate.class));
                });
    }

    private void scores(
            OrganizationId organization,
            UUID[] clients,
            LocalDate today,
            Map<ClientId, Gathered> gathered) {
        var first = new HashMap<String, String>();
        jdbc.sql(
                        """
                        with score as materialized (
                            select client_id, instrument, taken_on, total::text as scores, true as totalled
                            from episodes.public_score
                            where organization_id = :organization and client_id = any(:clients)
                              and taken_on between :since and :today
                            union all
                            select client_id, instrument, taken_on, scores, total is not null
                            from measures.public_result
                            where organization_id = :organization and client_id = any(:clients)
                              and taken_on between :since and :today and scores is not null)
                        select client_id, instrument, taken_on, scores, totalled from score m
                        where not exists (
                            select from clients.public_restriction x
                            where x.organization_id = :organization and x.client_id = m.client_id
                              and m.taken_on >= x.from_date and (x.to_date is null or m.taken_on <= x.to_date))
                        order by taken_on, instrument
                        """)
                .param("organization", organization.value())
                .param("clients", clients)
                .param("since", today.minusDays(BACK_DAYS))
                .param("today", today)
                .query(row -> {
                    var instrument = row.getString("instrument");
                    var sort = sortOf(instrument);
                    if (sort == null) {
                        return;
                    }
                    var one = of(row, gathered);
                    var scores = row.getString("scores");
                    var on = row.getObject("taken_on", LocalDate.class);
                    one.found.put(sort, new Found(instrument + " " + scores, on));
                    var before = first.putIfAbsent(row.getString("client_id") + instrument, scores);
                    if (before != null && row.getBoolean("totalled")) {
                        one.found.put(
                                Evidence.CHANGE,
                                new Found(instrument + " from " + before + " to " + scores, on));
                    }
                });
    }

    /** What a score speaks for; null for what clients think of the program. */
    private static @Nullable Evidence sortOf(String instrument) {
        if (NO_EVIDENCE.contains(instrument)) {
            return null;
        }
        return USE.contains(instrument.split("-", 2)[0])
                ? Evidence.USE_SCORE
                : Evidence.SYMPTOM_SCORE;
    }

    private void attendance(
            OrganizationId organization,
            UUID[] clients,
            LocalDate today,
            Map<ClientId, Gathered> gathered) {
        jdbc.sql(
                        """
                        select client_id, count(distinct local_date) as booked,
                               count(distinct local_date) filter (where status = 'PRESENT') as kept,
                               max(local_date) filter (where status = 'PRESENT') as last_day
                        from attendance.public_mark m
                        where organization_id = :organization and client_id = any(:clients)
                          and local_date between :since and :today and status <> 'EXPECTED'
                          and not exists (
                              select from clients.public_restriction x
                              where x.organization_id = :organization and x.client_id = m.client_id
                                and m.local_date >= x.from_date and (x.to_date is null or m.local_date <= x.to_date))
                        group by client_id
                        """)
                .param("organization", organization.value())
                .param("clients", clients)
                .param("since", today.minusDays(28))
                .param("today", today)
                .query(row -> {
                    var lastDay = row.getObject("last_day", LocalDate.class);
                    if (lastDay != null) {
                        of(row, gathered)
                                .put(
                                        Evidence.ATTENDANCE,
                                        "%d of %d days in four weeks"
                                                .formatted(
                                                        row.getInt("kept"), row.getInt("booked")),
                                        lastDay);
                    }
                });
    }

    private void notes(
            OrganizationId organization,
            UUID[] clients,
            LocalDate today,
            Map<ClientId, Gathered> gathered) {
        jdbc.sql(
                        """
                        with signed as materialized (
                            select client_id, session_id, local_date, printed_name, credentials
                            from notes.public_signed m
                            where organization_id = :organization and client_id = any(:clients)
                              and local_date between :since and :today
                              and not exists (
                                  select from clients.public_restriction x
                                  where x.organization_id = :organization and x.client_id = m.client_id
                                    and m.local_date >= x.from_date
                                    and (x.to_date is null or m.local_date <= x.to_date)))
                        select n.client_id, n.local_date, n.printed_name, n.credentials, s.title, s.service_type
                        from signed n
                        join sessions.public_session s
                          on s.organization_id = :organization and s.id = n.session_id
                        order by n.local_date desc
                        """)
                .param("organization", organization.value())
                .param("clients", clients)
                .param("since", today.minusDays(BACK_DAYS))
                .param("today", today)
                .query(row -> {
                    var credentials = row.getString("credentials");
                    of(row, gathered)
                            .put(
                                    sort(row.getString("service_type")),
                                    row.getString("title")
                                            + ", signed by "
                                            + row.getString("printed_name")
                                            + (credentials == null || credentials.isBlank()
                                                    ? ""
                                                    : ", " + credentials),
                                    row.getObject("local_date", LocalDate.class));
                });
    }

    private static Evidence sort(String service) {
        return switch (service) {
            case "FAMILY_THERAPY", "MULTI_FAMILY_GROUP" -> Evidence.FAMILY_NOTE;
            case "GROUP_THERAPY", "EDUCATION_GROUP", "LIFE_SKILLS", "ACTIVITY_THERAPY" ->
                    Evidence.GROUP_NOTE;
            default -> Evidence.INDIVIDUAL_NOTE;
        };
    }

    private void plans(
            OrganizationId organization,
            UUID[] clients,
            LocalDate today,
            Map<ClientId, Gathered> gathered) {
        jdbc.sql(
                        """
                        select e.client_id, p.minutes_per_week, p.physician_signed_on
                        from episodes.public_episode e
                        join episodes.public_plan p on p.organization_id = e.organization_id and p.episode_id = e.id
                        where e.organization_id = :organization and e.client_id = any(:clients)
                          and p.physician_signed_on <= :today
                        order by p.physician_signed_on desc
                        """)
                .param("organization", organization.value())
                .param("clients", clients)
                .param("today", today)
                .query(row -> {
                    of(row, gathered)
                            .put(
                                    Evidence.PLAN,
                                    "%s hours a week, signed"
                                            .formatted(
                                                    java.math.BigDecimal.valueOf(
                                                                    row.getInt("minutes_per_week")
                                                                            / 60.0)
                                                            .stripTrailingZeros()
                                                            .toPlainString()),
                                    row.getObject("physician_signed_on", LocalDate.class));
                });
    }

    private void goals(
            OrganizationId organization,
            UUID[] clients,
            LocalDate today,
            Map<ClientId, Gathered> gathered) {
        jdbc.sql(
                        """
                        select e.client_id, g.number, g.text, e.admitted_on
                        from episodes.public_episode e
                        join episodes.public_goal g on g.organization_id = e.organization_id and g.episode_id = e.id
                        where e.organization_id = :organization and e.client_id = any(:clients)
                          and e.discharged_on is null and g.closed_on is null and e.admitted_on <= :today
                        order by g.number
                        """)
                .param("organization", organization.value())
                .param("clients", clients)
                .param("today", today)
                .query(row -> {
                    var one = of(row, gathered);
                    var before = one.found.get(Evidence.GOALS);
                    var goal = row.getInt("number") + ". " + row.getString("text");
                    one.found.put(
                            Evidence.GOALS,
                            new Found(
                                    before == null ? goal : before.text() + " · " + goal,
                                    row.getObject("admitted_on", LocalDate.class)));
                });
    }
}
