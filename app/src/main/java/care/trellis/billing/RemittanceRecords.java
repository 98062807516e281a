package care.trellis.billing;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.ProviderAdjustment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that posts remittances. */
@Component
class RemittanceRecords {

    private final JdbcClient jdbc;

    RemittanceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A payer of ours, as contracts name it. */
    record Payer(String name, String code) {}

    Map<UUID, Payer> payers() {
        var payers = new HashMap<UUID, Payer>();
        jdbc.sql(
                        """
                        select distinct payer_id, payer_name, payer_code
                        from payers.public_contract
                        where organization_id = :organization
                        """)
                .param("organization", organization())
                .query(row -> {
                    payers.put(
                            row.getObject(1, UUID.class),
                            new Payer(row.getString(2), row.getString(3)));
                });
        return payers;
    }

    /**
     * Until the transaction ends, no other remittance of the organization is posted: two that give
     * one number to different payments would each find the number free.
     */
    void lockPosting() {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('remittance ' || :organization, 0))")
                .param("organization", organization().toString())
                .query((row, number) -> number)
                .single();
    }

    /** The file of this content. */
    FileId file(byte[] sha256) {
        return jdbc.sql(
                        """
                        select id from billing.file
                        where organization_id = :organization and kind = '835' and sha256 = :sha256
                        """)
                .param("organization", organization())
                .param("sha256", sha256)
                .query((row, number) -> new FileId(row.getObject(1, UUID.class)))
                .single();
    }

    List<RemittanceId> remittancesOf(FileId file) {
        return jdbc.sql(
                        """
                        select id from billing.remittance
                        where organization_id = :organization and file_id = :file
                        order by id
                        """)
                .param("organization", organization())
                .param("file", file.value())
                .query((row, number) -> new RemittanceId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Writes the head of a remittance.
     *
     * @param today the organization's day, from which the answer counts where the payment names
     *     none
     * @return false when the same payment is already on record
     */
    boolean insertRemittance(
            RemittanceId id, FileId file, Payment payment, Instant now, LocalDate today) {
        return jdbc.sql(
                                """
                                insert into billing.remittance (organization_id, id, file_id, payer_name, payer_code,
                                    trace, method, paid_on, paid_cents, posted_at, answered_on)
                                values (:organization, :id, :file, :payer, :code, :trace, :method, :paidOn, :paid, :now,
                                    :answeredOn)
                                on conflict (organization_id, payer_name, trace, paid_cents, paid_on) do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("file", file.value())
                        .param("payer", payment.payer().name())
                        .param("code", payment.payer().id())
                        .param("trace", payment.trace())
                        .param("method", payment.method())
                        .param("paidOn", payment.date())
                        .param("paid", payment.paidCents())
                        .param("now", now.atOffset(UTC))
                        .param("answeredOn", Objects.requireNonNullElse(payment.date(), today))
                        .update()
                == 1;
    }

    /** A payment that is on record. */
    record Standing(long paidCents, @Nullable LocalDate paidOn, Instant postedAt) {}

    /** What another file brought last under the payer and trace number of this payment. */
    Optional<Standing> standing(Payment payment, FileId file) {
        return jdbc.sql(
                        """
                        select paid_cents, paid_on, posted_at from billing.remittance
                        where organization_id = :organization and payer_name = :payer and trace = :trace
                          and file_id <> :file
                        order by posted_at desc, id desc limit 1
                        """)
                .param("organization", organization())
                .param("payer", payment.payer().name())
                .param("trace", payment.trace())
                .param("file", file.value())
                .query((row, number) ->
                        new Standing(
                                row.getLong("paid_cents"),
                                row.getObject("paid_on", LocalDate.class),
                                row.getObject("posted_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** What a remittance paid, by the claim's number as it came. */
    Map<String, Long> paidByClaim(RemittanceId remittance) {
        var paid = new HashMap<String, Long>();
        jdbc.sql(
                        """
                        select claim_number, sum(paid_cents)::bigint from billing.posting
                        where organization_id = :organization and remittance_id = :remittance
                        group by claim_number
                        """)
                .param("organization", organization())
                .param("remittance", remittance.value())
                .query(row -> {
                    paid.put(row.getString(1), row.getLong(2));
                });
        return paid;
    }

    /** The remittance of this payment. */
    RemittanceId remittance(Payment payment) {
        return jdbc.sql(
                        """
                        select id from billing.remittance
                        where organization_id = :organization and payer_name = :payer and trace = :trace
                          and paid_cents = :paid and paid_on is not distinct from :paidOn::date
                        """)
                .param("organization", organization())
                .param("payer", payment.payer().name())
                .param("trace", payment.trace())
                .param("paid", payment.paidCents())
                .param("paidOn", payment.date())
                .query((row, number) -> new RemittanceId(row.getObject(1, UUID.class)))
                .single();
    }

    /**
     * Our claims of these numbers, with their lines; behind each those that its payer forwarded,
     * which the next payer knows by the same number.
     */
    Map<String, List<Matcher.OurClaim>> claims(Collection<String> numbers) {
        var lines = new HashMap<UUID, List<Matcher.OurLine>>();
        var heads = new LinkedHashMap<UUID, Head>();
        var claims = new HashMap<String, List<Matcher.OurClaim>>();
        jdbc.sql(
                        """
                        with named as materialized (
                            select id, number from billing.claim
                            where organization_id = :organization and number = any(:numbers::text[])),
                        ours as materialized (
                            select id, number from named
                            union all
                            select f.id, n.number
                            from named n
                            join billing.standing_follower f
                                on f.organization_id = :organization and f.follows_id = n.id and f.sent_by = 'PAYER')
                        select c.id as claim_id, o.number as claim_number, c.turn, c.remaining_cents, k.payer_id, l.id,
                               l.number, l.local_date, l.procedure_code, l.revenue_code,
                               l.remaining_cents as line_remaining_cents
                        from ours o
                        join billing.claim c on c.organization_id = :organization and c.id = o.id
                        join payers.public_contract k
                            on k.organization_id = c.organization_id and k.id = c.contract_id
                        join billing.claim_line l on l.organization_id = c.organization_id and l.claim_id = c.id
                        order by c.turn, c.id, l.number
                        """)
                .param("organization", organization())
                .param("numbers", Columns.of(numbers, number -> number))
                .query(row -> {
                    var id = row.getObject("claim_id", UUID.class);
                    var of = lines.computeIfAbsent(id, claim -> new ArrayList<>());
                    of.add(
                            new Matcher.OurLine(
                                    row.getObject("id", UUID.class),
                                    row.getInt("number"),
                                    row.getObject("local_date", LocalDate.class),
                                    row.getString("procedure_code"),
                                    row.getString("revenue_code"),
                                    row.getLong("line_remaining_cents")));
                    heads.put(
                            id,
                            new Head(
                                    row.getString("claim_number"),
                                    row.getObject("payer_id", UUID.class),
                                    row.getInt("turn"),
                                    row.getLong("remaining_cents")));
                });
        heads.forEach((id, head) ->
                claims.computeIfAbsent(head.number(), number -> new ArrayList<>())
                        .add(
                                new Matcher.OurClaim(
                                        new ClaimId(id),
                                        head.number(),
                                        head.payer(),
                                        head.turn(),
                                        head.remainingCents(),
                                        lines.getOrDefault(id, List.of()))));
        return claims;
    }

    private record Head(String number, UUID payer, int turn, long remainingCents) {}

    private record Numbered(UUID id, UUID first, int number, PostingRow row) {

        String quoted(Function<Adjustment, String> column) {
            return Columns.array(row.adjustments().stream().map(column).toList());
        }

        String cents() {
            return row.adjustments().stream()
                    .map(adjustment -> Long.toString(adjustment.cents()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** Writes rows that follow on {@code before} others of the remittance. */
    void insertPostings(RemittanceId remittance, int before, List<PostingRow> rows) {
        var numbered = new ArrayList<Numbered>();
        @Nullable PaidClaim of = null;
        var first = Ids.next();
        for (var row : rows) {
            var id = Ids.next();
            if (row.from() != of) {
                of = row.from();
                first = id;
            }
            numbered.add(new Numbered(id, first, before + numbered.size() + 1, row));
        }
        insertPostings(remittance, numbered);
    }

    private void insertPostings(RemittanceId remittance, List<Numbered> rows) {
        jdbc.sql(
                        """
                        insert into billing.posting (organization_id, id, remittance_id, number, claim_number,
                            payer_claim_number, claim_status, claim_id, claim_line_id, local_date, procedure_code,
                            revenue_code, charge_cents, paid_cents, patient_responsibility_cents, remarks,
                            unmatched_reason, first_id, group_codes, reason_codes, adjustment_cents, remaining_cents)
                        select :organization, p.id, :remittance, p.number, p.claim_number, p.payer_claim_number,
                               p.claim_status, p.claim_id, p.claim_line_id, p.local_date, p.procedure_code,
                               p.revenue_code, p.charge, p.paid, p.patient, p.remarks::text[], p.reason, p.first,
                               p.groups::text[], p.carcs::text[], p.cents::bigint[], p.remaining
                        from unnest(:ids::uuid[], :numbers::int[], :claimNumbers::text[], :payerNumbers::text[],
                                :statuses::text[], :claims::uuid[], :lines::uuid[], :dates::date[],
                                :procedures::text[], :revenues::text[], :charges::bigint[], :paid::bigint[],
                                :patient::bigint[], :remarks::text[], :reasons::text[], :firsts::uuid[],
                                :groups::text[], :carcs::text[], :cents::text[], :remaining::bigint[])
                             as p(id, number, claim_number, payer_claim_number, claim_status, claim_id, claim_line_id,
                                  local_date, procedure_code, revenue_code, charge, paid, patient, remarks, reason, first, groups,
                                  carcs, cents, remaining)
                        """)
                .param("organization", organization())
                .param("remittance", remittance.value())
                .param("ids", Columns.of(rows, Numbered::id))
                .param("numbers", Columns.of(rows, Numbered::number))
                .param(
                        "claimNumbers",
                        Columns.of(rows, row -> row.row().from().patientControlNumber()))
                .param("payerNumbers", Columns.of(rows, row -> row.row().from().payerClaimNumber()))
                .param("statuses", Columns.of(rows, row -> row.row().from().status()))
                .param(
                        "claims",
                        Columns.of(
                                rows,
                                row ->
                                        row.row().claim() == null
                                                ? null
                                                : row.row().claim().value()))
                .param("lines", Columns.of(rows, row -> row.row().line()))
                .param("dates", Columns.of(rows, row -> row.row().date()))
                .param("procedures", Columns.of(rows, row -> row.row().procedure()))
                .param("revenues", Columns.of(rows, row -> row.row().revenue()))
                .param("charges", Columns.of(rows, row -> row.row().chargeCents()))
                .param("paid", Columns.of(rows, row -> row.row().paidCents()))
                .param("patient", Columns.of(rows, row -> row.row().patientCents()))
                .param("remarks", Columns.of(rows, row -> Columns.array(row.row().remarks())))
                .param("reasons", Columns.of(rows, row -> row.row().reason()))
                .param("firsts", Columns.of(rows, Numbered::first))
                .param("groups", Columns.of(rows, row -> row.quoted(Adjustment::group)))
                .param("carcs", Columns.of(rows, row -> row.quoted(Adjustment::reason)))
                .param("cents", Columns.of(rows, Numbered::cents))
                .param("remaining", Columns.of(rows, row -> row.row().remainingCents()))
                .update();
    }

    void insertAdjustments(RemittanceId remittance, List<ProviderAdjustment> adjustments) {
        int number = 0;
        for (var adjustment : adjustments) {
            jdbc.sql(
                            """
                            insert into billing.provider_adjustment (organization_id, remittance_id, number, reason,
                                reference, amount_cents)
                            values (:organization, :remittance, :number, :reason, :reference, :cents)
                            """)
                    .param("organization", organization())
                    .param("remittance", remittance.value())
                    .param("number", ++number)
                    .param("reason", adjustment.reason())
                    .param("reference", adjustment.reference())
                    .param("cents", adjustment.cents())
                    .update();
        }
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
