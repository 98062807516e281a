package care.trellis.billing;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that writes files and claims, and finds them again. */
@Component
class ClaimRecords {

    private static final String FILES =
            """
            select f.id, f.name, f.kind, f.at, min(p.payer_name) as payer, count(*) as claims,
                   sum(c.charge_cents)::bigint as cents
            from billing.file f
            join billing.claim c
                on c.organization_id = f.organization_id and c.file_id = f.id and c.sent_by = 'US'
            join payers.public_contract p on p.organization_id = c.organization_id and p.id = c.contract_id
            where f.organization_id = :organization
            """;

    private static final String NEWEST_FIRST =
            """
            group by f.id, f.name, f.kind, f.at, f.control_number
            order by f.control_number desc
            """;

    private final JdbcClient jdbc;

    ClaimRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The number that the next interchange takes. Whoever asks while another has it waits until
     * that one is done, and then sees what was billed.
     */
    long lockNumber() {
        jdbc.sql(
                        """
                        insert into billing.control_number (organization_id, next_number) values (:organization, 1)
                        on conflict (organization_id) do nothing
                        """)
                .param("organization", organization())
                .update();
        return jdbc.sql(
                        """
                        select next_number from billing.control_number
                        where organization_id = :organization
                        for update
                        """)
                .param("organization", organization())
                .query(Long.class)
                .single();
    }

    void setNumber(long next) {
        jdbc.sql(
                        "update billing.control_number set next_number = :next where organization_id = :organization")
                .param("organization", organization())
                .param("next", next)
                .update();
    }

