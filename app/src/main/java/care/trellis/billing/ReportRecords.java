package care.trellis.billing;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what receivers said of our claims. */
@Component
class ReportRecords {

    private final JdbcClient jdbc;

    ReportRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said of the claim of a number. */
    record Report(String number, boolean accepted, String words) {}

    /**
     * Says the same of all claims of a file, or of some.
     *
     * @param from the first of them, as they are numbered in the file; 0 for all
     * @param to the last
     * @return how many claims that are
     */
    int reportFile(
            UUID source,
            String kind,
            long controlNumber,
            int from,
            int to,
            boolean accepted,
            String words,
            Instant now) {
        jdbc.sql(
                        """
                        insert into billing.claim_report (organization_id, id, claim_id, source_id, kind, accepted,
                            words, at)
                        select c.organization_id, gen_random_uuid(), c.id, :source, :kind, :accepted, :words, :now
                        from billing.file f
                        join billing.claim c on c.organization_id = f.organization_id and c.file_id = f.id
                        where f.organization_id = :organization and f.direction = 'OUT' and f.control_number = :number
                          and (:from = 0 or split_part(split_part(c.number, '-', 2), '/', 1)::int between :from and :to)
                        on conflict (organization_id, claim_id, source_id, kind) do nothing
                        """)
                .param("organization", organization())
                .param("source", source)
                .param("kind", kind)
                .param("number", controlNumber)
                .param("from", from)
                .param("to", to)
                .param("accepted", accepted)
                .param("words", words)
                .param("now", now.atOffset(UTC))
                .update();
        return jdbc.sql(
                        """
                        select count(*)
                        from billing.file f
                        join billing.claim c on c.organization_id = f.organization_id and c.file_id = f.id
                        where f.organization_id = :organization and f.direction = 'OUT' and f.control_number = :number
                          and (:from = 0 or split_part(split_part(c.number, '-', 2), '/', 1)::int between :from and :to)
                        """)
                .param("organization", organization())
                .param("number", controlNumber)
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    /** The kind of a file of ours that holds no claims; nothing when the number is none of such. */
    Optional<String> question(long controlNumber) {
        return jdbc.sql(
                        """
                        select kind from billing.file
                        where organization_id = :organization and direction = 'OUT' and control_number = :number
                          and kind in ('270', '276', '278')
                        """)
                .param("organization", organization())
                .param("number", controlNumber)
                .query(String.class)
                .optional();
    }

    /** Which of these numbers are claims of ours; what was said of them is on record then. */
    Set<String> report(UUID source, List<Report> reports, Instant now) {
        jdbc.sql(
                        """
                        insert into billing.claim_report (organization_id, id, claim_id, source_id, kind, accepted,
                            words, at)
                        select c.organization_id, gen_random_uuid(), c.id, :source, '277CA', r.accepted, r.words, :now
                        from unnest(:numbers::text[], :accepted::boolean[], :words::text[])
                             as r(number, accepted, words)
                        join billing.claim c on c.organization_id = :organization and c.number = r.number
                        on conflict (organization_id, claim_id, source_id, kind) do nothing
                        """)
                .param("organization", organization())
                .param("source", source)
                .param("numbers", Columns.of(reports, Report::number))
                .param("accepted", Columns.of(reports, Report::accepted))
                .param("words", Columns.of(reports, Report::words))
                .param("now", now.atOffset(UTC))
                .update();
        return new HashSet<>(
                jdbc.sql(
                                """
                                select number from billing.claim
                                where organization_id = :organization and number = any(:numbers::text[])
                                """)
                        .param("organization", organization())
                        .param("numbers", Columns.of(reports, Report::number))
                        .query(String.class)
                        .list());
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
