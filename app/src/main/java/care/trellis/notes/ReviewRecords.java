package care.trellis.notes;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of supervision: who reads whose notes, and which signatures wait for that. */
@Component
class ReviewRecords {

    private final JdbcClient jdbc;

    ReviewRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a signature into the supervisor's queue, where its signer has one. */
    void ask(UUID signature, @Nullable UUID staff, Instant at, Instant due) {
        jdbc.sql(
                        """
                        insert into notes.review (organization_id, signature_id, supervisor_id, asked_at, due_at)
                        select organization_id, :signature, supervisor_id, :at, :due from notes.supervision
                        where organization_id = :organization and staff_id = :staff
                        """)
                .param("organization", organization())
                .param("signature", signature)
                .param("staff", staff)
                .param("at", at.atOffset(UTC))
                .param("due", due.atOffset(UTC))
                .update();
    }

    /** What waits for this supervisor, the one due first at the top. */
    List<NoteReview> waiting(UUID supervisor) {
        return jdbc.sql(
                        """
                        select r.signature_id, g.printed_name, g.credentials, r.asked_at, r.due_at, n.id, n.client_id,
                               c.given_name || ' ' || c.family_name, n.local_date
                        from notes.review r
                        join notes.signature g on g.organization_id = r.organization_id and g.id = r.signature_id
                        join notes.signed_note n on n.organization_id = r.organization_id
                            and n.signature_id = r.signature_id
                        join clients.public_client c on c.organization_id = n.organization_id and c.id = n.client_id
                        where r.organization_id = :organization and r.supervisor_id = :supervisor
                          and r.confirmed_at is null
                        order by r.due_at, r.signature_id, c.family_name, c.given_name
                        """)
                .param("organization", organization())
                .param("supervisor", supervisor)
                .query((row, number) ->
                        new NoteReview(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getObject(5, OffsetDateTime.class).toInstant(),
                                new NoteId(row.getObject(6, UUID.class)),
                                new ClientId(row.getObject(7, UUID.class)),
                                row.getString(8),
                                row.getObject(9, java.time.LocalDate.class)))
                .list();
    }

    /** True for the one who confirms first. */
    boolean confirm(UUID signature, UUID supervisor, Instant at) {
        return jdbc.sql(
                                """
                                update notes.review set confirmed_at = :at
                                where organization_id = :organization and signature_id = :signature
                                  and supervisor_id = :supervisor and confirmed_at is null
                                """)
                        .param("organization", organization())
                        .param("signature", signature)
                        .param("supervisor", supervisor)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The hashes that a signature bound, in the order of clients. */
    List<byte[]> hashes(UUID signature) {
        return jdbc.sql(
                        """
                        select content_hash from notes.signed_note
                        where organization_id = :organization and signature_id = :signature
                        order by client_id
                        """)
                .param("organization", organization())
                .param("signature", signature)
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    void supervise(UUID staff, @Nullable UUID supervisor, UUID by, Instant at) {
        if (supervisor == null) {
            jdbc.sql(
                            "delete from notes.supervision where organization_id = :organization and staff_id = :staff")
                    .param("organization", organization())
                    .param("staff", staff)
                    .update();
            return;
        }
        jdbc.sql(
                        """
                        insert into notes.supervision (organization_id, staff_id, supervisor_id, set_by, set_at)
                        values (:organization, :staff, :supervisor, :by, :at)
                        on conflict (organization_id, staff_id) do update
                        set supervisor_id = excluded.supervisor_id, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("organization", organization())
                .param("staff", staff)
                .param("supervisor", supervisor)
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Everybody on staff, and by whom they are supervised. */
    List<Supervision> supervisions() {
        return jdbc.sql(
                        """
                        select s.id, s.given_name || ' ' || s.family_name, coalesce(s.credentials, ''), v.supervisor_id
                        from organizations.public_staff s
                        left join notes.supervision v on v.organization_id = s.organization_id and v.staff_id = s.id
                        where s.organization_id = :organization
                        order by s.family_name, s.given_name, s.id
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Supervision(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                Optional.ofNullable(row.getObject(4, UUID.class))))
                .list();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
