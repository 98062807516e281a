package care.trellis.billing;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL about claims that go out again. */
@Component
class CorrectionRecords {

    private final JdbcClient jdbc;
    private final ClaimRecords claims;

    CorrectionRecords(JdbcClient jdbc, ClaimRecords claims) {
        this.jdbc = jdbc;
        this.claims = claims;
    }

    /**
     * Whether we sent a claim to the next payer that repeats this one's decision, and it stands.
     */
    boolean followed(ClaimId claim) {
        return jdbc.sql(
                        """
                        select exists (
                            select from billing.standing_follower
                            where organization_id = :organization and follows_id = :claim and sent_by = 'US')
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query(Boolean.class)
                .single();
    }

    /** A claim of these sites; empty sites mean every site. */
    Optional<EarlierClaim> find(ClaimId claim, Collection<UUID> sites) {
        return jdbc.sql(
                        """
                        with recursive chain as (
                            select id, replaces_id, frequency from billing.claim
                            where organization_id = :organization and id = :claim
                            union all
                            select b.id, b.replaces_id, b.frequency
                            from chain h
                            join billing.claim b on b.organization_id = :organization and b.id = h.replaces_id)
                        select c.id, c.number, c.client_id, n.given_name, n.family_name, c.contract_id, c.from_date,
                               c.through_date, c.charge_cents, c.generation, c.turn, f.content,
                               (select p.payer_claim_number
                                  from billing.posting p
                                  join billing.remittance r
                                    on r.organization_id = p.organization_id and r.id = p.remittance_id
                                 where p.organization_id = c.organization_id and p.claim_id = c.id
                                   and p.payer_claim_number is not null
                                 order by r.posted_at desc, p.number desc
                                 limit 1) as payer_number,
                               exists (select from billing.claim o
                                        where o.organization_id = c.organization_id and o.replaces_id = c.id)
                                   as replaced,
                               case when c.frequency = '8' then null
                                    else coalesce(
                                        (select max(r.answered_on)
                                           from billing.posting p
                                           join billing.remittance r
                                             on r.organization_id = p.organization_id and r.id = p.remittance_id
                                          where p.organization_id = c.organization_id
                                            and p.claim_id = any(array(select id from chain)))
                                            + k.correction_days,
                                        case when c.turn = 1 then c.from_date + k.timely_filing_days end)
                               end as files_by,
                               (select min(e.at)
                                  from billing.claim_report e
                                 where e.organization_id = c.organization_id
                                   and e.claim_id = any(array(select id from chain where frequency <> '8'))
                                   and e.accepted
                                   and not exists (select from billing.claim_report o
                                                    where o.organization_id = e.organization_id
                                                      and o.claim_id = e.claim_id and not o.accepted)
                               ) as acknowledged_at,
                               (select array_agg(distinct l.local_date order by l.local_date)
                                  from billing.claim_line l
                                 where l.organization_id = c.organization_id and l.claim_id = c.id) as days
                        from billing.claim c
                        join billing.file f on f.organization_id = c.organization_id and f.id = c.file_id
                        join clients.public_client n on n.organization_id = c.organization_id and n.id = c.client_id
                        join payers.public_contract k
                          on k.organization_id = c.organization_id and k.id = c.contract_id
                        where c.organization_id = :organization and c.id = :claim
                          and (:everywhere or n.site_id = any(:sites::uuid[]))
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.of(sites, site -> site))
                .query(CorrectionRecords::earlier)
                .optional();
    }

    private static EarlierClaim earlier(ResultSet row, int number) throws SQLException {
        var acknowledged = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new EarlierClaim(
                new ClaimId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("given_name") + " " + row.getString("family_name"),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getObject("from_date", LocalDate.class),
                row.getObject("through_date", LocalDate.class),
                new Money(row.getLong("charge_cents")),
                row.getInt("generation"),
                row.getInt("turn"),
                row.getString("payer_number"),
                row.getBoolean("replaced"),
                row.getObject("files_by", LocalDate.class),
                acknowledged == null ? null : acknowledged.toInstant(),
                days((java.sql.Date[]) row.getArray("days").getArray()),
                new String(row.getBytes("content"), StandardCharsets.US_ASCII));
    }

    private static List<LocalDate> days(java.sql.Date[] days) {
        return Arrays.stream(days).map(java.sql.Date::toLocalDate).toList();
    }

    /** Writes the claim that undoes an earlier one: the same lines, a generation later. */
    void insertVoid(EarlierClaim earlier, ClaimId id, String number, FileId file, Instant now) {
        jdbc.sql(
                        """
                        with undone as (
                            insert into billing.claim (organization_id, id, number, client_id, contract_id, file_id, form,
                                from_date, through_date, charge_cents, authorization_number, submitted_at, replaces_id,
                                frequency, generation, turn, follows_id, coverage_id, remaining_cents)
                            select organization_id, :id, :number, client_id, contract_id, :file, form, from_date,
                                   through_date, charge_cents, authorization_number, :now, id, '8', generation + 1,
                                   turn, follows_id, coverage_id, remaining_cents
                            from billing.claim
                            where organization_id = :organization and id = :earlier
                            returning generation)
                        insert into billing.claim_line (organization_id, id, claim_id, number, client_id, local_date,
                            session_id, procedure_code, revenue_code, modifiers, units, charge_cents, generation, turn,
                            remaining_cents)
                        select l.organization_id, gen_random_uuid(), :id, l.number, l.client_id, l.local_date,
                               l.session_id, l.procedure_code, l.revenue_code, l.modifiers, l.units, l.charge_cents,
                               u.generation, l.turn, l.remaining_cents
                        from undone u
                        join billing.claim_line l on l.organization_id = :organization and l.claim_id = :earlier
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("number", number)
                .param("file", file.value())
                .param("now", now.atOffset(UTC))
                .param("earlier", earlier.id().value())
                .update();
    }

    /** The file in which the claim that stands in place of this one went out. */
    Optional<SentFile> fileOfReplacement(ClaimId claim) {
        return jdbc.sql(
                        """
                        select file_id from billing.claim
                        where organization_id = :organization and replaces_id = :claim
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .query(UUID.class)
                .optional()
                .flatMap(file -> claims.sentFile(new FileId(file)));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
