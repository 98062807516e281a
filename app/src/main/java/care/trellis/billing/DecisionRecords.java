package care.trellis.billing;

import care.trellis.base.OrganizationContext;
import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.payers.ContractId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that reads what a payer decided of a claim, and to whom the claim goes next. */
@Component
class DecisionRecords {

    private final JdbcClient jdbc;

    DecisionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A claim as it stands in its file, and the coverage that it went to.
     *
     * @param forwardedFrom the claim that its payer had of the payer before, not of us: the file is
     *     that one's; null when we sent it
     * @param memberId at that coverage; empty on claims to the first payer, whose file says it
     */
    record Kept(
            ClaimId claim,
            @Nullable ClaimId forwardedFrom,
            String number,
            ContractId contract,
            String memberId,
            @Nullable String groupNumber,
            String file) {}

    Kept kept(ClaimId claim) {
        return jdbc.sql(
                        """
                        select case when c.sent_by = 'PAYER' then c.follows_id end as forwarded_from, c.number,
                               c.contract_id, coalesce(v.member_id, '') as member_id, v.group_number, f.content
                        from billing.claim c
                        join billing.file f on f.organization_id = c.organization_id and f.id = c.file_id
                        left join clients.public_coverage v
                          on v.organization_id = c.organization_id and v.id = c.coverage_id
                        where c.organization_id = :organization and c.id = :claim
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query((row, number) -> {
                    var from = row.getObject("forwarded_from", UUID.class);
                    return new Kept(
                            claim,
                            from == null ? null : new ClaimId(from),
                            row.getString("number"),
                            new ContractId(row.getObject("contract_id", UUID.class)),
                            row.getString("member_id"),
                            row.getString("group_number"),
                            new String(row.getBytes("content"), StandardCharsets.US_ASCII));
                })
                .single();
    }

    /** Whom a claim goes to next. */
    record Onward(String memberId, @Nullable String groupNumber, @Nullable String authorization) {}

    /** Empty when no further coverage under a contract holds on its days any more. */
    Optional<Onward> onward(ClaimId claim) {
        return jdbc.sql(
                        """
                        select n.member_id, n.group_number,
                               (select g.number from authorizations.public_authorization g
                                 where g.organization_id = c.organization_id and g.client_id = c.client_id
                                   and g.contract_id = n.contract_id and g.state = 'APPROVED'
                                   and g.from_date <= c.from_date and g.to_date >= c.through_date
                                 order by g.from_date desc limit 1) as authorization_number
                        from billing.claim c
                        join billing.next_coverage n on n.organization_id = c.organization_id and n.claim_id = c.id
                        where c.organization_id = :organization and c.id = :claim and n.contract_id is not null
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query((row, number) ->
                        new Onward(
                                row.getString("member_id"),
                                row.getString("group_number"),
                                row.getString("authorization_number")))
                .optional();
    }

    /** Everything that was posted to a claim, taken together. */
    private static final class Sums {

        private @Nullable String payerNumber;
        private LocalDate on = LocalDate.EPOCH;
        private long paid;
        private final Map<Integer, Long> paidByLine = new HashMap<>();
        private final Map<Integer, Map<Reason, Long>> reasons = new HashMap<>();
    }

    private record Reason(String group, String code) {}

    /** What the payer of this claim decided. */
    Decision of(ClaimId claim) {
        var sums = new Sums();
        jdbc.sql(
                        """
                        select coalesce(l.number, 0) as line, o.paid_cents, o.payer_claim_number, o.group_codes,
                               o.reason_codes, o.adjustment_cents, r.answered_on as decided_on
                        from billing.posting o
                        join billing.remittance r on r.organization_id = o.organization_id and r.id = o.remittance_id
                        left join billing.claim_line l on l.organization_id = o.organization_id and l.id = o.claim_line_id
                        where o.organization_id = :organization and o.claim_id = :claim
                        order by r.posted_at, o.number
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query(row -> {
                    add(row, sums);
                });
        var lines = new LinkedHashMap<Integer, Decision.OfLine>();
        sums.paidByLine.keySet().stream()
                .filter(line -> line > 0)
                .sorted()
                .forEach(line ->
                        lines.put(
                                line,
                                new Decision.OfLine(
                                        sums.paidByLine.getOrDefault(line, 0L),
                                        adjustments(sums, line))));
        return new Decision(sums.payerNumber, sums.on, lines, sums.paid, adjustments(sums, 0));
    }

    private static void add(ResultSet row, Sums sums) throws SQLException {
        int line = row.getInt("line");
        long paid = row.getLong("paid_cents");
        var number = row.getString("payer_claim_number");
        sums.payerNumber = number == null ? sums.payerNumber : number;
        sums.on = row.getObject("decided_on", LocalDate.class);
        sums.paid += paid;
        sums.paidByLine.merge(line, paid, Long::sum);
        var groups = Columns.texts(row, "group_codes");
        var codes = Columns.texts(row, "reason_codes");
        var cents = (Long[]) row.getArray("adjustment_cents").getArray();
        for (int at = 0; at < cents.length; at++) {
            sums.reasons
                    .computeIfAbsent(line, key -> new LinkedHashMap<>())
                    .merge(new Reason(groups.get(at), codes.get(at)), cents[at], Long::sum);
        }
    }

    private static List<Adjustment> adjustments(Sums sums, int line) {
        var adjustments = new ArrayList<Adjustment>();
        sums.reasons
                .getOrDefault(line, Map.of())
                .forEach((reason, cents) -> {
                    if (cents != 0) {
                        adjustments.add(new Adjustment(reason.group(), reason.code(), cents, null));
                    }
                });
        return adjustments;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
