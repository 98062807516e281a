package care.trellis.documents;

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

/** The SQL of documents. */
@Repository
class DocumentRecords {

    /** A document without what stands in it. */
    record Head(
            DocumentId id,
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
    record Version(
            DocumentId document, String form, LocalDate signedOn, String written, byte[] hash) {}

    private static final String HEAD =
            """
            select d.id, d.client_id, d.form, d.begun_at, d.begun_by_name, v.signed_on, v.signed_at, v.review_on
            from documents.document d
            left join documents.version v on v.organization_id = d.organization_id and v.document_id = d.id
            where d.organization_id = :organization and d.client_id = :client
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    DocumentRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(
            DocumentId document, ClientId client, FormDefinition form, Instant now, Actor actor) {
        jdbc.sql(
                        """
                        insert into documents.document (organization_id, id, client_id, form, form_version, begun_at,
                            begun_by, begun_by_name)
                        values (:organization, :id, :client, :form, :version, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", document.value())
                .param("client", client.value())
                .param("form", form.id())
                .param("version", form.version())
                .param("now", utc(now))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    /** Every document of the client, drafts first, the newest first. */
    List<Head> of(ClientId client) {
        return jdbc.sql(HEAD + " order by v.signed_at desc nulls first, d.begun_at desc, d.id")
                .param("organization", organization())
                .param("client", client.value())
                .query(DocumentRecords::head)
                .list();
    }

    Optional<Head> find(ClientId client, DocumentId document) {
        return jdbc.sql(HEAD + " and d.id = :id")
                .param("organization", organization())
                .param("client", client.value())
                .param("id", document.value())
                .query(DocumentRecords::head)
                .optional();
    }

    /** The newest revision of each section that was saved. */
    Map<String, Section> sections(DocumentId document) {
        var sections = new HashMap<String, Section>();
        jdbc.sql(
                        """
                        select distinct on (section) section, revision, id, answers, saved_by_name, saved_at
                        from documents.saved
                        where organization_id = :organization and document_id = :document
                        order by section, revision desc
                        """)
                .param("organization", organization())
                .param("document", document.value())
                .query(row -> {
                    sections.put(
                            row.getString("section"),
                            new Section(
                                    row.getInt("revision"),
                                    DocumentContent.answers(
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
            DocumentId document,
            String section,
            int revision,
            Answers answers,
            Instant now,
            Actor actor) {
        var id = Ids.next();
        return jdbc.sql(
                                """
                                insert into documents.saved (organization_id, document_id, section, revision, id, answers,
                                    saved_at, saved_by, saved_by_name)
                                values (:organization, :document, :section, :revision, :id, :answers, :now, :account, :name)
                                on conflict (organization_id, document_id, section, revision) do nothing
                                """)
                        .param("organization", organization())
                        .param("document", document.value())
                        .param("section", section)
                        .param("revision", revision)
                        .param("id", id)
                        .param("answers", vault.seal(id, DocumentContent.answers(answers)))
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
                        insert into documents.version (organization_id, document_id, client_id, form, content,
                            content_hash, signed_on, signed_at, review_on)
                        values (:organization, :document, :client, :form, :content, :hash, :today, :now, :review)
                        """)
                .param("organization", organization())
                .param("document", head.id().value())
                .param("client", head.client().value())
                .param("form", head.form())
                .param("content", vault.seal(head.id().value(), written))
                .param("hash", DocumentContent.hash(written))
                .param("today", today)
                .param("now", utc(now))
                .param("review", reviewOn)
                .update();
    }

    /** The newest signed document of each form; or of one. */
    List<Version> versions(ClientId client) {
        return jdbc.sql(
                        """
                        select distinct on (form) document_id, form, signed_on, content, content_hash
                        from documents.version
                        where organization_id = :organization and client_id = :client
                        order by form, signed_at desc
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> version(row))
                .list();
    }

    Optional<Version> version(DocumentId document) {
        return jdbc.sql(
                        """
                        select document_id, form, signed_on, content, content_hash from documents.version
                        where organization_id = :organization and document_id = :document
                        """)
                .param("organization", organization())
                .param("document", document.value())
                .query((row, number) -> version(row))
                .optional();
    }

    void sign(
            UUID id,
            DocumentId document,
            Document.Signer signer,
            String name,
            UUID account,
            @Nullable String refusal,
            Instant now) {
        jdbc.sql(
                        """
                        insert into documents.signature (organization_id, id, document_id, signer, printed_name, account_id,
                            refusal, content_hash, signed_at)
                        select :organization, :id, v.document_id, :signer, :name, :account, :refusal, v.content_hash, :now
                        from documents.version v
                        where v.organization_id = :organization and v.document_id = :document
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("document", document.value())
                .param("signer", signer.name())
                .param("name", name)
                .param("account", account)
                .param("refusal", refusal)
                .param("now", utc(now))
                .update();
    }

    List<Document.Signature> signatures(DocumentId document) {
        return jdbc.sql(
                        """
                        select signer, printed_name, refusal, signed_at from documents.signature
                        where organization_id = :organization and document_id = :document
                        order by signed_at, id
                        """)
                .param("organization", organization())
                .param("document", document.value())
                .query((row, number) ->
                        new Document.Signature(
                                Document.Signer.valueOf(row.getString("signer")),
                                row.getString("printed_name"),
                                row.getString("refusal"),
                                instant(row, "signed_at")))
                .list();
    }

    private Version version(ResultSet row) throws SQLException {
        var id = row.getObject("document_id", UUID.class);
        return new Version(
                new DocumentId(id),
                row.getString("form"),
                row.getObject("signed_on", LocalDate.class),
                vault.open(id, row.getBytes("content")),
                row.getBytes("content_hash"));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        var signedAt = row.getObject("signed_at", OffsetDateTime.class);
        return new Head(
                new DocumentId(row.getObject("id", UUID.class)),
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
