package care.trellis.chain;

import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What these pages join from the views that rooms publish. */
@Repository
class JoinedRecords {

    private final JdbcClient jdbc;

    JoinedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a client's days at the payer, in cents. */
    record Claimed(long claimedCents, long paidCents, boolean answered) {

        static final Claimed NOTHING = new Claimed(0, 0, false);
    }

    /** By client, summed over the days of a week. */
    @Transactional(readOnly = true)
    Map<ClientId, Claimed> claimed(Permit permit, LocalDate monday) {
        var claimed = new HashMap<ClientId, Claimed>();
        jdbc.sql(
                        """
                        select client_id, sum(claimed_cents)::bigint as claimed, sum(paid_cents)::bigint as paid,
                               bool_or(answered) as answered
                        from billing.public_day
                        where organization_id = :organization and local_date between :monday and :sunday
                        group by client_id
                        """)
                .param("organization", permit.organization().value())
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .query(row -> {
                    claimed.put(
                            new ClientId(row.getObject("client_id", UUID.class)),
                            new Claimed(
                                    row.getLong("claimed"),
                                    row.getLong("paid"),
                                    row.getBoolean("answered")));
                });
        return claimed;
    }

    /** By day, for one client's week. */
    @Transactional(readOnly = true)
    Map<LocalDate, Claimed> claimed(Permit permit, ClientId client, LocalDate monday) {
        var claimed = new HashMap<LocalDate, Claimed>();
        jdbc.sql(
                        """
                        select local_date, claimed_cents, paid_cents, answered
                        from billing.public_day
                        where organization_id = :organization and client_id = :client
                          and local_date between :monday and :sunday
                        """)
                .param("organization", permit.organization().value())
                .param("client", client.value())
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .query(row -> {
                    claimed.put(
                            row.getObject("local_date", LocalDate.class),
                            new Claimed(
                                    row.getLong("claimed_cents"),
                                    row.getLong("paid_cents"),
                                    row.getBoolean("answered")));
                });
        return claimed;
    }

    /**
     * So many days after the day of service a contract's payer takes claims; none of no contract.
     */
    @Transactional(readOnly = true)
    Optional<Integer> filingDays(Permit permit, @Nullable ContractId contract) {
        return jdbc.sql(
                        """
                        select timely_filing_days from payers.public_contract
                        where organization_id = :organization and id = :contract
                        """)
                .param("organization", permit.organization().value())
                .param("contract", contract == null ? null : contract.value())
                .query(Integer.class)
                .optional();
    }

    /**
     * A client expected in sessions under a contract that asks for an authorization, and none
     * covers them.
     */
    record Uncovered(ClientId client, String name, LocalDate first, int days, String payer) {}

    /** Names of clients by id, for lists. */
    @Transactional(readOnly = true)
    Map<ClientId, String> names(Permit permit, List<ClientId> clients) {
        var names = new HashMap<ClientId, String>();
        jdbc.sql(
                        """
                        select id, given_name || ' ' || family_name as name from clients.public_client
                        where organization_id = :organization and id = any(:clients::uuid[])
                        """)
                .param("organization", permit.organization().value())
                .param(
                        "clients",
                        clients.stream().map(it -> it.value().toString()).toArray(String[]::new))
                .query(row -> {
                    names.put(new ClientId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    /** A client as the payer knows them. */
    record Member(String name, LocalDate born, String memberId) {}

    /**
     * The client as the payer of the contract knows them.
     *
     * @throws NotFound when there is no such client
     */
    @Transactional(readOnly = true)
    Member member(Permit permit, ClientId client, ContractId contract) {
        return jdbc.sql(
                        """
                        select c.given_name || ' ' || c.family_name as name, c.birth_date, v.member_id
                        from clients.public_client c
                        left join clients.public_coverage v on v.organization_id = c.organization_id
                             and v.client_id = c.id and v.contract_id = :contract
                        where c.organization_id = :organization and c.id = :client
                        order by v.effective_from desc nulls last limit 1
                        """)
                .param("organization", permit.organization().value())
                .param("client", client.value())
                .param("contract", contract.value())
                .query((row, number) -> {
                    var memberId = row.getString("member_id");
                    return new Member(
                            row.getString("name"),
                            row.getObject("birth_date", LocalDate.class),
                            memberId == null ? "" : memberId);
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    List<Uncovered> uncovered(Permit permit, LocalDate from, LocalDate to) {
        var sites = permit.actor().sites();
        return jdbc.sql(
                        """
                        select r.client_id, c.given_name || ' ' || c.family_name as name, min(r.local_date) as first_day,
                               count(distinct r.local_date) as days, min(k.payer_name) as payer_name
                        from sessions.public_roster r
                        join clients.public_client c on c.organization_id = r.organization_id and c.id = r.client_id
                        join clients.public_coverage v on v.organization_id = r.organization_id
                             and v.client_id = r.client_id and v.priority = 1 and v.effective_from <= r.local_date
                             and (v.effective_to is null or v.effective_to >= r.local_date)
                        join payers.public_contract k on k.organization_id = v.organization_id and k.id = v.contract_id
                             and k.authorization_required
                        where r.organization_id = :organization and r.local_date between :from and :to
                          and (:everywhere or c.site_id = any(:sites::uuid[]))
                          and not exists (
                              select from authorizations.public_authorization a
                              where a.organization_id = r.organization_id and a.client_id = r.client_id
                                and a.contract_id = k.id and a.state = 'APPROVED'
                                and r.local_date between a.from_date and a.to_date)
                        group by r.client_id, c.given_name, c.family_name
                        order by first_day, name
                        """)
                .param("organization", permit.organization().value())
                .param("from", from)
                .param("to", to)
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) ->
                        new Uncovered(
                                new ClientId(row.getObject("client_id", UUID.class)),
                                row.getString("name"),
                                row.getObject("first_day", LocalDate.class),
                                row.getInt("days"),
                                row.getString("payer_name")))
                .list();
    }
}
