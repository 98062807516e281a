package care.trellis.billing;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of matching by hand. */
@Component
class HandMatchRecords {

    private static final int MOST_CANDIDATES = 20;

    private final JdbcClient jdbc;
    private final RemittancePages pages;

    HandMatchRecords(JdbcClient jdbc, RemittancePages pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    Optional<RemittanceDetail.Line> line(PostingId posting) {
        return pages.line(posting);
    }

    /**
     * Holds the line until the end of the transaction, so that two people match it one after the
     * other.
     *
     * @return what it waits for, nothing inside where it is matched; nothing at all where there is
     *     no such line
     */
    Optional<Optional<Unmatched>> lock(PostingId posting) {
        return jdbc.sql(
                        """
                        select unmatched_reason from billing.posting
                        where organization_id = :organization and id = :id
                        for update
                        """)
                .param("organization", organization())
                .param("id", posting.value())
                .query((row, number) ->
                        Optional.ofNullable(row.getString(1)).map(Unmatched::valueOf))
                .optional();
    }

    Optional<HandMatch> standing(PostingId posting) {
        return jdbc.sql(
                        """
                        select m.claim_id, c.number, m.reason, m.at
                        from billing.hand_match m
                        join billing.claim c on c.organization_id = m.organization_id and c.id = m.claim_id
                        where m.organization_id = :organization and m.posting_id = :posting and m.undone_at is null
                        """)
                .param("organization", organization())
                .param("posting", posting.value())
                .query((row, number) ->
                        new HandMatch(
                                new ClaimId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Whose claim it is, where there is one with that line at these sites. */
    Optional<UUID> client(ClaimId claim, @Nullable UUID line, Collection<UUID> sites) {
        return jdbc.sql(
                        """
                        select c.client_id
                        from billing.claim c
                        join clients.public_client n on n.organization_id = c.organization_id and n.id = c.client_id
                        where c.organization_id = :organization and c.id = :claim
                          and (:everywhere or n.site_id = any(:sites::uuid[]))
                          and (cast(:line as uuid) is null or exists (
                              select from billing.claim_line l
                              where l.organization_id = c.organization_id and l.claim_id = c.id
                                and l.id = cast(:line as uuid)))
                        """)
                .param("organization", organization())
                .param("claim", claim.value())
                .param("line", line)
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.of(sites, site -> site))
                .query(UUID.class)
                .optional();
    }

    List<ClaimCandidate> candidates(ClaimSearch search, Collection<UUID> sites) {
        var charge = search.charge();
        return jdbc.sql(
                        """
                        with known as (
                            select c.id as claim_id, c.number, n.given_name, n.family_name, k.payer_name,
                                   l.id as line_id, l.local_date, l.charge_cents,
                                   (select coalesce(sum(o.paid_cents), 0)::bigint from billing.posting o
                                     where o.organization_id = c.organization_id and o.claim_id = c.id) as paid,
                                   :number <> '' and strpos(upper(c.number), upper(:number)) > 0 as same_number,
                                   :member <> '' and exists (select from clients.public_coverage v
                                     where v.organization_id = c.organization_id and v.client_id = c.client_id
                                       and upper(v.member_id) = upper(:member)) as same_member,
                                   coalesce(l.local_date = cast(:date as date), false) as same_date,
                                   coalesce(l.charge_cents = cast(:charge as bigint)
                                       or c.charge_cents = cast(:charge as bigint), false) as same_charge,
                                   row_number() over (partition by c.id order by
                                       coalesce(l.local_date = cast(:date as date), false) desc,
                                       coalesce(l.charge_cents = cast(:charge as bigint), false) desc,
                                       l.number) as place,
                                   c.submitted_at
                            from billing.claim c
                            join billing.claim_line l on l.organization_id = c.organization_id and l.claim_id = c.id
                            join clients.public_client n on n.organization_id = c.organization_id and n.id = c.client_id
                            join payers.public_contract k
                              on k.organization_id = c.organization_id and k.id = c.contract_id
                            where c.organization_id = :organization
                              and (:everywhere or n.site_id = any(:sites::uuid[]))), ranked as (
                            select *, same_number::int * 3 + same_member::int * 3 + same_date::int * 2
                                      + same_charge::int as agreement
                            from known where place = 1)
                        select * from ranked
                        where agreement > 0 and agreement * 2 > (select max(agreement) from ranked)
                        order by agreement desc, submitted_at desc, number
                        limit :most
                        """)
                .param("organization", organization())
                .param("number", search.number())
                .param("member", search.memberId())
                .param("date", search.date())
                .param("charge", charge == null ? null : charge.cents())
                .param("everywhere", sites.isEmpty())
                .param("sites", Columns.of(sites, site -> site))
                .param("most", MOST_CANDIDATES)
                .query(HandMatchRecords::candidate)
                .list();
    }

    void match(
            UUID id,
            PostingId posting,
            ClaimId claim,
            @Nullable UUID line,
            Unmatched was,
            String reason,
            Instant now,
            UUID account) {
        jdbc.sql(
                        """
                        insert into billing.hand_match (organization_id, id, posting_id, claim_id, claim_line_id,
                            unmatched_reason, reason, at, account_id)
                        values (:organization, :id, :posting, :claim, :line, :was, :reason, :now, :account)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("posting", posting.value())
                .param("claim", claim.value())
                .param("line", line)
                .param("was", was.name())
                .param("reason", reason)
                .param("now", now.atOffset(UTC))
                .param("account", account)
                .update();
        jdbc.sql(
                        """
                        update billing.posting set claim_id = :claim, claim_line_id = :line, unmatched_reason = null
                        where organization_id = :organization and id = :posting
                        """)
                .param("organization", organization())
                .param("posting", posting.value())
                .param("claim", claim.value())
                .param("line", line)
                .update();
    }

    /** The match that stood; nothing where none did. */
    Optional<UUID> takeBack(PostingId posting, String reason, Instant now, UUID account) {
        var was =
                jdbc.sql(
                                """
                                update billing.hand_match
                                   set undone_at = :now, undone_reason = :reason, undone_by = :account
                                 where organization_id = :organization and posting_id = :posting
                                   and undone_at is null
                                returning id, unmatched_reason
                                """)
                        .param("organization", organization())
                        .param("posting", posting.value())
                        .param("reason", reason)
                        .param("now", now.atOffset(UTC))
                        .param("account", account)
                        .query((row, number) ->
                                Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                        .optional();
        was.ifPresent(waits ->
                jdbc.sql(
                                """
                                update billing.posting
                                   set claim_id = null, claim_line_id = null, unmatched_reason = :waits
                                 where organization_id = :organization and id = :posting
                                """)
                        .param("organization", organization())
                        .param("posting", posting.value())
                        .param("waits", waits.getValue())
                        .update());
        return was.map(Map.Entry::getKey);
    }

    private static ClaimCandidate candidate(ResultSet row, int number) throws SQLException {
        var why = new ArrayList<String>();
        if (row.getBoolean("same_number")) {
            why.add("control number");
        }
        if (row.getBoolean("same_member")) {
            why.add("member id");
        }
        boolean sameDate = row.getBoolean("same_date");
        if (sameDate) {
            why.add("day");
        }
        if (row.getBoolean("same_charge")) {
            why.add("charge");
        }
        return new ClaimCandidate(
                new ClaimId(row.getObject("claim_id", UUID.class)),
                sameDate ? row.getObject("line_id", UUID.class) : null,
                row.getString("number"),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getString("payer_name"),
                sameDate ? row.getObject("local_date", LocalDate.class) : null,
                new Money(row.getLong("charge_cents")),
                new Money(row.getLong("paid")),
                why);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
