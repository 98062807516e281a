package care.trellis.sessions;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of seats that wait for an answer. */
@Repository
class HoldRecords {

    /** A hold as it stands. */
    record Hold(SessionId session, ClientId client, Instant until, boolean taken, boolean open) {}

    private final JdbcClient jdbc;

    HoldRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the transaction ends, nobody else gives these clients a seat by hand: two who look at
     * different sessions of one hour would each find the hour free. Taken before any session, and
     * always in one order, so that two who take several do not wait in a ring. A client's row
     * belongs to another room, hence a lock of its own name.
     */
    void lockClients(Collection<ClientId> clients) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(hashtextextended('seat ' || :organization || one.id, 0))
                        from unnest(cast(:clients as uuid[])) with ordinality as one (id, place)
                        order by one.place
                        """)
                .param("organization", organization().toString())
                .param(
                        "clients",
                        clients.stream()
                                .map(ClientId::value)
                                .distinct()
                                .sorted()
                                .toArray(UUID[]::new))
                .query((row, number) -> number)
                .list();
    }

    /** Holds the session's row, so that two cannot count the same last seat. */
    void lock(SessionId session) {
        jdbc.sql(
                        """
                        select id from sessions.session
                        where organization_id = :organization and id = :session for no key update
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query(UUID.class)
                .optional();
    }

    /**
     * The same for several, always in one order, so that two who take them do not wait in a ring.
     */
    void lock(Collection<SessionId> sessions) {
        jdbc.sql(
                        """
                        select id from sessions.session
                        where organization_id = :organization and id = any(:sessions)
                        order by id for no key update
                        """)
                .param("organization", organization())
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    boolean seated(SessionId session, ClientId client) {
        return jdbc.sql(
                        """
                        select exists (select from sessions.seat
                            where organization_id = :organization and session_id = :session and client_id = :client
                              and removed_at is null)
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("client", client.value())
                .query(Boolean.class)
                .single();
    }

    /** Seats that are taken, or held for somebody else. */
    int taken(SessionId session, ClientId client, Instant now) {
        return jdbc.sql(
                        """
                        select (select count(*) from sessions.seat
                                 where organization_id = :organization and session_id = :session and removed_at is null)
                             + (select count(*) from sessions.hold
                                 where organization_id = :organization and session_id = :session and client_id <> :client
                                   and taken_at is null and released_at is null and held_until > :now)
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("client", client.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Ends what was held for this client in this session before. */
    void releaseBefore(SessionId session, ClientId client, Instant now) {
        jdbc.sql(
                        """
                        update sessions.hold set released_at = :now
                        where organization_id = :organization and session_id = :session and client_id = :client
                          and taken_at is null and released_at is null
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .param("client", client.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(UUID id, SessionId session, ClientId client, Instant until) {
        jdbc.sql(
                        """
                        insert into sessions.hold (organization_id, id, session_id, client_id, held_until)
                        values (:organization, :id, :session, :client, :until)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("session", session.value())
                .param("client", client.value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Hold> find(UUID id) {
        return jdbc.sql(
                        """
                        select session_id, client_id, held_until, taken_at is not null, released_at is null
                        from sessions.hold where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", id)
                .query((row, number) ->
                        new Hold(
                                new SessionId(row.getObject(1, UUID.class)),
                                new ClientId(row.getObject(2, UUID.class)),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getBoolean(4),
                                row.getBoolean(5)))
                .optional();
    }

    void take(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update sessions.hold set taken_at = :now
                        where organization_id = :organization and id = :id and taken_at is null and released_at is null
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void release(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update sessions.hold set released_at = :now
                        where organization_id = :organization and id = :id and taken_at is null and released_at is null
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
