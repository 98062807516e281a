package care.trellis.notes;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of private notes: the only place that names their table, and always with the author. */
@Component
class PrivateNoteRecords {

    private final JdbcClient jdbc;
    private final Seal seal;

    PrivateNoteRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "notes-private-note");
    }

    List<PrivateNote> of(ClientId client, UUID author) {
        return jdbc.sql(
                        """
                        select id, kind, sealed, created_at, saved_at from notes.private_note
                        where organization_id = :organization and account_id = :author and client_id = :client
                        order by created_at desc, id desc
                        """)
                .param("organization", organization())
                .param("author", author)
                .param("client", client.value())
                .query((row, number) -> {
                    var id = row.getObject(1, UUID.class);
                    return new PrivateNote(
                            id,
                            PrivateNote.Kind.valueOf(row.getString(2)),
                            seal.openText(row.getBytes(3), organization(), id, author),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getObject(5, OffsetDateTime.class).toInstant());
                })
                .list();
    }

    /** False where the id belongs to somebody else, or to another client. */
    boolean keep(
            UUID id, ClientId client, UUID author, PrivateNote.Kind kind, String text, Instant at) {
        return jdbc.sql(
                                """
                                insert into notes.private_note as p (organization_id, id, client_id, account_id, kind, sealed,
                                    created_at, saved_at, version)
                                values (:organization, :id, :client, :author, :kind, :sealed, :at, :at, 1)
                                on conflict (organization_id, id) do update
                                set sealed = excluded.sealed, saved_at = excluded.saved_at, version = p.version + 1
                                where p.organization_id = excluded.organization_id
                                  and p.account_id = excluded.account_id and p.client_id = excluded.client_id
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("client", client.value())
                        .param("author", author)
                        .param("kind", kind.name())
                        .param("sealed", seal.closeText(text, organization(), id, author))
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
