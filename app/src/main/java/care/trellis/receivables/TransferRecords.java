package care.trellis.receivables;

import care.trellis.base.OrganizationContext;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL that writes transfers. What an event moves stands in one place, the view {@code derived};
 * what is kept is what it said when the event happened.
 */
@Component
class TransferRecords {

    private static final String KEEP =
            """
            with moved as (
                insert into receivables.transfer (organization_id, event, event_id, number, debit, credit, cents,
                    claim_id, remittance_id, at)
                select organization_id, event, event_id, number, debit, credit, cents, claim_id, remittance_id, at
                from receivables.derived
                where organization_id = :organization and %s
                returning claim_id, debit, credit, cents)
            insert into receivables.balance (organization_id, claim_id, payer_cents, client_cents)
            select :organization, claim_id,
                   sum(case 'PAYER' when debit then cents when credit then -cents else 0 end),
                   sum(case 'CLIENT' when debit then cents when credit then -cents else 0 end)
            from moved where claim_id is not null
            group by claim_id
            order by claim_id
            on conflict (organization_id, claim_id) do update
                set payer_cents = receivables.balance.payer_cents + excluded.payer_cents,
                    client_cents = receivables.balance.client_cents + excluded.client_cents
            """;

    private final JdbcClient jdbc;

    TransferRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The claims of a file, and those that they replace. The array is read once and leads each part
     * of the view by its key; a join would be planned, before PostgreSQL has counted the claims, as
     * if an organization had two of them.
     */
    void ofFile(UUID file) {
        keep(
                """
                event in ('CLAIM_SENT', 'CLAIM_REPLACED', 'FORWARDED') and event_id = any(array(
                    select id from billing.public_claim where organization_id = :organization and file_id = :file))
                """,
                Map.of("file", file));
    }

    /** The lines of a payment and what was taken from it as a whole. */
    void ofRemittance(UUID remittance) {
        keep(
                "event in ('POSTED', 'PROVIDER_ADJUSTED') and remittance_id = :remittance",
                Map.of("remittance", remittance));
    }

    /** One thing that happened to one claim. */
    void of(String event, UUID id) {
        keep("event = :event and event_id = :id", Map.of("event", event, "id", id));
    }

    private void keep(String which, Map<String, ?> params) {
        jdbc.sql(KEEP.formatted(which))
                .param("organization", OrganizationContext.current().value())
                .params(params)
                .update();
    }

    /** How many transfers, or balances, are not what the record of events says. */
    int astray() {
        return jdbc.sql(
                        """
                        with derived as materialized (
                            select event, event_id, number, debit, credit, cents, claim_id, remittance_id
                            from receivables.derived where organization_id = :organization),
                        kept as materialized (
                            select event, event_id, number, debit, credit, cents, claim_id, remittance_id
                            from receivables.transfer
                            where organization_id = :organization and client_id is null),
                        sums as (
                            select claim_id,
                                   sum(case 'PAYER' when debit then cents when credit then -cents else 0 end)::bigint
                                       as payer,
                                   sum(case 'CLIENT' when debit then cents when credit then -cents else 0 end)::bigint
                                       as client
                            from derived where claim_id is not null group by claim_id)
                        select (select count(*) from (select * from derived except all select * from kept) missing)
                             + (select count(*) from (select * from kept except all select * from derived) foreign_)
                             + (select count(*)
                                  from sums s
                                  full join (select claim_id, payer_cents, client_cents from receivables.balance
                                              where organization_id = :organization) b on b.claim_id = s.claim_id
                                 where s.payer is distinct from b.payer_cents
                                    or s.client is distinct from b.client_cents)
                        """)
                .param("organization", OrganizationContext.current().value())
                .query(Integer.class)
                .single();
    }
}
