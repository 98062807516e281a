package care.trellis.papers;

import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of papers. */
@Repository
class PaperRecords {

    /** A paper without what stands in it. */
    record Head(
            PaperId id,
            ClientId client,
            String form,
            Instant begunAt,
            String begunBy,
            @Nullable LocalDate signedOn,
            @Nullable Instant signedAt,
            @Nullable LocalDate reviewOn) {}

    /** The newest revision of a section. */
    record Section(int revision, Answers answers, String by, Instant at) {}

    /** What was signed. */
    record Version(PaperId paper, String form, LocalDate signedOn, String written, byte[] hash) {}

    private static final String HEAD =
            """
            select d.id, d.client_id, d.form, d.begun_at, d.begun_by_name, v.signed_on, v.signed_at, v.review_on
            from papers.paper d
            left join papers.version v on v.organization_id = d.organization_id and v.paper_id = d.id
            where d.organization_id = :organization and d.client_id = :client
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    PaperRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(PaperId paper, ClientId client, FormDefinition form, Instant now, Actor actor) {
        jdbc.sql(
                        """
                        insert into papers.paper (organization_id, id, client_id, form, form_version, begun_at,
                            begun_by, begun_by_name)
                        values (:organization, :id, :client, :form, :version, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", paper.value())
                .param("client", client.value())
                .param("form", form.id())
                .param("version", form.version())
                .param("now", utc(now))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    /** Every paper of the client, drafts first, the newest first. */
    List<Head> of(ClientId client) {
        return jdbc.sql(HEAD + " order by v.signed_at desc nulls first, d.begun_at desc, d.id")
                .param("organization", organization())
                .param("client", client.value())
                .query(PaperRecords::head)
                .list();
    }

    Optional<Head> find(ClientId client, PaperId paper) {
        return jdbc.sql(HEAD + " and d.id = :id")
                .param("organization", organization())
                .param("client", client.value())
                .param("id", paper.value())
                .query(PaperRecords::head)
                .optional();
    }

    /** The newest revision of each section that was saved. */
    Map<String, Section> sections(PaperId paper) {
        var sections = new HashMap<String, Section>();
        jdbc.sql(
                        """
                        select distinct on (section) section, revision, id, answers, saved_by_name, saved_at
                        from papers.saved
                        where organization_id = :organization and paper_id = :paper
                        order by section, revision desc
                        """)
                .param("organization", organization())
                .param("paper", paper.value())
                .query(row -> {
                    sections.put(
                            row.getString("section"),
                            new Section(
                                    row.getInt("revision"),
                                    PaperContent.answers(
                                            vault.open(
                                                    row.getObject("id", UUID.class),
                                                    row.getBytes("answers"))),
                                    row.getString("saved_by_name"),
                                    instant(row, "saved_at")));
                });
        return sections;
    }

    /** Whether it was stored; not where somebody saved this revision before. */
    boolean save(
            PaperId paper,
            String section,
            int revision,
            Answers answers,
            Instant now,
            Actor actor) {
        var id = Ids.next();
        return jdbc.sql(
                                """
                                insert into papers.saved (organization_id, paper_id, section, revision, id, answers,
                                    saved_at, saved_by, saved_by_name)
                                values (:organization, :paper, :section, :revision, :id, :answers, :now, :account, :name)
                                on conflict (organization_id, paper_id, section, revision) do nothing
                                """)
                        .param("organization", organization())
                        .param("paper", paper.value())
                        .param("section", section)
                        .param("revision", revision)
                        .param("id", id)
                        .param("answers", vault.seal(id, PaperContent.answers(answers)))
                        .param("now", utc(now))
                        .param("account", actor.account())
                        .param("name", actor.name())
                        .update()
                == 1;
    }

    void insertVersion(
            Head head, String written, LocalDate today, Instant now, @Nullable LocalDate reviewOn) {
        jdbc.sql(
                        """
                        insert into papers.version (organization_id, paper_id, client_id, form, content,
                            content_hash, signed_on, signed_at, review_on)
                        values (:organization, :paper, :client, :form, :content, :hash, :today, :now, :review)
                        """)
                .param("organization", organization())
                .param("paper", head.id().value())
                .param("client", head.client().value())
                .param("form", head.form())
                .param("content", vault.seal(head.id().value(), written))
                .param("hash", PaperContent.hash(written))
                .param("today", today)
                .param("now", utc(now))
                .param("review", reviewOn)
                .update();
    }

    /** The newest signed paper of each form; or of one. */
    List<Version> versions(ClientId client) {
        return jdbc.sql(
                        """
                        select distinct on (form) paper_id, form, signed_on, content, content_hash
                        from papers.version
                        where organization_id = :organization and client_id = :client
                        order by form, signed_at desc
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> version(row))
                .list();
    }

    Optional<Version> version(PaperId paper) {
        return jdbc.sql(
                        """
                        select paper_id, form, signed_on, content, content_hash from papers.version
                        where organization_id = :organization and paper_id = :paper
                        """)
                .param("organization", organization())
                .param("paper", paper.value())
                .query((row, number) -> version(row))
                .optional();
    }

    void sign(
            UUID id,
            PaperId paper,
            Paper.Signer signer,
            String name,
            UUID account,
            @Nullable String refusal,
            Instant now) {
        jdbc.sql(
                        """
                        insert into papers.signature (organization_id, id, paper_id, signer, printed_name, account_id,
                            refusal, content_hash, signed_at)
                        select :organization, :id, v.paper_id, :signer, :name, :account, :refusal, v.content_hash, :now
                        from papers.version v
                        where v.organization_id = :organization and v.paper_id = :paper
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("paper", paper.value())
                .param("signer", signer.name())
                .param("name", name)
                .param("account", account)
                .param("refusal", refusal)
                .param("now", utc(now))
                .update();
    }

    List<Paper.Signature> signatures(PaperId paper) {
        return jdbc.sql(
                        """
                        select signer, printed_name, refusal, signed_at from papers.signature
                        where organization_id = :organization and paper_id = :paper
                        order by signed_at, id
                        """)
                .param("organization", organization())
                .param("paper", paper.value())
                .query((row, number) ->
                        new Paper.Signature(
                                Paper.Signer.valueOf(row.getString("signer")),
                                row.getString("printed_name"),
                                row.getString("refusal"),
                                instant(row, "signed_at")))
                .list();
    }

    private Version version(ResultSet row) throws SQLException {
        var id = row.getObject("paper_id", UUID.class);
        return new Version(
                new PaperId(id),
                row.getString("form"),
                row.getObject("signed_on", LocalDate.class),
                vault.open(id, row.getBytes("content")),
                row.getBytes("content_hash"));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        var signedAt = row.getObject("signed_at", OffsetDateTime.class);
        return new Head(
                new PaperId(row.getObject("id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("form"),
                instant(row, "begun_at"),
                row.getString("begun_by_name"),
                row.getObject("signed_on", LocalDate.class),
                signedAt == null ? null : signedAt.toInstant(),
                row.getObject("review_on", LocalDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
