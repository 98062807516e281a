package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.billing.ClaimDetail.Posted;
import care.trellis.clients.ClientId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that shows claims with what was posted to them. */
@Component
class ClaimPages {

    private static final String ROWS =
            """
            select c.id, c.number, c.client_id, c.form, c.from_date, c.through_date, c.charge_cents, c.submitted_at,
                   c.file_id, c.authorization_number, p.given_name, p.family_name, k.payer_name, f.name as file_name,
                   coalesce(s.postings, 0) > 0 as answered, coalesce(s.reversed, false) as reversed,
                   coalesce(s.paid, 0) as paid, coalesce(s.patient, 0) as patient, c.turn,
                   case when c.frequency <> '1' then null
                        when s.decided_on is not null then s.decided_on + k.correction_days
                        when c.turn = 1 then c.from_date + k.timely_filing_days end as files_by,
                   (select e.accepted
                      from billing.claim_report e
                     where e.organization_id = c.organization_id and e.claim_id = c.id
                     order by e.at desc, e.kind
                     limit 1) as accepted,
                   coalesce(s.whole, false) or not exists (
                       select
                         from billing.claim_line l
                        where l.organization_id = c.organization_id and l.claim_id = c.id
                          and coalesce((select sum(o.paid_cents + o.patient_responsibility_cents)
                                          from billing.posting o
                                         where o.organization_id = l.organization_id and o.claim_id = l.claim_id
                                           and o.claim_line_id = l.id), 0)
                              <= 0) as all_lines
            from billing.claim c
            join billing.file f on f.organization_id = c.organization_id and f.id = c.file_id
            join clients.public_client p on p.organization_id = c.organization_id and p.id = c.client_id
            join payers.public_contract k on k.organization_id = c.organization_id and k.id = c.contract_id
            left join lateral (
                select count(*) as postings, sum(o.paid_cents)::bigint as paid,
                       sum(o.patient_responsibility_cents)::bigint as patient, bool_or(o.claim_status = '22') as reversed,
                       bool_or(o.claim_line_id is null and o.charge_cents = c.charge_cents) as whole,
                       max(r.answered_on) as decided_on
                from billing.posting o
                join billing.remittance r on r.organization_id = o.organization_id and r.id = o.remittance_id
                where o.organization_id = c.organization_id and o.claim_id = c.id) s on true
            where c.organization_id = :organization and (:everywhere or p.site_id = any(:sites::uuid[]))
            """;

    private final JdbcClient jdbc;
    private final ClaimRecords records;
    private final TurnRecords turns;