    /**
     * Keeps a file.
     *
     * @return false when the same content is already on record
     */
    boolean insertFile(
            FileId id,
            String kind,
            String direction,
            String name,
            byte[] sha256,
            byte[] content,
            @Nullable Long controlNumber,
            Instant at,
            UUID account) {
        return jdbc.sql(
                                """
                                insert into billing.file (organization_id, id, kind, direction, name, sha256, content,
                                    control_number, at, account_id)
                                values (:organization, :id, :kind, :direction, :name, :sha256, :content, :number, :at,
                                    :account)
                                on conflict (organization_id, kind, sha256) do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("kind", kind)
                        .param("direction", direction)
                        .param("name", name)
                        .param("sha256", sha256)
                        .param("content", content)
                        .param("number", controlNumber)
                        .param("at", at.atOffset(UTC))
                        .param("account", account)
                        .update()
                == 1;
    }

    /** A claim as it is written down. */
    record NewClaim(
            ClaimId id,
            String number,
            ClaimDraft draft,
            FileId file,
            @Nullable String authorization,
            Turn turn,
            List<NewLine> lines) {

        NewClaim {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Which claim of the same days this is.
     *
     * @param frequency claim frequency code
     * @param generation 1 for the first
     * @param replaces the claim that it stands in place of; null for the first
     */
    record Turn(String frequency, int generation, @Nullable ClaimId replaces) {

        static final Turn FIRST = new Turn("1", 1, null);
    }

    /** One line as it is written down. */
    record NewLine(
            UUID id,
            ClaimId claim,
            int number,
            UUID client,
            LocalDate date,
            int generation,
            ClaimFacts.Line of) {}

    void insertClaims(List<NewClaim> claims, Instant at) {
        jdbc.sql(
                        """
                        insert into billing.claim (organization_id, id, number, client_id, contract_id, file_id, form,
                            from_date, through_date, charge_cents, authorization_number, submitted_at, replaces_id,
                            frequency, generation)
                        select :organization, c.id, c.number, c.client_id, c.contract_id, c.file_id, c.form,
                               c.from_date, c.through_date, c.cents, c.authorization_number, :at, c.replaces_id, c.frequency,
                               c.generation
                        from unnest(:ids::uuid[], :numbers::text[], :clients::uuid[], :contracts::uuid[],
                                :files::uuid[], :forms::text[], :from::date[], :through::date[], :cents::bigint[],
                                :authorizations::text[], :replaces::uuid[], :frequencies::text[], :generations::int[])
                             as c(id, number, client_id, contract_id, file_id, form, from_date, through_date, cents,
                                  authorization_number, replaces_id, frequency, generation)
                        """)
                .param("organization", organization())
                .param("at", at.atOffset(UTC))
                .param("ids", Columns.of(claims, claim -> claim.id().value()))
                .param("numbers", Columns.of(claims, NewClaim::number))
                .param("clients", Columns.of(claims, claim -> claim.draft().patient().id().value()))
                .param(
                        "contracts",
                        Columns.of(claims, claim -> claim.draft().contract().id().value()))
                .param("files", Columns.of(claims, claim -> claim.file().value()))
                .param("forms", Columns.of(claims, claim -> claim.draft().contract().form().code()))
                .param("from", Columns.of(claims, claim -> claim.draft().from()))
                .param("through", Columns.of(claims, claim -> claim.draft().through()))
                .param("cents", Columns.of(claims, claim -> claim.draft().charge().cents()))
                .param("authorizations", Columns.of(claims, NewClaim::authorization))
                .param(
                        "replaces",
                        Columns.of(
                                claims,
                                claim ->
                                        claim.turn().replaces() == null
                                                ? null
                                                : claim.turn().replaces().value()))
                .param("frequencies", Columns.of(claims, claim -> claim.turn().frequency()))
                .param("generations", Columns.of(claims, claim -> claim.turn().generation()))
                .update();
        insertLines(claims.stream().flatMap(claim -> claim.lines().stream()).toList());
    }

    private void insertLines(List<NewLine> lines) {
        jdbc.sql(
                        """
                        insert into billing.claim_line (organization_id, id, claim_id, number, client_id, local_date,
                            session_id, procedure_code, revenue_code, modifiers, units, charge_cents, generation)
                        select :organization, l.id, l.claim_id, l.number, l.client_id, l.local_date, l.session_id,
                               l.procedure_code, l.revenue_code, l.modifiers::text[], l.units, l.cents, l.generation
                        from unnest(:ids::uuid[], :claims::uuid[], :numbers::int[], :clients::uuid[], :dates::date[],
                                :sessions::uuid[], :procedures::text[], :revenues::text[], :modifiers::text[],
                                :units::int[], :cents::bigint[], :generations::int[])
                             as l(id, claim_id, number, client_id, local_date, session_id, procedure_code,
                                  revenue_code, modifiers, units, cents, generation)
                        """)
                .param("organization", organization())
                .param("ids", Columns.of(lines, NewLine::id))
                .param("claims", Columns.of(lines, line -> line.claim().value()))
                .param("numbers", Columns.of(lines, NewLine::number))
                .param("clients", Columns.of(lines, NewLine::client))
                .param("dates", Columns.of(lines, NewLine::date))
                .param("sessions", Columns.of(lines, line -> line.of().session()))
                .param("procedures", Columns.of(lines, line -> line.of().procedureCode()))
                .param("revenues", Columns.of(lines, line -> line.of().revenueCode()))
                .param("modifiers", Columns.of(lines, line -> Columns.array(line.of().modifiers())))
                .param("units", Columns.of(lines, line -> line.of().units()))
                .param("cents", Columns.of(lines, line -> line.of().chargeCents()))
                .param("generations", Columns.of(lines, NewLine::generation))
                .update();
    }

    /** The files that these days stand on, the newest first. */
    List<SentFile> filesOf(Collection<Chosen> chosen) {
        var clients =
                chosen.stream()
                        .flatMap(one -> one.days().stream().map(day -> one.client().value()))
                        .toList();
        var dates = chosen.stream().flatMap(one -> one.days().stream()).toList();
        return jdbc.sql(
                        FILES
                                + """
                                and f.id in (select c.file_id
                                             from unnest(:clients::uuid[], :dates::date[]) as k(client_id, local_date)
                                             join billing.claim_line l
                                                 on l.organization_id = :organization and l.client_id = k.client_id
                                                and l.local_date = k.local_date
                                             join billing.claim c
                                                 on c.organization_id = :organization and c.id = l.claim_id)
                                """
                                + NEWEST_FIRST)
                .param("organization", organization())
                .param("clients", Columns.of(clients, client -> client))
                .param("dates", Columns.of(dates, date -> date))
                .query(ClaimRecords::sentFile)
                .list();
    }

    /** These files, the newest first. */
    List<SentFile> files(Collection<FileId> files) {
        return jdbc.sql(FILES + "and f.id = any(:files::uuid[]) " + NEWEST_FIRST)
                .param("organization", organization())
                .param("files", Columns.of(files, FileId::value))
                .query(ClaimRecords::sentFile)
                .list();
    }

    /** The newest files of claims. */
    List<SentFile> files(int most) {
        return jdbc.sql(FILES + NEWEST_FIRST + "limit :most")
                .param("organization", organization())
                .param("most", most)
                .query(ClaimRecords::sentFile)
                .list();
    }

    /** One file of claims. */
    Optional<SentFile> sentFile(FileId file) {
        return jdbc.sql(FILES + "and f.id = :file " + NEWEST_FIRST)
                .param("organization", organization())
                .param("file", file.value())
                .query(ClaimRecords::sentFile)
                .optional();
    }

    private static SentFile sentFile(ResultSet row, int number) throws SQLException {
        return new SentFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Form.of(row.getString("kind")),
                row.getString("payer"),
                row.getInt("claims"),
                new Money(row.getLong("cents")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** Says whom a file without claims is for. */
    void setReceiver(FileId file, String receiver) {
        jdbc.sql(
                        """
                        insert into billing.addressed (organization_id, file_id, receiver_id)
                        values (:organization, :file, :receiver)
                        """)
                .param("organization", organization())
                .param("file", file.value())
                .param("receiver", receiver)
                .update();
    }

    /** A file as it left or came. */
    Optional<KeptFile> file(FileId file) {
        return jdbc.sql(
                        "select name, content, sha256 from billing.file where organization_id = :organization and id = :id")
                .param("organization", organization())
                .param("id", file.value())
                .query((row, number) ->
                        new KeptFile(row.getString(1), row.getBytes(2), row.getBytes(3)))
                .optional();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
