package care.trellis.benefits;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.clients.CoverageId;
import care.trellis.payers.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of questions that went out. */
@Repository
class InquiryRecords {

    private static final String COLUMNS =
            "id, client_id, coverage_id, asked_at, answered_at is not null as answered, rejection";

    private final JdbcClient jdbc;

    InquiryRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a contract's questions go to. */
    record Payer(String name, String code, String receiver) {}

    Payer payer(ContractId contract) {
        return jdbc.sql(
                        """
                        select payer_name, payer_code, receiver_id from payers.public_contract
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", contract.value())
                .query((row, number) ->
                        new Payer(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    void insert(
            InquiryId id,
            ClientId client,
            CoverageId coverage,
            long controlNumber,
            @Nullable UUID consent,
            Actor actor,
            Instant now) {
        jdbc.sql(
                        """
                        insert into benefits.inquiry (organization_id, id, client_id, coverage_id, control_number,
                            consent_id, asked_at, account_id, account_name)
                        values (:organization, :id, :client, :coverage, :number, :consent, :at, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("client", client.value())
                .param("coverage", coverage.value())
                .param("number", controlNumber)
                .param("consent", consent)
                .param("at", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    /** A client's questions, the newest first. */
    List<Inquiry> of(ClientId client) {
        return jdbc.sql(
                        """
                        select %s from benefits.inquiry
                        where organization_id = :organization and client_id = :client
                        order by asked_at desc, id desc
                        """
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("client", client.value())
                .query(InquiryRecords::inquiry)
                .list();
    }

    /** A question that nobody answered yet, held until the transaction ends. */
    Optional<Inquiry> waiting(InquiryId id) {
        return jdbc.sql(
                        """
                        select %s from benefits.inquiry
                        where organization_id = :organization and id = :id and answered_at is null
                        for update
                        """
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("id", id.value())
                .query(InquiryRecords::inquiry)
                .optional();
    }

    /** The questions of a file that nobody answered yet, held until the transaction ends. */
    List<Inquiry> waitingOf(long controlNumber) {
        return jdbc.sql(
                        """
                        select %s from benefits.inquiry
                        where organization_id = :organization and control_number = :number
                          and answered_at is null
                        for update
                        """
                                .formatted(COLUMNS))
                .param("organization", organization())
                .param("number", controlNumber)
                .query(InquiryRecords::inquiry)
                .list();
    }

    /** The newest files of questions about clients of these sites alone, newest envelope first. */
    List<QuestionFile> files(Collection<UUID> sites, int most) {
        return jdbc.sql(
                        """
                        select f.control_number, f.name, f.at, count(i.id)::int as asked,
                               count(i.answered_at)::int as answered,
                               coalesce(min((select min(v.payer_name) from clients.public_coverage v
                                              where v.organization_id = i.organization_id
                                                and v.id = i.coverage_id)), '') as payer
                        from billing.public_file f
                        join benefits.inquiry i
                          on i.organization_id = f.organization_id and i.control_number = f.control_number
                        join clients.public_client n
                          on n.organization_id = i.organization_id and n.id = i.client_id
                        where f.organization_id = :organization and f.kind = '270'
                        group by f.control_number, f.name, f.at
                        having :everywhere or bool_and(n.site_id = any(:sites))
                        order by f.control_number desc
                        limit :most
                        """)
                .param("organization", organization())
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .param("most", most)
                .query((row, number) ->
                        new QuestionFile(
                                row.getLong("control_number"),
                                row.getString("name"),
                                row.getString("payer"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getInt("asked"),
                                row.getInt("answered")))
                .list();
    }

    /** A file of questions exactly as it went out, where it asks of these sites' clients alone. */
    Optional<byte[]> content(long number, Collection<UUID> sites) {
        return jdbc.sql(
                        """
                        select content from billing.public_file
                        where organization_id = :organization and kind = '270' and control_number = :number
                          and (:everywhere or not exists (
                              select from benefits.inquiry i
                              join clients.public_client n
                                on n.organization_id = i.organization_id and n.id = i.client_id
                              where i.organization_id = :organization and i.control_number = :number
                                and not n.site_id = any(:sites)))
                        """)
                .param("organization", organization())
                .param("everywhere", sites.isEmpty())
                .param("sites", sites.toArray(UUID[]::new))
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    /** It was answered: with a check, or with why there is none. */
    void answer(
            InquiryId id,
            @Nullable VerificationId verification,
            @Nullable String rejection,
            Instant now) {
        jdbc.sql(
                        """
                        update benefits.inquiry
                           set answered_at = :now, verification_id = :verification, rejection = :rejection
                         where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("now", now.atOffset(UTC))
                .param("verification", verification == null ? null : verification.value())
                .param("rejection", rejection)
                .update();
    }

    private static Inquiry inquiry(ResultSet row, int number) throws SQLException {
        return new Inquiry(
                new InquiryId(row.getObject("id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                new CoverageId(row.getObject("coverage_id", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("answered"),
                Objects.requireNonNullElse(row.getString("rejection"), ""));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
