package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.billing.RemittanceId;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what fees by income and exemptions took off after a payer. */
@Repository
class EaseRecords {

    /**
     * What was taken off one day.
     *
     * @param exempt whether because it may not be asked at all, and not for income
     */
    record Ease(UUID id, Money amount, boolean exempt) {}

    private final JdbcClient jdbc;

    EaseRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Clients of whom something may have to be taken off, in the order in which they are held.
     *
     * @param since fees by income that ended before are passed over; an exemption holds for its
     *     days however late the payer answers
     */
    List<ClientId> clients(LocalDate since) {
        return jdbc.sql(
                        """
                        select client_id from cashier.determination
                        where organization_id = :organization and to_date >= :since
                        union
                        select client_id from cashier.exemption where organization_id = :organization
                        order by client_id
                        """)
                .param("organization", organization())
                .param("since", since)
                .query((row, number) -> new ClientId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Those of them whose claims a payment answered, in the same order. */
    List<ClientId> answered(RemittanceId remittance, LocalDate since) {
        return jdbc.sql(
                        """
                        select distinct c.client_id
                        from billing.public_posting p
                        join billing.public_claim c on c.organization_id = :organization and c.id = p.claim_id
                        where p.organization_id = :organization and p.remittance_id = :remittance
                          and c.client_id = any(:clients)
                        order by c.client_id
                        """)
                .param("organization", organization())
                .param("remittance", remittance.value())
                .param("clients", clients(since).stream().map(ClientId::value).toArray(UUID[]::new))
                .query((row, number) -> new ClientId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The client whose claim a line was given to by hand, or taken back from. */
    ClientId matched(UUID match) {
        return jdbc.sql(
                        """
                        select c.client_id from billing.public_match m
                        join billing.public_claim c on c.organization_id = :organization and c.id = m.claim_id
                        where m.organization_id = :organization and m.id = :match
                        """)
                .param("organization", organization())
                .param("match", match)
                .query((row, number) -> new ClientId(row.getObject(1, UUID.class)))
                .single();
    }

    /** What is taken off now, by day. */
    Map<LocalDate, Ease> of(ClientId client) {
        var eases = new HashMap<LocalDate, Ease>();
        jdbc.sql(
                        """
                        select local_date, id, cents, exemption_id is not null as exempt from cashier.ease
                        where organization_id = :organization and client_id = :client and taken_back_at is null
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(row -> {
                    eases.put(
                            row.getObject("local_date", LocalDate.class),
                            new Ease(
                                    row.getObject("id", UUID.class),
                                    new Money(row.getLong("cents")),
                                    row.getBoolean("exempt")));
                });
        return eases;
    }

    /**
     * Days that payers answered under contracts which all leave the client's part to us. Money of
     * several days in one sum is left out: nobody can say how much of it is one day's.
     */
    Set<LocalDate> allowed(ClientId client) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select coalesce(p.local_date, c.from_date) as day
                                from billing.public_claim c
                                join billing.public_posting p
                                  on p.organization_id = :organization and p.claim_id = c.id
                                left join payers.public_income_term t
                                  on t.organization_id = :organization and t.contract_id = c.contract_id
                                 and t.from_date <= coalesce(p.local_date, c.from_date)
                                 and (t.to_date is null or t.to_date >= coalesce(p.local_date, c.from_date))
                                where c.organization_id = :organization and c.client_id = :client
                                group by coalesce(p.local_date, c.from_date)
                                having bool_and(
                                    coalesce(t.allowed, false)
                                    and (c.from_date = c.through_date
                                         or p.local_date is not null
                                            and not exists (
                                                select from receivables.public_transfer b
                                                 where b.organization_id = :organization and b.claim_id = c.id
                                                   and b.event = 'BILL_CLIENT')))
                                """)
                        .param("organization", organization())
                        .param("client", client.value())
                        .query((row, number) -> row.getObject(1, LocalDate.class))
                        .list());
    }

    /**
     * Takes something off a day.
     *
     * @param cause the fee by income, or the exemption
     */
    UUID insert(
            ClientId client, LocalDate day, Money amount, UUID cause, boolean exempt, Instant now) {
        var id = Ids.next();
        jdbc.sql(
                        """
                        insert into cashier.ease (organization_id, id, client_id, local_date, cents, determination_id,
                            exemption_id, at)
                        values (:organization, :id, :client, :day, :cents, :fee, :exemption, :at)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("client", client.value())
                .param("day", day)
                .param("cents", amount.cents())
                .param("fee", exempt ? null : cause)
                .param("exemption", exempt ? cause : null)
                .param("at", now.atOffset(UTC))
                .update();
        return id;
    }

    void takeBack(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update cashier.ease set taken_back_at = :at
                        where organization_id = :organization and id = :id and taken_back_at is null
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("at", now.atOffset(UTC))
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
