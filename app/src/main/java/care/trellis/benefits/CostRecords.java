package care.trellis.benefits;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.Keys;
import care.trellis.base.Money;
import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what days cost, and of estimates as they were given. */
@Repository
class CostRecords {

    private final JdbcClient jdbc;
    private final Seal seal;

    CostRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "estimates");
    }

    /** Days of that day and later on which the client came, with what the payer said of each. */
    List<RunningCost.Day> attended(ClientId client, LocalDate from) {
        return jdbc.sql(
                        """
                        select d.local_date, coalesce(b.answered, false) as answered,
                               coalesce(b.patient_cents, 0) as patient_cents
                        from ledger.public_day d
                        left join billing.public_day b
                          on b.organization_id = :organization and b.client_id = :client
                         and b.local_date = d.local_date
                        where d.organization_id = :organization and d.client_id = :client
                          and d.local_date >= :from and d.attended_minutes > 0
                        order by d.local_date
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("from", from)
                .query((row, number) ->
                        new RunningCost.Day(
                                row.getObject("local_date", LocalDate.class),
                                row.getBoolean("answered"),
                                new Money(row.getLong("patient_cents"))))
                .list();
    }

    /** On how many days of the seven from that one the client is expected. */
    int planned(ClientId client, LocalDate from) {
        return jdbc.sql(
                        """
                        select count(distinct local_date)::int from sessions.public_roster
                        where organization_id = :organization and client_id = :client
                          and local_date between :from and :to
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("from", from)
                .param("to", from.plusDays(6))
                .query(Integer.class)
                .single();
    }

    /** What we charge this contract for a program day, if it is charged by the day. */
    Optional<Money> charge(ContractId contract, LocalDate day) {
        return jdbc.sql(
                        """
                        select charge_cents from payers.public_fee
                        where organization_id = :organization and contract_id = :contract and service = 'DAY'
                          and effective_from <= :day and (effective_to is null or effective_to >= :day)
                        order by effective_from desc limit 1
                        """)
                .param("organization", organization())
                .param("contract", contract.value())
                .param("day", day)
                .query(Long.class)
                .optional()
                .map(Money::new);
    }

    /** What the client's days were charged at on the average, where there were any. */
    Optional<Money> average(ClientId client) {
        return jdbc.sql(
                        """
                        select avg(expected_cents)::bigint from (
                            select expected_cents from ledger.public_day
                            where organization_id = :organization and client_id = :client and expected_cents > 0
                            order by local_date desc limit 20) d
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .map(Money::new);
    }

    void insert(
            EstimateId id,
            ClientId client,
            Given.Kind kind,
            Estimate estimate,
            Money perDay,
            byte[] paper,
            Actor actor,
            Instant now) {
        jdbc.sql(
                        """
                        insert into benefits.estimate (organization_id, id, client_id, kind, days_per_week, weeks,
                            per_day_cents, total_cents, at, account_id, account_name, paper)
                        values (:organization, :id, :client, :kind, :days, :weeks, :perDay, :total, :at, :account,
                            :name, :paper)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("client", client.value())
                .param("kind", kind.name())
                .param("days", estimate.course().daysPerWeek())
                .param("weeks", estimate.course().weeks())
                .param("perDay", perDay.cents())
                .param("total", estimate.total().cents())
                .param("at", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .param("paper", seal.close(paper, organization(), id.value()))
                .update();
    }

    /** Every estimate that a client was given, the newest first. */
    List<Given> given(ClientId client) {
        return jdbc.sql(
                        """
                        select id, kind, days_per_week, weeks, per_day_cents, total_cents, at, account_name
                        from benefits.estimate
                        where organization_id = :organization and client_id = :client
                        order by at desc, id desc
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Given(
                                new EstimateId(row.getObject("id", UUID.class)),
                                Given.Kind.valueOf(row.getString("kind")),
                                row.getInt("days_per_week"),
                                row.getInt("weeks"),
                                new Money(row.getLong("per_day_cents")),
                                new Money(row.getLong("total_cents")),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("account_name")))
                .list();
    }

    /** The paper of an estimate. */
    byte[] paper(ClientId client, EstimateId id) {
        return jdbc.sql(
                        """
                        select paper from benefits.estimate
                        where organization_id = :organization and client_id = :client and id = :id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .map(sealed -> seal.open(sealed, organization(), id.value()))
                .orElseThrow(NotFound::new);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
