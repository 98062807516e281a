package care.trellis.measures;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts who was asked and who answered. */
@Repository
class SatisfactionRecords {

    record Counted(int asked, int answered) {}

    private final JdbcClient jdbc;

    SatisfactionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counted counted(String instrument, Instant from) {
        return jdbc.sql(
                        """
                        select count(*) filter (where a.cancelled_at is null) as asked,
                               count(a.submitted_at) as answered
                        from measures.administration a
                        join measures.sitting s on s.organization_id = a.organization_id and s.id = a.sitting_id
                        where a.organization_id = :organization and a.instrument = :instrument and s.asked_at >= :from
                        """)
                .param("organization", organization())
                .param("instrument", instrument)
                .param("from", from.atOffset(UTC))
                .query((row, number) -> new Counted(row.getInt("asked"), row.getInt("answered")))
                .single();
    }

    List<Double> totals(String instrument, Instant from) {
        return jdbc.sql(
                        """
                        select r.total
                        from measures.administration a
                        join measures.sitting s on s.organization_id = a.organization_id and s.id = a.sitting_id
                        join measures.public_result r
                          on r.organization_id = a.organization_id and r.administration_id = a.id
                        where a.organization_id = :organization and a.instrument = :instrument and s.asked_at >= :from
                          and r.total is not null
                        """)
                .param("organization", organization())
                .param("instrument", instrument)
                .param("from", from.atOffset(UTC))
                .query((row, number) -> Double.valueOf(row.getDouble(1)))
                .list();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
