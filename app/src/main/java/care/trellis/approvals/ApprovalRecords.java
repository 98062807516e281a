package care.trellis.approvals;

import static java.time.ZoneOffset.UTC;

import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.engine.x12.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of requests that went out, and of what they are made of. */
@Repository
class ApprovalRecords {

    private static final String COLUMNS =
            """
            select id, client_id, authorization_id, control_number, asked_at, account_name, state, received_at,
                answered_at, words
            from approvals.request
            where organization_id = :organization
            """;

    private final JdbcClient jdbc;

    ApprovalRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a contract's requests go to. */
    record Payer(String name, String code, String receiver) {}

    Payer payer(Authorization of) {
        return jdbc.sql(
                        """
                        select payer_name, payer_code, receiver_id from payers.public_contract
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", of.contract().value())
                .query((row, number) ->
                        new Payer(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    /**
     * The client as the payer knows them; nothing where no coverage by this payer may hear of all
     * the days asked for.
     */
    Optional<Member> member(Authorization of) {
        return jdbc.sql(
                        """
                        select c.family_name, c.given_name, v.member_id, c.birth_date, c.sex
                        from clients.public_client c
                        join clients.public_coverage v
                          on v.organization_id = c.organization_id and v.client_id = c.id
                         and v.contract_id = :contract and v.effective_from <= :from
                         and (v.effective_to is null or v.effective_to >= :to)
                        where c.organization_id = :organization and c.id = :client
                        order by v.priority, v.effective_from desc
                        limit 1
                        """)
                .param("organization", organization())
                .param("client", of.client().value())
                .param("contract", of.contract().value())
                .param("from", of.from())
                .param("to", of.to())
                .query((row, number) ->
                        new Member(
                                row.getString("family_name"),
                                row.getString("given_name"),
                                row.getString("member_id").strip(),
                                row.getObject("birth_date", LocalDate.class),
                                row.getString("sex")))
                .optional();
    }

    /**
     * Whether the first day asked for is in a stay, and that in a program outside 42 CFR Part 2.
     */
    boolean staysOutsidePart2(Authorization of) {
        return jdbc.sql(
                        """
                        select exists (
                            select from episodes.public_episode e
                            join organizations.public_program p
                                on p.organization_id = e.organization_id and p.id = e.program_id
                            where e.organization_id = :organization and e.client_id = :client
                              and e.admitted_on <= :from
                              and (e.discharged_on is null or e.discharged_on >= :from) and not p.part_2)
                        """)
                .param("organization", organization())
                .param("client", of.client().value())
                .param("from", of.from())
                .query(Boolean.class)
                .single();
    }

    /**
     * ICD-10-CM codes that hold on the first day asked for, the principal one first; at most 12.
     */
    List<String> diagnoses(Authorization of) {
        return jdbc.sql(
                        """
                        select code from episodes.public_diagnosis
                        where organization_id = :organization and client_id = :client and system = 'ICD-10-CM'
                          and from_date <= :from and (to_date is null or to_date >= :from)
                        group by code
                        order by min(rank), code
                        limit 12
                        """)
                .param("organization", organization())
                .param("client", of.client().value())
                .param("from", of.from())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The payer's number of the authorization that one goes on from. */
    Optional<String> earlierNumber(Authorization of) {
        return jdbc.sql(
                        """
                        select number from authorizations.public_authorization
                        where organization_id = :organization and client_id = :client and contract_id = :contract
                          and state = 'APPROVED' and id <> :id and from_date <= :from
                        order by to_date desc
                        limit 1
                        """)
                .param("organization", organization())
                .param("client", of.client().value())
                .param("contract", of.contract().value())
                .param("id", of.id().value())
                .param("from", of.from())
                .query(String.class)
                .optional();
    }

    /** An authorization's requests, the newest first. */
    List<Approval> of(AuthorizationId authorization) {
        return jdbc.sql(
                        COLUMNS
                                + "and authorization_id = :authorization order by asked_at desc, id desc")
                .param("organization", organization())
                .param("authorization", authorization.value())
                .query(ApprovalRecords::approval)
                .list();
    }

    /** A request that the payer has not had its last word on, held until the transaction ends. */
    Optional<Approval> open(UUID id) {
        return jdbc.sql(COLUMNS + "and id = :id and state in ('WAITING', 'PENDED') for update")
                .param("organization", organization())
                .param("id", id)
                .query(ApprovalRecords::approval)
                .optional();
    }

    /** The request of a file that nothing came back of, held until the transaction ends. */
    Optional<Approval> waiting(long controlNumber) {
        return jdbc.sql(COLUMNS + "and control_number = :number and state = 'WAITING' for update")
                .param("organization", organization())
                .param("number", controlNumber)
                .query(ApprovalRecords::approval)
                .optional();
    }

    /** A receiver has the file; the first time counts. */
    void received(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update approvals.request set received_at = coalesce(received_at, :at)
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("at", now.atOffset(UTC))
                .update();
    }

    void insert(
            UUID id,
            Authorization of,
            long controlNumber,
            @Nullable UUID consent,
            Actor actor,
            Instant now) {
        jdbc.sql(
                        """
                        insert into approvals.request (organization_id, id, client_id, authorization_id, control_number,
                            consent_id, asked_at, account_id, account_name)
                        values (:organization, :id, :client, :authorization, :number, :consent, :at, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("client", of.client().value())
                .param("authorization", of.id().value())
                .param("number", controlNumber)
                .param("consent", consent)
                .param("at", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    void answer(UUID id, Approval.State state, String words, UUID source, Instant now) {
        jdbc.sql(
                        """
                        update approvals.request
                           set state = :state, words = :words, source_id = :source, answered_at = :at
                         where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("state", state.name())
                .param("words", words)
                .param("source", source)
                .param("at", now.atOffset(UTC))
                .update();
    }

    /** The file that a request of this authorization went out in. */
    Optional<byte[]> content(AuthorizationId authorization, long controlNumber) {
        return jdbc.sql(
                        """
                        select f.content
                        from approvals.request r
                        join billing.public_file f
                          on f.organization_id = r.organization_id and f.kind = '278'
                         and f.control_number = r.control_number
                        where r.organization_id = :organization and r.authorization_id = :authorization
                          and r.control_number = :number
                        """)
                .param("organization", organization())
                .param("authorization", authorization.value())
                .param("number", controlNumber)
                .query(byte[].class)
                .optional();
    }

    private static Approval approval(ResultSet row, int number) throws SQLException {
        return new Approval(
                row.getObject("id", UUID.class),
                new ClientId(row.getObject("client_id", UUID.class)),
                new AuthorizationId(row.getObject("authorization_id", UUID.class)),
                row.getLong("control_number"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("account_name"),
                Approval.State.valueOf(row.getString("state")),
                moment(row, "received_at"),
                moment(row, "answered_at"),
                row.getString("words"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
