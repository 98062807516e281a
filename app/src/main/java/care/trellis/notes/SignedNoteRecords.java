package care.trellis.notes;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what is signed. It only ever inserts. */
@Component
class SignedNoteRecords {

    /** One note of a signing pass. */
    record Entry(UUID id, ClientId client, String content, byte[] hash) {}

    private final JdbcClient jdbc;
    private final NoteSeal seal;

    SignedNoteRecords(JdbcClient jdbc, NoteSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    void insertSignature(
            UUID id,
            @Nullable SessionId session,
            UUID account,
            GroupNote.Facilitator signer,
            String meaning,
            String lateReason,
            Instant at,
            byte[] manifest) {
        jdbc.sql(
                        """
                        insert into notes.signature (organization_id, id, session_id, account_id, printed_name,
                            credentials, meaning, signed_at, manifest_hash, late_reason)
                        values (:organization, :id, :session, :account, :name, :credentials, :meaning, :at, :manifest, :late)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("session", session == null ? null : session.value())
                .param("account", account)
                .param("name", signer.name())
                .param("credentials", signer.credentials())
                .param("meaning", meaning)
                .param("at", at.atOffset(UTC))
                .param("manifest", manifest)
                .param("late", seal.close(lateReason, id))
                .update();
    }

    /** All notes of one pass in one statement. */
    void insert(UUID signature, @Nullable SessionId session, LocalDate day, List<Entry> entries) {
        jdbc.sql(
                        """
                        insert into notes.signed_note (organization_id, id, session_id, client_id, signature_id,
                            local_date, content, content_hash)
                        select :organization, e.id, :session::uuid, e.client_id, :signature, :day, e.content, e.hash
                        from unnest(:ids::uuid[], :clients::uuid[], :contents::bytea[], :hashes::bytea[])
                            as e (id, client_id, content, hash)
                        """)
                .param("organization", organization())
                .param("session", session == null ? null : session.value())
                .param("signature", signature)
                .param("day", day)
                .param("ids", entries.stream().map(Entry::id).toArray(UUID[]::new))
                .param(
                        "clients",
                        entries.stream().map(entry -> entry.client().value()).toArray(UUID[]::new))
                .param(
                        "contents",
                        entries.stream()
                                .map(entry -> seal.close(entry.content(), entry.id()))
                                .toArray(byte[][]::new))
                .param("hashes", entries.stream().map(Entry::hash).toArray(byte[][]::new))
                .update();
    }

    /** A supervisor's signature over what another one bound. */
    void insertConfirmation(
            UUID id,
            UUID confirms,
            UUID account,
            GroupNote.Facilitator signer,
            Instant at,
            byte[] manifest) {
        jdbc.sql(
                        """
                        insert into notes.signature (organization_id, id, session_id, account_id, printed_name,
                            credentials, meaning, signed_at, manifest_hash, confirms)
                        select organization_id, :id, session_id, :account, :name, :credentials, 'Supervisor', :at, :manifest,
                               :confirms
                        from notes.signature
                        where organization_id = :organization and id = :confirms
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("confirms", confirms)
                .param("account", account)
                .param("name", signer.name())
                .param("credentials", signer.credentials())
                .param("at", at.atOffset(UTC))
                .param("manifest", manifest)
                .update();
    }

    /** Who signs, as people print them. */
    GroupNote.Facilitator signer(Actor actor) {
        return jdbc.sql(
                        """
                        select given_name || ' ' || family_name, coalesce(credentials, '') from organizations.public_staff
                        where organization_id = :organization and id = :staff
                        """)
                .param("organization", organization())
                .param("staff", actor.staff())
                .query((row, number) ->
                        new GroupNote.Facilitator(
                                Objects.requireNonNull(actor.staff()),
                                row.getString(1),
                                row.getString(2),
                                "LEAD"))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The one note that a signature bound; nothing where there is no such signature. */
    Optional<NoteId> noteOf(UUID signature) {
        return jdbc.sql(
                        """
                        select id from notes.signed_note
                        where organization_id = :organization and signature_id = :signature
                        """)
                .param("organization", organization())
                .param("signature", signature)
                .query((row, number) -> new NoteId(row.getObject(1, UUID.class)))
                .optional();
    }

    boolean isSigned(SessionId session, ClientId client) {
        return jdbc.sql(
                                """
                                select count(*) from notes.signed_note
                                where organization_id = :organization and session_id = :session and client_id = :client
                                """)
                        .param("organization", organization())
                        .param("session", session.value())
                        .param("client", client.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<ClientId> signedBy(UUID signature) {
        return jdbc.sql(
                        """
                        select client_id from notes.signed_note
                        where organization_id = :organization and signature_id = :signature
                        """)
                .param("organization", organization())
                .param("signature", signature)
                .query((row, number) -> new ClientId(row.getObject(1, UUID.class)))
                .list();
    }

    List<byte[]> hashes(SessionId session) {
        return jdbc.sql(
                        """
                        select content_hash from notes.signed_note
                        where organization_id = :organization and session_id = :session
                        order by client_id
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    Optional<SignedNote> find(NoteId id) {
        return jdbc.sql(
                        """
                        select id, client_id, local_date, content, content_hash
                        from notes.signed_note
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) -> {
                    var written = seal.open(row.getBytes(4), id.value());
                    if (ClientNoteContent.is(written)) {
                        return ofClient(
                                id,
                                new ClientId(row.getObject(2, UUID.class)),
                                row.getObject(3, LocalDate.class),
                                ClientNoteContent.read(written),
                                HexFormat.of().formatHex(row.getBytes(5)),
                                Arrays.equals(NoteContent.hash(written), row.getBytes(5)));
                    }
                    var content = NoteContent.read(written);
                    return new SignedNote(
                            id,
                            new ClientId(row.getObject(2, UUID.class)),
                            row.getObject(3, LocalDate.class),
                            content.title(),
                            content.starts(),
                            content.ends(),
                            content.facilitators(),
                            content.focus(),
                            content.method(),
                            content.narrative(),
                            content.minutes(),
                            content.participation(),
                            content.goal(),
                            content.noGoalReason(),
                            content.text(),
                            content.module().isEmpty()
                                    ? List.of()
                                    : List.of(new SignedNote.Section("Module", content.module())),
                            List.of(),
                            List.of(),
                            List.of(),
                            HexFormat.of().formatHex(row.getBytes(5)),
                            Arrays.equals(NoteContent.hash(written), row.getBytes(5)));
                })
                .optional()
                .map(this::withSignatures);
    }

    private static SignedNote ofClient(
            NoteId id,
            ClientId client,
            LocalDate day,
            ClientNoteContent content,
            String hash,
            boolean intact) {
        var sections = new ArrayList<SignedNote.Section>();
        for (int part = 0; part < content.headings().size(); part++) {
            sections.add(
                    new SignedNote.Section(
                            content.headings().get(part), content.texts().get(part)));
        }
        if (!content.risk().isEmpty()) {
            sections.add(new SignedNote.Section("Safety", content.risk()));
        }
        var facts = new ArrayList<SignedNote.Section>();
        facts.add(new SignedNote.Section("Format", content.format()));
        facts.add(new SignedNote.Section("Where", content.place()));
        if (!content.others().isEmpty()) {
            facts.add(new SignedNote.Section("With", content.others()));
            facts.add(new SignedNote.Section("Allowed by", content.allowedBy()));
        }
        return new SignedNote(
                id,
                client,
                day,
                content.kind(),
                content.starts(),
                content.ends(),
                List.of(content.author()),
                "",
                "",
                "",
                content.minutes(),
                null,
                content.goal(),
                content.noGoalReason(),
                "",
                facts,
                sections,
                List.of(),
                List.of(),
                hash,
                intact);
    }

    private SignedNote withSignatures(SignedNote note) {
        return new SignedNote(
                note.id(),
                note.client(),
                note.localDate(),
                note.title(),
                note.starts(),
                note.ends(),
                note.facilitators(),
                note.focus(),
                note.method(),
                note.narrative(),
                note.minutes(),
                note.participation(),
                note.goal(),
                note.noGoalReason(),
                note.text(),
                note.facts(),
                note.sections(),
                signatures(note),
                addenda(note.id()),
                note.contentHash(),
                note.intact());
    }

    /**
     * The author's signature of this note, its supervisor's, and a co-facilitator's that came
     * after.
     */
    private List<SignedNote.Signature> signatures(SignedNote note) {
        return jdbc.sql(
                        """
                        select s.printed_name, s.credentials, s.meaning, s.signed_at, s.late_reason, s.id
                        from notes.signature s
                        join notes.signed_note n on n.organization_id = s.organization_id and n.id = :id
                        join notes.signature own on own.organization_id = n.organization_id and own.id = n.signature_id
                        where s.organization_id = :organization
                          and (s.id = n.signature_id or s.confirms = n.signature_id
                              or (s.session_id = n.session_id and s.confirms is null and s.meaning <> 'Author'
                                  and s.signed_at >= own.signed_at))
                        order by s.signed_at
                        """)
                .param("organization", organization())
                .param("id", note.id().value())
                .query((row, number) ->
                        new SignedNote.Signature(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                seal.open(row.getBytes(5), row.getObject(6, UUID.class))))
                .list();
    }

    private List<SignedNote.Addendum> addenda(NoteId note) {
        return jdbc.sql(
                        """
                        select printed_name, credentials, reason, text, signed_at, id
                        from notes.addendum
                        where organization_id = :organization and note_id = :note
                        order by signed_at
                        """)
                .param("organization", organization())
                .param("note", note.value())
                .query((row, number) ->
                        new SignedNote.Addendum(
                                row.getString(1),
                                row.getString(2),
                                seal.open(row.getBytes(3), row.getObject(6, UUID.class)),
                                seal.open(row.getBytes(4), row.getObject(6, UUID.class)),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(UUID id, NoteId note, Actor actor, String reason, String text, Instant at) {
        jdbc.sql(
                        """
                        insert into notes.addendum (organization_id, id, note_id, account_id, printed_name, credentials,
                            reason, text, content_hash, signed_at)
                        values (:organization, :id, :note, :account, :name,
                            coalesce((select s.credentials from organizations.public_staff s
                                       where s.organization_id = :organization and s.id = :staff), ''),
                            :reason, :text, :hash, :at)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("note", note.value())
                .param("account", actor.account())
                .param("name", actor.name())
                .param("staff", actor.staff())
                .param("reason", seal.close(reason, id))
                .param("text", seal.close(text, id))
                .param("hash", NoteContent.hash(reason + "\n" + text))
                .param("at", at.atOffset(UTC))
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
