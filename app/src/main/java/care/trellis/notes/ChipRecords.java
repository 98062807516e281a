package care.trellis.notes;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of taps. */
@Component
class ChipRecords {

    private final JdbcClient jdbc;

    ChipRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the taps of clients who are on the roster; one that is known stays as it is. */
    void insert(SessionId session, Collection<Chip> chips, Actor by, Instant now) {
        jdbc.sql(
                        """
                        insert into notes.chip (organization_id, id, session_id, client_id, code, tapped_at, account_id,
                            recorded_at)
                        select r.organization_id, c.id, r.session_id, r.client_id, c.code, c.at, :account, :now
                        from unnest(:ids::uuid[], :clients::uuid[], :codes::text[], :times::timestamptz[])
                            as c (id, client_id, code, at)
                        join sessions.public_roster r on r.organization_id = :organization
                            and r.session_id = :session and r.client_id = c.client_id
                        on conflict (organization_id, id) do nothing
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("account", by.account())
                .param("now", now.atOffset(UTC))
                .param("ids", chips.stream().map(Chip::id).toArray(UUID[]::new))
                .param(
                        "clients",
                        chips.stream().map(chip -> chip.client().value()).toArray(UUID[]::new))
                .param("codes", chips.stream().map(Chip::code).toArray(String[]::new))
                .param(
                        "times",
                        chips.stream().map(chip -> chip.at().toString()).toArray(String[]::new))
                .update();
    }

    void takeBack(SessionId session, Collection<UUID> ids, Instant now) {
        jdbc.sql(
                        """
                        update notes.chip set taken_back_at = :now
                        where organization_id = :organization and session_id = :session and id = any(:ids)
                          and taken_back_at is null
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The taps of a session that stand, in the order in which they were made. */
    List<Chip> of(SessionId session) {
        return jdbc.sql(
                        """
                        select id, client_id, code, tapped_at from notes.chip
                        where organization_id = :organization and session_id = :session and taken_back_at is null
                        order by tapped_at, id
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query((row, number) ->
                        new Chip(
                                row.getObject(1, UUID.class),
                                new ClientId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
