package care.trellis.authorizations;

import care.trellis.base.OrganizationId;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the room. */
@Repository
class AuthorizationRecords {

    private static final String COLUMNS =
            """
            select a.id, a.client_id, a.contract_id, k.payer_name, a.kind, a.procedure_code,
                   case when a.state = 'APPROVED' and a.units_granted < a.units_requested
                             and a.unit = coalesce(a.asked_unit, a.unit)
                        then 'PARTIALLY_APPROVED' else a.state end as state,
                   a.number, a.unit, a.units_requested, a.units_granted, a.from_date, a.to_date, a.requested_on,
                   a.asked_at, a.decided_on, a.reference, a.reviewer, a.next_review_on, a.denial_reason
            from authorizations.authorization a
            join payers.public_contract k on k.organization_id = a.organization_id and k.id = a.contract_id
            """;

    private final JdbcClient jdbc;

    AuthorizationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            OrganizationId organization,
            UUID id,
            ClientId client,
            AuthorizationRequest asked,
            @Nullable Instant askedAt) {
        jdbc.sql(
                        """
                        insert into authorizations.authorization (organization_id, id, client_id, contract_id, state,
                            unit, units_requested, from_date, to_date, requested_on, source_id, kind, procedure_code,
                            asked_unit, asked_from, asked_to, asked_at)
                        values (:organization, :id, :client, :contract, 'REQUESTED', :unit, :units, :from, :to,
                            :requestedOn, :source, :kind, :procedureCode, :unit, :from, :to, :askedAt)
                        """)
                .param("organization", organization.value())
                .param("id", id)
                .param("client", client.value())
                .param("contract", asked.contract().value())
                .param("unit", asked.unit().name())
                .param("units", asked.units())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("requestedOn", asked.requestedOn())
                .param("source", asked.sourceId())
                .param("kind", asked.kind().name())
                .param("procedureCode", ServiceCodes.kept(asked.procedureCode()))
                .param("askedAt", askedAt == null ? null : askedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void approve(Permit permit, AuthorizationId id, AuthorizationDecision.Approved granted) {
        jdbc.sql(
                        """
                        update authorizations.authorization
                        set state = 'APPROVED', number = :number, unit = :unit, units_granted = :units,
                            from_date = :from, to_date = :to, decided_on = :decidedOn, reference = :reference,
                            reviewer = :reviewer, next_review_on = :nextReview, denial_reason = null
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", permit.organization().value())
                .param("id", id.value())
                .param("number", granted.number())
                .param("unit", granted.unit().name())
                .param("units", granted.units())
                .param("from", granted.from())
                .param("to", granted.to())
                .param("decidedOn", granted.decidedOn())
                .param("reference", granted.reference())
                .param("reviewer", granted.reviewer())
                .param("nextReview", granted.nextReview())
                .update();
    }

    void close(
            Permit permit,
            AuthorizationId id,
            AuthorizationState state,
            AuthorizationDecision decision) {
        var denied = decision instanceof AuthorizationDecision.Denied it ? it : null;
        jdbc.sql(
                        """
                        update authorizations.authorization
                        set state = :state, decided_on = :decidedOn, reference = :reference, reviewer = :reviewer,
                            denial_reason = :reason, next_review_on = null
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", permit.organization().value())
                .param("id", id.value())
                .param("state", state.name())
                .param("decidedOn", decision.decidedOn())
                .param("reference", decision.reference())
                .param("reviewer", denied == null ? null : denied.reviewer())
                .param("reason", denied == null ? null : denied.reason())
                .update();
    }

    /**
     * The row, locked until the end of the transaction, so that two decisions wait for each other.
     */
    Optional<Authorization> lock(OrganizationId organization, AuthorizationId id) {
        return jdbc.sql(
                        COLUMNS
                                + " where a.organization_id = :organization and a.id = :id for update of a")
                .param("organization", organization.value())
                .param("id", id.value())
                .query(AuthorizationRecords::row)
                .optional();
    }

    Optional<UUID> imported(OrganizationId organization, ClientId client, String source) {
        return jdbc.sql(
                        """
                        select id from authorizations.authorization
                        where organization_id = :organization and client_id = :client and source_id = :source
                        """)
                .param("organization", organization.value())
                .param("client", client.value())
                .param("source", source)
                .query(UUID.class)
                .optional();
    }

    List<Authorization> ofClient(OrganizationId organization, ClientId client) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where a.organization_id = :organization and a.client_id = :client
                                order by a.from_date desc, a.id desc
                                """)
                .param("organization", organization.value())
                .param("client", client.value())
                .query(AuthorizationRecords::row)
                .list();
    }

    /**
     * Those that wait for an answer, those denied since the day, and those granted that end on or
     * after it and have no next one, granted or asked for, that goes on without a gap.
     */
    List<Authorization> current(
            OrganizationId organization, UUID[] sites, LocalDate today, LocalDate deniedSince) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                join clients.public_client c
                                  on c.organization_id = a.organization_id and c.id = a.client_id
                                where a.organization_id = :organization
                                  and (a.state = 'REQUESTED'
                                       or a.state = 'DENIED' and a.decided_on >= :deniedSince
                                       or a.state = 'APPROVED' and a.to_date >= :today
                                          and not exists (
                                              select from authorizations.authorization n
                                              where n.organization_id = a.organization_id
                                                and n.client_id = a.client_id
                                                and n.contract_id = a.contract_id
                                                and n.state in ('APPROVED', 'REQUESTED')
                                                and n.from_date <= a.to_date + 1
                                                and (n.to_date > a.to_date
                                                     or n.state = 'REQUESTED' and n.id > a.id)))
                                  and (:everywhere or c.site_id = any(:sites))
                                order by a.to_date, a.id
                                """)
                .param("organization", organization.value())
                .param("today", today)
                .param("deniedSince", deniedSince)
                .param("everywhere", sites.length == 0)
                .param("sites", sites)
                .query(AuthorizationRecords::row)
                .list();
    }

    List<Authorization> all(
            OrganizationId organization, UUID[] sites, Collection<AuthorizationId> ids) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                join clients.public_client c
                                  on c.organization_id = a.organization_id and c.id = a.client_id
                                where a.organization_id = :organization and a.id = any(:ids::uuid[])
                                  and (cardinality(:sites::uuid[]) = 0 or c.site_id = any(:sites::uuid[]))
                                order by a.to_date, a.id
                                """)
                .param("organization", organization.value())
                .param("ids", texts(ids.stream().map(AuthorizationId::value).toArray(UUID[]::new)))
                .param("sites", texts(sites))
                .query(AuthorizationRecords::row)
                .list();
    }

    /** Whether the client has a coverage under the contract. */
    boolean covered(OrganizationId organization, ClientId client, ContractId contract) {
        return jdbc.sql(
                        """
                        select exists (select from clients.public_coverage
                            where organization_id = :organization and client_id = :client and contract_id = :contract)
                        """)
                .param("organization", organization.value())
                .param("client", client.value())
                .param("contract", contract.value())
                .query(Boolean.class)
                .single();
    }

    /** The contracts of the client's coverages, the one that pays first now at the head. */
    List<AuthorizationContract> contracts(
            OrganizationId organization, ClientId client, LocalDate today) {
        return jdbc.sql(
                        """
                        select k.id, k.payer_name, k.name, k.authorization_required
                        from clients.public_coverage v
                        join payers.public_contract k on k.organization_id = v.organization_id and k.id = v.contract_id
                        where v.organization_id = :organization and v.client_id = :client
                        group by k.id, k.payer_name, k.name, k.authorization_required
                        order by min(v.priority) filter (where v.effective_from <= :today
                                 and (v.effective_to is null or v.effective_to >= :today)) nulls last, k.payer_name
                        """)
                .param("organization", organization.value())
                .param("client", client.value())
                .param("today", today)
                .query((row, number) ->
                        new AuthorizationContract(
                                new ContractId(row.getObject("id", UUID.class)),
                                row.getString("payer_name") + ", " + row.getString("name"),
                                row.getBoolean("authorization_required")))
                .list();
    }

    private static String[] texts(UUID[] ids) {
        var texts = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            texts[i] = ids[i].toString();
        }
        return texts;
    }

    private static Authorization row(ResultSet row, int number) throws SQLException {
        var askedAt = row.getObject("asked_at", OffsetDateTime.class);
        return new Authorization(
                new AuthorizationId(row.getObject("id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("payer_name"),
                AuthorizationKind.valueOf(row.getString("kind")),
                row.getString("procedure_code"),
                AuthorizationState.valueOf(row.getString("state")),
                row.getString("number"),
                AuthorizationUnit.valueOf(row.getString("unit")),
                row.getObject("units_requested", Integer.class),
                row.getObject("units_granted", Integer.class),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                row.getObject("requested_on", LocalDate.class),
                askedAt == null ? null : askedAt.toInstant(),
                row.getObject("decided_on", LocalDate.class),
                row.getString("reference"),
                row.getString("reviewer"),
                row.getObject("next_review_on", LocalDate.class),
                row.getString("denial_reason"));
    }
}
