package care.trellis.transitions;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other rooms publish that speaks for more care, or for less. */
@Repository
class GuidanceRecords {

    /** Something counted out of something. */
    record Share(int part, int whole) {

        /** In whole percent; 0 of nothing. */
        int percent() {
            return whole == 0 ? 0 : Math.round(100f * part / whole);
        }
    }

    /** A score on a day. */
    record Score(LocalDate day, int total) {}

    private final JdbcClient jdbc;

    GuidanceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open flags that ask for somebody today. */
    int highFlags(ClientId client) {
        return jdbc.sql(
                        """
                        select count(*) from safety.public_flag
                        where organization_id = :organization and client_id = :client and level in ('IMMINENT', 'HIGH')
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(Integer.class)
                .single();
    }

    /** Results since a day that were not as prescribed or told. */
    int unexpectedTests(ClientId client, LocalDate since) {
        return jdbc.sql(
                        """
                        select count(*) from drugtests.public_result
                        where organization_id = :organization and client_id = :client and local_date >= :since
                          and state = 'VALID' and not consistent
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("since", since)
                .query(Integer.class)
                .single();
    }

    /** Open alerts of the withdrawal scales. */
    int withdrawalAlerts(ClientId client) {
        return jdbc.sql(
                        """
                        select count(*) from measures.public_alert
                        where organization_id = :organization and client_id = :client and closed_at is null
                          and (instrument ilike 'cows%' or instrument ilike 'ciwa%')
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(Integer.class)
                .single();
    }

    /** Totals of the PHQ-9 since a day, the oldest first. */
    List<Score> depression(ClientId client, LocalDate since) {
        return jdbc.sql(
                        """
                        select taken_on, cast(total as int) from measures.public_result
                        where organization_id = :organization and client_id = :client and instrument ilike 'phq-9%'
                          and valid and total is not null and taken_on >= :since
                        union
                        select taken_on, cast(total as int) from episodes.public_score
                        where organization_id = :organization and client_id = :client and instrument ilike 'phq-9%'
                          and total is not null and taken_on >= :since
                        order by taken_on
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("since", since)
                .query((row, number) -> new Score(row.getObject(1, LocalDate.class), row.getInt(2)))
                .list();
    }

    /** Objectives that are met, of all that are on the plan of the open stay. */
    Share objectives(ClientId client) {
        return jdbc.sql(
                        """
                        select count(*) filter (where o.status = 'MET'), count(*)
                        from episodes.public_episode e
                        join episodes.public_goal g on g.organization_id = e.organization_id and g.episode_id = e.id
                        join plans.public_objective o on o.organization_id = g.organization_id and o.goal_id = g.id
                        where e.organization_id = :organization and e.client_id = :client and e.discharged_on is null
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> new Share(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** Sessions attended, of those that somebody marked since a day. */
    Share attendance(ClientId client, LocalDate since) {
        return jdbc.sql(
                        """
                        select count(*) filter (where status = 'PRESENT'), count(*)
                        from attendance.public_mark
                        where organization_id = :organization and client_id = :client and local_date >= :since
                          and status in ('PRESENT', 'ABSENT', 'EXCUSED')
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("since", since)
                .query((row, number) -> new Share(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** The class of the leading diagnosis, such as {@code SUD}. */
    Optional<String> kind(ClientId client, LocalDate day) {
        return jdbc.sql(
                        """
                        select diagnosis_class from episodes.public_diagnosis
                        where organization_id = :organization and client_id = :client
                          and (to_date is null or to_date >= :day) and diagnosis_class is not null
                        order by rank limit 1
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("day", day)
                .query(String.class)
                .optional();
    }

    /** The day of the last result that was not as told; nothing where there is none. */
    Optional<LocalDate> lastUnexpected(ClientId client) {
        return jdbc.sql(
                        """
                        select max(local_date) from drugtests.public_result
                        where organization_id = :organization and client_id = :client and not consistent
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Results on record since a day. */
    int tests(ClientId client, LocalDate since) {
        return jdbc.sql(
                        """
                        select count(*) from drugtests.public_result
                        where organization_id = :organization and client_id = :client and local_date >= :since
                          and state = 'VALID'
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("since", since)
                .query(Integer.class)
                .single();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
