package care.trellis.notes;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of notes of one client that are being written. Every statement names the author. */
@Component
class ClientNoteRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Vault vault;

    ClientNoteRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A planned session of the client: what a note of it begins with. */
    record Planned(LocalDate day, Instant startsAt, Instant endsAt) {}

    Optional<Planned> planned(ClientId client, SessionId session) {
        return jdbc.sql(
                        """
                        select s.local_date, s.starts_at, s.ends_at
                        from sessions.public_roster r
                        join sessions.public_session s on s.organization_id = r.organization_id and s.id = r.session_id
                        where r.organization_id = :organization and r.session_id = :session and r.client_id = :client
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("client", client.value())
                .query((row, number) ->
                        new Planned(
                                row.getObject(1, LocalDate.class),
                                instant(row, 2),
                                instant(row, 3)))
                .optional();
    }

    void insert(
            UUID id,
            ClientId client,
            @Nullable SessionId session,
            NoteKind kind,
            NoteFormat format,
            @Nullable Planned planned,
            UUID account,
            Instant at) {
        jdbc.sql(
                        """
                        insert into notes.client_draft (organization_id, id, client_id, session_id, kind, format, place,
                            local_date, starts_at, ends_at, sealed, account_id, version, created_at, saved_at)
                        values (:organization, :id, :client, :session, :kind, :format, 'OFFICE', :day, :starts, :ends,
                            :sealed, :account, 0, :at, :at)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("client", client.value())
                .param("session", session == null ? null : session.value())
                .param("kind", kind.name())
                .param("format", format.name())
                .param("day", planned == null ? null : planned.day())
                .param("starts", planned == null ? null : planned.startsAt().atOffset(UTC))
                .param("ends", planned == null ? null : planned.endsAt().atOffset(UTC))
                .param("sealed", sealed(ClientNoteText.empty(format), id))
                .param("account", account)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** The author's draft that is neither signed nor discarded; held until the transaction ends. */
    Optional<ClientDraft> find(ClientId client, UUID id, UUID account) {
        return jdbc.sql(
                        """
                        select d.id, d.client_id, c.given_name || ' ' || c.family_name, z.time_zone, d.kind, d.format, d.place,
                               d.session_id, d.local_date, d.starts_at, d.ends_at, d.objective_id,
                               coalesce(d.no_goal_reason, ''), d.sealed, d.version, d.saved_at, d.page
                        from notes.client_draft d
                        join clients.public_client c on c.organization_id = d.organization_id and c.id = d.client_id
                        join organizations.public_site z on z.organization_id = c.organization_id and z.id = c.site_id
                        where d.organization_id = :organization and d.id = :id and d.client_id = :client
                          and d.account_id = :account and d.signed_at is null and d.discarded_at is null
                        for update of d
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("client", client.value())
                .param("account", account)
                .query((row, number) -> draft(row))
                .optional();
    }

    /** The author's drafts, the oldest first. */
    List<ClientDraft> open(UUID account) {
        return jdbc.sql(
                        """
                        select d.id, d.client_id, c.given_name || ' ' || c.family_name, z.time_zone, d.kind, d.format, d.place,
                               d.session_id, d.local_date, d.starts_at, d.ends_at, d.objective_id,
                               coalesce(d.no_goal_reason, ''), d.sealed, d.version, d.saved_at, d.page
                        from notes.client_draft d
                        join clients.public_client c on c.organization_id = d.organization_id and c.id = d.client_id
                        join organizations.public_site z on z.organization_id = c.organization_id and z.id = c.site_id
                        where d.organization_id = :organization and d.account_id = :account
                          and d.signed_at is null and d.discarded_at is null
                        order by d.created_at
                        """)
                .param("organization", organization())
                .param("account", account)
                .query((row, number) -> draft(row))
                .list();
    }

    void save(ClientDraft draft, UUID page, UUID account, Instant at) {
        jdbc.sql(
                        """
                        update notes.client_draft
                        set place = :place, local_date = :day, starts_at = :starts, ends_at = :ends, objective_id = :goal,
                            no_goal_reason = :reason, sealed = :sealed, version = version + 1, page = :page, saved_at = :at
                        where organization_id = :organization and id = :id and account_id = :account
                        """)
                .param("organization", organization())
                .param("id", draft.id())
                .param("account", account)
                .param("place", draft.place().name())
                .param("day", draft.day())
                .param("starts", draft.startsAt() == null ? null : draft.startsAt().atOffset(UTC))
                .param("ends", draft.endsAt() == null ? null : draft.endsAt().atOffset(UTC))
                .param("goal", draft.goal())
                .param("reason", draft.noGoalReason().isBlank() ? null : draft.noGoalReason())
                .param("sealed", sealed(draft.text(), draft.id()))
                .param("page", page)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Ends the draft: signed, or discarded. Its words stay in the draft for the record. */
    void end(UUID id, UUID account, boolean signed, Instant at) {
        jdbc.sql(
                        """
                        update notes.client_draft
                        set signed_at = case when :signed then :at::timestamptz end,
                            discarded_at = case when :signed then null else :at::timestamptz end
                        where organization_id = :organization and id = :id and account_id = :account
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("account", account)
                .param("signed", signed)
                .param("at", at.atOffset(UTC))
                .update();
    }

    private ClientDraft draft(ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        var session = row.getObject(8, UUID.class);
        return new ClientDraft(
                id,
                new ClientId(row.getObject(2, UUID.class)),
                row.getString(3),
                ZoneId.of(row.getString(4)),
                NoteKind.valueOf(row.getString(5)),
                NoteFormat.valueOf(row.getString(6)),
                Place.valueOf(row.getString(7)),
                session == null ? null : new SessionId(session),
                row.getObject(9, LocalDate.class),
                nullableInstant(row, 10),
                nullableInstant(row, 11),
                row.getObject(12, UUID.class),
                row.getString(13),
                JSON.readValue(vault.open(id, row.getBytes(14)), ClientNoteText.class),
                row.getInt(15),
                row.getObject(17, UUID.class),
                instant(row, 16));
    }

    private byte[] sealed(ClientNoteText text, UUID id) {
        return vault.seal(id, JSON.writeValueAsString(text));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, int column)
            throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