    ClaimPages(JdbcClient jdbc, ClaimRecords records, TurnRecords turns) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.records = records;
    }

    /** Groups as {@link ClaimGroup#of} says. */
    private static final String GROUP =
            """
            case when not answered and accepted is false then 'REJECTED' when not answered then 'SENT' when paid > 0 or patient > 0 then 'PAID' else 'DENIED' end
            """;

    /** Claims at these sites, the newest first; empty sites mean every site. */
    List<ClaimRow> rows(Collection<UUID> sites, @Nullable ClaimGroup group, int most, int from) {
        return jdbc.sql(
                        "select * from ("
                                + ROWS
                                + ") claim where cast(:group as text) is null or :group = "
                                + GROUP
                                + """
                                order by submitted_at desc, number desc
                                limit :most offset :from
                                """)
                .param("group", group == null ? null : group.name())
                .param("organization", organization())
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.of(sites, site -> site))
                .param("most", most)
                .param("from", from)
                .query(ClaimPages::claim)
                .list();
    }

    Map<ClaimGroup, Integer> counts(Collection<UUID> sites) {
        var counts = new EnumMap<ClaimGroup, Integer>(ClaimGroup.class);
        jdbc.sql("select " + GROUP + " as standing, count(*) from (" + ROWS + ") claim group by 1")
                .param("organization", organization())
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.of(sites, site -> site))
                .query(row -> {
                    counts.put(ClaimGroup.valueOf(row.getString(1).strip()), row.getInt(2));
                });
        return counts;
    }

    Optional<ClaimDetail> detail(ClaimId id, Collection<UUID> sites) {
        return jdbc.sql(ROWS + "and c.id = :id")
                .param("organization", organization())
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.of(sites, site -> site))
                .param("id", id.value())
                .query((row, number) ->
                        new ClaimDetail(
                                claim(row, number),
                                new FileId(row.getObject("file_id", UUID.class)),
                                row.getString("file_name"),
                                row.getString("authorization_number"),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()))
                .optional()
                .map(this::complete);
    }

    private ClaimDetail complete(ClaimDetail head) {
        var postings = postings(head.row().id());
        return new ClaimDetail(
                head.row(),
                head.file(),
                head.fileName(),
                head.authorization(),
                lines(head.row().id(), postings),
                postings.getOrDefault(null, List.of()),
                reports(head.row().id()),
                asSent(head),
                turns.of(head.row().id()));
    }

    private List<Report> reports(ClaimId claim) {
        return jdbc.sql(
                        """
                        select kind, accepted, words, at from billing.claim_report
                        where organization_id = :organization and claim_id = :claim
                        order by at desc, kind
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query((row, number) ->
                        new Report(
                                row.getString("kind"),
                                row.getBoolean("accepted"),
                                row.getString("words"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<ClaimDetail.Line> lines(
            ClaimId claim, Map<@Nullable UUID, List<Posted>> postings) {
        return jdbc.sql(
                        """
                        select id, number, local_date, procedure_code, revenue_code, modifiers, units, charge_cents
                        from billing.claim_line
                        where organization_id = :organization and claim_id = :claim
                        order by number
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query((row, number) ->
                        new ClaimDetail.Line(
                                row.getInt("number"),
                                row.getObject("local_date", LocalDate.class),
                                row.getString("procedure_code"),
                                row.getString("revenue_code"),
                                Columns.texts(row, "modifiers"),
                                row.getInt("units"),
                                new Money(row.getLong("charge_cents")),
                                postings.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    /** By line of the claim; under null those to the claim as a whole. */
    private Map<@Nullable UUID, List<Posted>> postings(ClaimId claim) {
        var adjustments = adjustments(claim);
        var found = new HashMap<@Nullable UUID, List<Posted>>();
        jdbc.sql(
                        """
                        select o.id, o.claim_line_id, o.claim_status, o.payer_claim_number, o.paid_cents,
                               o.patient_responsibility_cents, o.remarks, r.id as remittance_id, r.trace, r.paid_on
                        from billing.posting o
                        join billing.remittance r
                            on r.organization_id = o.organization_id and r.id = o.remittance_id
                        where o.organization_id = :organization and o.claim_id = :claim
                        order by r.posted_at, r.id, o.number
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query(row -> {
                    found.computeIfAbsent(
                                    row.getObject("claim_line_id", UUID.class),
                                    line -> new ArrayList<>())
                            .add(
                                    new Posted(
                                            new RemittanceId(
                                                    row.getObject("remittance_id", UUID.class)),
                                            row.getString("trace"),
                                            row.getObject("paid_on", LocalDate.class),
                                            row.getString("claim_status"),
                                            row.getString("payer_claim_number"),
                                            new Money(row.getLong("paid_cents")),
                                            new Money(row.getLong("patient_responsibility_cents")),
                                            adjustments.getOrDefault(
                                                    row.getObject("id", UUID.class), List.of()),
                                            Columns.texts(row, "remarks")));
                });
        return found;
    }

    private Map<UUID, List<Adjusted>> adjustments(ClaimId claim) {
        var found = new HashMap<UUID, List<Adjusted>>();
        jdbc.sql(
                        """
                        select a.posting_id, a.group_code, a.reason_code, a.amount_cents
                        from billing.posting o
                        join billing.public_adjustment a
                            on a.organization_id = o.organization_id and a.posting_id = o.id
                        where o.organization_id = :organization and o.claim_id = :claim
                        order by a.posting_id, a.number
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query(row -> {
                    found.computeIfAbsent(
                                    row.getObject("posting_id", UUID.class),
                                    posting -> new ArrayList<>())
                            .add(
                                    new Adjusted(
                                            row.getString("group_code"),
                                            row.getString("reason_code"),
                                            new Money(row.getLong("amount_cents"))));
                });
        return found;
    }

    /** The segments from this claim's subscriber to the next one's; our files have one a line. */
    private List<String> asSent(ClaimDetail head) {
        var content =
                records.file(head.file())
                        .map(file -> new String(file.content(), StandardCharsets.US_ASCII))
                        .orElse("");
        var part = new ArrayList<String>();
        boolean ours = false;
        for (var segment : content.split("\n")) {
            if (segment.startsWith("HL*") || segment.startsWith("SE*")) {
                if (ours) {
                    return part;
                }
                part.clear();
            }
            ours |= segment.startsWith("CLM*" + head.row().number().split("/")[0] + "*");
            part.add(segment);
        }
        return ours ? part : List.of();
    }

    private static ClaimRow claim(ResultSet row, int number) throws SQLException {
        long paid = row.getLong("paid");
        long patient = row.getLong("patient");
        var status =
                ClaimStatus.of(
                        (Boolean) row.getObject("accepted"),
                        row.getBoolean("answered"),
                        row.getBoolean("all_lines"),
                        row.getBoolean("reversed"),
                        paid,
                        patient);
        return new ClaimRow(
                new ClaimId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getString("payer_name"),
                Form.of(row.getString("form")),
                row.getObject("from_date", LocalDate.class),
                row.getObject("through_date", LocalDate.class),
                new Money(row.getLong("charge_cents")),
                new Money(paid),
                new Money(patient),
                status,
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getInt("turn"),
                status.clockRuns() ? row.getObject("files_by", LocalDate.class) : null);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
