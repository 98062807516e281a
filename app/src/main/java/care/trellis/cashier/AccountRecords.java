package care.trellis.cashier;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.clients.CoverageId;
import care.trellis.receivables.Book;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that reads clients' accounts from the ledger of money, and says what events move. */
@Repository
class AccountRecords {

    private final JdbcClient jdbc;

    AccountRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who owes or is owed something, with what is known of it. */
    record Owing(ClientId client, String name, UUID site, Money balance) {}

    /**
     * Every move on a client's account, in any order: the lines that payers answered, and all else
     * that the ledger of money has of the client.
     *
     * @param nextPayer claims whose rest another payer is asked for first
     */
    List<Entry> entries(ClientId client, Collection<UUID> nextPayer, ZoneId zone) {
        return jdbc.sql(
                        """
                        with claims as materialized (
                            select id, from_date, turn from billing.public_claim
                            where organization_id = :organization and client_id = :client),
                        moves as (
                            select t.event, t.event_id, t.debit, t.cents, t.at, c.from_date
                            from claims c
                            join receivables.public_transfer t
                              on t.organization_id = :organization and t.claim_id = c.id
                            where (t.debit = 'CLIENT' or t.credit = 'CLIENT')
                              and t.event not in ('POSTED', 'FORWARDED')
                            union all
                            select t.event, t.event_id, t.debit, t.cents, t.at, null
                            from receivables.public_transfer t
                            where t.organization_id = :organization and t.client_id = :client
                              and (t.debit = 'CLIENT' or t.credit = 'CLIENT'))
                        select 'POSTED' as event, p.id as event_id, r.posted_at as at,
                               p.patient_responsibility_cents as owed, coalesce(p.local_date, c.from_date) as day,
                               case when c.turn = 1 then p.charge_cents else 0 end as charge, p.paid_cents as paid,
                               o.cents as contract
                        from claims c
                        join billing.public_posting p on p.organization_id = :organization and p.claim_id = c.id
                        join billing.public_remittance r
                          on r.organization_id = :organization and r.id = p.remittance_id
                        cross join lateral receivables.public_contractual(p.group_codes, p.reason_codes,
                            p.adjustment_cents, p.remaining_cents, p.paid_cents, p.patient_responsibility_cents) o
                        where not p.waited and p.unmatched_reason is distinct from 'OTHER_PAYEE'
                        union all
                        select 'NEXT_PAYER', p.id, r.posted_at, -p.patient_responsibility_cents,
                               coalesce(p.local_date, c.from_date), 0, 0, 0
                        from claims c
                        join billing.public_posting p on p.organization_id = :organization and p.claim_id = c.id
                        join billing.public_remittance r
                          on r.organization_id = :organization and r.id = p.remittance_id
                        where c.id = any(:next)
                        union all
                        select case when exists (
                                   select from billing.public_claim n
                                   join billing.public_posting q
                                     on q.organization_id = :organization and q.claim_id in (n.id, n.replaces_id)
                                    and not q.waited
                                   where n.organization_id = :organization and n.id = t.event_id)
                               then 'ANSWERED' else 'FORWARDED' end, t.event_id, t.at,
                               case when (t.credit = 'CLIENT') = (t.cents > 0) then -p.patient_responsibility_cents
                                    else p.patient_responsibility_cents end,
                               coalesce(p.local_date, c.from_date), 0, 0, 0
                        from claims c
                        join receivables.public_transfer t
                          on t.organization_id = :organization and t.claim_id = c.id and t.event = 'FORWARDED'
                         and (t.debit = 'CLIENT' or t.credit = 'CLIENT')
                        join billing.public_posting p on p.organization_id = :organization and p.claim_id = c.id
                        join billing.public_remittance r
                          on r.organization_id = :organization and r.id = p.remittance_id and r.posted_at <= t.at
                        union all
                        select case when s.exemption_id is null then m.event else 'SHARE_EXEMPT' end, m.event_id, m.at,
                               case when m.debit = 'CLIENT' then m.cents else -m.cents end,
                               coalesce(p.local_date, d.local_date, s.local_date, m.from_date),
                               coalesce(p.charge_cents, 0), coalesce(p.paid_cents, 0),
                               case when p.id is null then 0 else o.cents end
                        from moves m
                        left join billing.public_match h
                          on h.organization_id = :organization and m.event in ('MATCHED', 'MATCH_TAKEN_BACK')
                         and h.id = m.event_id
                        left join billing.public_posting p
                          on p.organization_id = :organization and p.id = h.posting_id
                        cross join lateral receivables.public_contractual(p.group_codes, p.reason_codes,
                            p.adjustment_cents, h.remaining_cents, p.paid_cents, p.patient_responsibility_cents) o
                        left join cashier.day d
                          on d.organization_id = :organization
                         and m.event in ('DAY_CHARGED', 'DAY_TAKEN_BACK') and d.id = m.event_id
                        left join cashier.ease s
                          on s.organization_id = :organization
                         and m.event in ('SHARE_EASED', 'SHARE_EASE_TAKEN_BACK') and s.id = m.event_id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("next", nextPayer.toArray(UUID[]::new))
                .query((row, number) -> {
                    var at = row.getObject("at", OffsetDateTime.class).toInstant();
                    var event = row.getString("event");
                    long owed = row.getLong("owed");
                    boolean back = event.equals("MATCH_TAKEN_BACK");
                    return new Entry(
                            kind(event, owed),
                            Objects.requireNonNullElseGet(
                                    row.getObject("day", LocalDate.class),
                                    () -> LocalDate.ofInstant(at, zone)),
                            at,
                            new Money(owed),
                            new Money(back ? -row.getLong("charge") : row.getLong("charge")),
                            new Money(back ? -row.getLong("paid") : row.getLong("paid")),
                            new Money(back ? -row.getLong("contract") : row.getLong("contract")),
                            row.getObject("event_id", UUID.class));
                })
                .list();
    }

    private static Entry.Kind kind(String event, long owed) {
        return switch (event) {
            case "BILL_CLIENT" -> Entry.Kind.ASKED;
            case "NEXT_PAYER" -> Entry.Kind.NEXT_PAYER;
            case "DAY_CHARGED" -> owed > 0 ? Entry.Kind.DAY : Entry.Kind.DISCOUNT;
            case "DAY_TAKEN_BACK" -> owed < 0 ? Entry.Kind.DAY : Entry.Kind.DISCOUNT;
            case "SHARE_EASED", "SHARE_EASE_TAKEN_BACK" -> Entry.Kind.EASED;
            case "SHARE_EXEMPT" -> Entry.Kind.EXEMPT;
            case "PAID" -> Entry.Kind.PAYMENT;
            case "PAYMENT_REVERSED" -> Entry.Kind.REVERSAL;
            case "REFUNDED" -> Entry.Kind.REFUND;
            case "FORWARDED" -> Entry.Kind.FORWARDED;
            case "BAD_DEBT", "COURTESY" -> Entry.Kind.FORGIVEN;
            default -> Entry.Kind.SHARE;
        };
    }

    /** What one event on record moves: a day, a payment, a request. */
    List<Book.Move> moves(String event, UUID id) {
        return jdbc.sql(
                        """
                        select event, event_id, number, debit, credit, cents, client_id, at
                        from cashier.derived
                        where organization_id = :organization and event = :event and event_id = :id
                        order by number
                        """)
                .param("organization", organization())
                .param("event", event)
                .param("id", id)
                .query((row, number) ->
                        new Book.Move(
                                row.getString("event"),
                                row.getObject("event_id", UUID.class),
                                row.getInt("number"),
                                Book.Account.valueOf(row.getString("debit")),
                                Book.Account.valueOf(row.getString("credit")),
                                new Money(row.getLong("cents")),
                                new ClientId(row.getObject("client_id", UUID.class)),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Clients whose balance is not nothing, who owes most first. */
    List<Owing> owing(Collection<UUID> sites, int most) {
        return jdbc.sql(
                        """
                        select o.client_id, n.given_name, n.family_name, n.site_id, sum(o.cents)::bigint as cents
                        from receivables.public_client_owed o
                        join clients.public_client n
                          on n.organization_id = o.organization_id and n.id = o.client_id
                        where o.organization_id = :organization and (:everywhere or n.site_id = any(:sites))
                        group by o.client_id, n.given_name, n.family_name, n.site_id
                        having sum(o.cents) <> 0
                        order by sum(o.cents) desc, n.family_name, n.given_name
                        limit :most
                        """)
                .param("organization", organization())
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .param("most", most)
                .query((row, number) ->
                        new Owing(
                                new ClientId(row.getObject("client_id", UUID.class)),
                                row.getString("given_name") + " " + row.getString("family_name"),
                                row.getObject("site_id", UUID.class),
                                new Money(row.getLong("cents"))))
                .list();
    }

    /**
     * The first day between these that stands on a claim which was not voided.
     *
     * @param coverage to whose payer it went; null: to any
     */
    Optional<LocalDate> firstClaimed(
            ClientId client,
            @Nullable CoverageId coverage,
            LocalDate from,
            @Nullable LocalDate to) {
        if (coverage != null) {
            return firstClaimedOf(client, coverage, from, to);
        }
        return jdbc.sql(
                        """
                        select min(local_date) from billing.public_day
                        where organization_id = :organization and client_id = :client and local_date >= :from
                          and local_date <= coalesce(cast(:to as date), 'infinity') and claimed_cents > 0
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private Optional<LocalDate> firstClaimedOf(
            ClientId client, CoverageId coverage, LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql(
                        """
                        select min(greatest(c.from_date, :from)) from billing.public_claim c
                        where c.organization_id = :organization and c.client_id = :client and c.frequency <> '8'
                          and c.through_date >= :from and c.from_date <= coalesce(cast(:to as date), 'infinity')
                          and exists (select from clients.public_coverage v
                                       where v.organization_id = c.organization_id and v.id = :coverage
                                         and v.contract_id = c.contract_id)
                          and not exists (select from billing.public_claim r
                                           where r.organization_id = c.organization_id and r.replaces_id = c.id)
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("coverage", coverage.value())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** How many kept moves are not what the events of this room say. */
    int astray() {
        return jdbc.sql(
                        """
                        with derived as materialized (
                            select event, event_id, number, debit, credit, cents, client_id from cashier.derived
                            where organization_id = :organization),
                        kept as materialized (
                            select event, event_id, number, debit, credit, cents, client_id
                            from receivables.public_transfer
                            where organization_id = :organization and client_id is not null)
                        select (select count(*) from (select * from derived except all select * from kept) missing)
                             + (select count(*) from (select * from kept except all select * from derived) foreign_)
                        """)
                .param("organization", organization())
                .query(Integer.class)
                .single();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
