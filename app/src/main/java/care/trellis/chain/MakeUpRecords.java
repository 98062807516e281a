package care.trellis.chain;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** SQL of what a make-up may be: groups still to come, where there is a seat, and who is where. */
@Repository
class MakeUpRecords {

    private final JdbcClient jdbc;

    MakeUpRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A group still to come. */
    record Open(
            UUID session,
            UUID site,
            @Nullable String level,
            @Nullable Integer capacity,
            Instant starts,
            Instant ends) {}

    /**
     * Groups of a track that begin between two moments and have a seat left in their room. The
     * seats are counted along the few groups that are still to come, not along everybody's week.
     */
    @Transactional(readOnly = true)
    List<Open> open(Permit permit, LocalDate monday, Instant from) {
        var toCome = toCome(permit, monday, from);
        var taken =
                taken(
                        permit,
                        toCome.stream()
                                .filter(group -> group.capacity() != null)
                                .map(Open::session)
                                .toArray(UUID[]::new));
        return toCome.stream()
                .filter(group ->
                        group.capacity() == null
                                || group.capacity() > taken.getOrDefault(group.session(), 0))
                .toList();
    }

    private List<Open> toCome(Permit permit, LocalDate monday, Instant from) {
        return jdbc.sql(
                        """
                        select s.id, s.site_id, p.level_of_care, r.capacity, s.starts_at, s.ends_at
                        from organizations.public_site z
                        join sessions.public_session s on s.organization_id = z.organization_id and s.site_id = z.id
                        join sessions.public_track t on t.organization_id = s.organization_id and t.id = s.track_id
                        join organizations.public_program p on p.organization_id = t.organization_id and p.id = t.program_id
                        left join organizations.public_room r on r.organization_id = s.organization_id and r.id = s.room_id
                        where z.organization_id = :organization and s.local_date between :first and :sunday
                          and s.starts_at > :from and s.cancelled_at is null
                        order by s.starts_at
                        """)
                .param("organization", permit.organization().value())
                .param("first", first(monday, from))
                .param("sunday", monday.plusDays(6))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Open(
                                row.getObject("id", UUID.class),
                                row.getObject("site_id", UUID.class),
                                row.getString("level_of_care"),
                                row.getObject("capacity", Integer.class),
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Map<UUID, Integer> taken(Permit permit, UUID[] sessions) {
        var taken = new HashMap<UUID, Integer>();
        if (sessions.length > 0) {
            jdbc.sql(
                            """
                            select session_id, count(*) as seats from sessions.public_seat
                            where organization_id = :organization and session_id = any(:sessions)
                              and removed_at is null
                            group by session_id
                            """)
                    .param("organization", permit.organization().value())
                    .param("sessions", sessions)
                    .query(row -> {
                        taken.put(row.getObject("session_id", UUID.class), row.getInt("seats"));
                    });
        }
        return taken;
    }

    /** The first local day, anywhere, that a session after that moment may be on. */
    private static LocalDate first(LocalDate monday, Instant from) {
        var day = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
        return day.isAfter(monday) ? day : monday;
    }

    /** Where a client is expected. */
    record Booked(UUID session, Instant starts, Instant ends) {}

    /** What is still to come in the week of these clients. */
    @Transactional(readOnly = true)
    Map<ClientId, List<Booked>> booked(
            Permit permit, Collection<ClientId> clients, LocalDate monday, Instant from) {
        var booked = new HashMap<ClientId, List<Booked>>();
        jdbc.sql(
                        """
                        select r.client_id, s.id, s.starts_at, s.ends_at
                        from sessions.public_roster r
                        join sessions.public_session s on s.organization_id = r.organization_id and s.id = r.session_id
                        where r.organization_id = :organization and r.client_id = any(:clients)
                          and r.local_date between :first and :sunday
                        """)
                .param("organization", permit.organization().value())
                .param("clients", ids(clients))
                .param("first", first(monday, from))
                .param("sunday", monday.plusDays(6))
                .query(row -> {
                    booked.computeIfAbsent(
                                    new ClientId(row.getObject("client_id", UUID.class)),
                                    client -> new ArrayList<>())
                            .add(
                                    new Booked(
                                            row.getObject("id", UUID.class),
                                            row.getObject("starts_at", OffsetDateTime.class)
                                                    .toInstant(),
                                            row.getObject("ends_at", OffsetDateTime.class)
                                                    .toInstant()));
                });
        return booked;
    }

    /** The site of each of these clients. */
    @Transactional(readOnly = true)
    Map<ClientId, UUID> sites(Permit permit, Collection<ClientId> clients) {
        var sites = new HashMap<ClientId, UUID>();
        jdbc.sql(
                        """
                        select id, site_id from clients.public_client
                        where organization_id = :organization and id = any(:clients)
                        """)
                .param("organization", permit.organization().value())
                .param("clients", ids(clients))
                .query(row -> {
                    sites.put(
                            new ClientId(row.getObject("id", UUID.class)),
                            row.getObject("site_id", UUID.class));
                });
        return sites;
    }

    private static UUID[] ids(Collection<ClientId> clients) {
        return clients.stream().map(ClientId::value).distinct().toArray(UUID[]::new);
    }
}
