package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that shows remittances. */
@Component
class RemittancePages {

    private static final int MOST_UNMATCHED = 200;

    private static final String ROWS =
            """
            select r.id, r.payer_name, r.trace, r.method, r.paid_on, r.paid_cents, r.posted_at, f.name as file_name,
                   s.claims, s.lines, s.unmatched, s.unmatched_cents, s.charge_cents
            from billing.remittance r
            join billing.file f on f.organization_id = r.organization_id and f.id = r.file_id
            join lateral (
                select count(distinct p.claim_number) as claims, count(*) as lines,
                       count(p.unmatched_reason) as unmatched,
                       coalesce(sum(p.paid_cents) filter (where p.unmatched_reason is not null), 0)::bigint
                           as unmatched_cents,
                       coalesce(sum(p.charge_cents), 0)::bigint as charge_cents
                from billing.posting p
                where p.organization_id = r.organization_id and p.remittance_id = r.id) s on true
            where r.organization_id = :organization
            """;

    private static final String LINES =
            """
            select p.id, p.remittance_id, r.trace, r.payer_name, p.claim_number, p.claim_status, p.claim_id, c.client_id,
                   n.given_name, n.family_name, p.local_date, p.procedure_code, p.revenue_code, p.charge_cents,
                   p.paid_cents, p.patient_responsibility_cents, p.remarks, p.unmatched_reason,
                   exists (select from billing.hand_match m
                            where m.organization_id = p.organization_id and m.posting_id = p.id
                              and m.undone_at is null) as by_hand
            from billing.posting p
            join billing.remittance r on r.organization_id = p.organization_id and r.id = p.remittance_id
            left join billing.claim c on c.organization_id = p.organization_id and c.id = p.claim_id
            left join clients.public_client n on n.organization_id = c.organization_id and n.id = c.client_id
            where p.organization_id = :organization
            """;

    private final JdbcClient jdbc;

    RemittancePages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RemittanceRow> rows(int most, int from) {
        return jdbc.sql(ROWS + "order by r.posted_at desc, r.id desc limit :most offset :from")
                .param("organization", organization())
                .param("most", most)
                .param("from", from)
                .query(RemittancePages::row)
                .list();
    }

    Optional<RemittanceDetail> detail(RemittanceId id) {
        return jdbc.sql(ROWS + "and r.id = :id")
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) ->
                        new RemittanceDetail(
                                row(row, number),
                                row.getString("file_name"),
                                new Money(row.getLong("charge_cents")),
                                List.of(),
                                List.of(),
                                List.of()))
                .optional()
                .map(head ->
                        new RemittanceDetail(
                                head.row(),
                                head.fileName(),
                                head.charge(),
                                sums(id),
                                ofPayment(id),
                                lines(id)));
    }

    /** The newest lines that wait for a person. */
    List<RemittanceDetail.Line> unmatched() {
        return jdbc.sql(
                        LINES
                                + """
                                and p.unmatched_reason is not null
                                order by r.posted_at desc, r.id, p.number
                                limit :most
                                """)
                .param("organization", organization())
                .param("most", MOST_UNMATCHED)
                .query((row, number) -> line(row, Map.of()))
                .list();
    }

    Optional<RemittanceDetail.Line> line(PostingId id) {
        return jdbc.sql(LINES + "and p.id = :id")
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) -> line(row, Map.of()))
                .optional();
    }

    private List<RemittanceDetail.Line> lines(RemittanceId id) {
        var adjustments = adjustments(id);
        return jdbc.sql(LINES + "and p.remittance_id = :id order by p.number limit :most")
                .param("organization", organization())
                .param("id", id.value())
                .param("most", RemittanceDetail.MOST_LINES)
                .query((row, number) -> line(row, adjustments))
                .list();
    }

    private Map<UUID, List<Adjusted>> adjustments(RemittanceId id) {
        var found = new HashMap<UUID, List<Adjusted>>();
        jdbc.sql(
                        """
                        select a.posting_id, a.group_code, a.reason_code, a.amount_cents
                        from billing.posting p
                        join billing.public_adjustment a
                            on a.organization_id = p.organization_id and a.posting_id = p.id
                        where p.organization_id = :organization and p.remittance_id = :id and p.number <= :most
                        order by a.posting_id, a.number
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("most", RemittanceDetail.MOST_LINES)
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

    private List<RemittanceDetail.Sum> sums(RemittanceId id) {
        return jdbc.sql(
                        """
                        select a.group_code, sum(a.amount_cents)::bigint as cents
                        from billing.posting p
                        join billing.public_adjustment a
                            on a.organization_id = p.organization_id and a.posting_id = p.id
                        where p.organization_id = :organization and p.remittance_id = :id
                        group by a.group_code
                        order by array_position(array['CO', 'PR', 'OA', 'PI'], a.group_code), a.group_code
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) ->
                        new RemittanceDetail.Sum(row.getString(1), new Money(row.getLong(2))))
                .list();
    }

    private List<RemittanceDetail.OfPayment> ofPayment(RemittanceId id) {
        return jdbc.sql(
                        """
                        select reason, reference, amount_cents
                        from billing.provider_adjustment
                        where organization_id = :organization and remittance_id = :id
                        order by number
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) ->
                        new RemittanceDetail.OfPayment(
                                row.getString(1), row.getString(2), new Money(row.getLong(3))))
                .list();
    }

    private static RemittanceRow row(ResultSet row, int number) throws SQLException {
        return new RemittanceRow(
                new RemittanceId(row.getObject("id", UUID.class)),
                row.getString("payer_name"),
                row.getString("trace"),
                row.getString("method"),
                row.getObject("paid_on", LocalDate.class),
                new Money(row.getLong("paid_cents")),
                row.getInt("claims"),
                row.getInt("lines"),
                row.getInt("unmatched"),
                new Money(row.getLong("unmatched_cents")),
                row.getObject("posted_at", OffsetDateTime.class).toInstant());
    }

    private static RemittanceDetail.Line line(ResultSet row, Map<UUID, List<Adjusted>> adjustments)
            throws SQLException {
        var claim = row.getObject("claim_id", UUID.class);
        var client = row.getObject("client_id", UUID.class);
        var reason = row.getString("unmatched_reason");
        return new RemittanceDetail.Line(
                new PostingId(row.getObject("id", UUID.class)),
                row.getBoolean("by_hand"),
                new RemittanceId(row.getObject("remittance_id", UUID.class)),
                row.getString("trace"),
                row.getString("payer_name"),
                row.getString("claim_number"),
                row.getString("claim_status"),
                claim == null ? null : new ClaimId(claim),
                client == null ? null : new ClientId(client),
                client == null
                        ? null
                        : row.getString("given_name") + " " + row.getString("family_name"),
                row.getObject("local_date", LocalDate.class),
                row.getString("procedure_code"),
                row.getString("revenue_code"),
                new Money(row.getLong("charge_cents")),
                new Money(row.getLong("paid_cents")),
                new Money(row.getLong("patient_responsibility_cents")),
                adjustments.getOrDefault(row.getObject("id", UUID.class), List.of()),
                Columns.texts(row, "remarks"),
                reason == null ? null : Unmatched.valueOf(reason));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
