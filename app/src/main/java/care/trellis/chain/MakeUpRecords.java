package care.trellis.chain;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** SQL of what a make-up may be: what is still to come this week, and who is expected there. */
@Repository
class MakeUpRecords {

    private final JdbcClient jdbc;

    MakeUpRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A session that is not over.
     *
     * @param program of its track; absent for what is planned for one client alone
     * @param level of care of its track; absent as the program is
     * @param capacity seats of its room; absent where it has none
     */
    record ToCome(
            UUID session,
            SiteId site,
            LocalDate date,
            ServiceType service,
            Modality modality,
            @Nullable ProgramId program,
            @Nullable String level,
            @Nullable Integer capacity,
            Instant starts,
            Instant ends) {

        boolean meets(ToCome other) {
            return starts.isBefore(other.ends) && other.starts.isBefore(ends);
        }
    }

    /** What is left of a week after a moment, at every site, in the order of time. */
    @Transactional(readOnly = true)
    List<ToCome> toCome(Permit permit, LocalDate monday, Instant from) {
        return jdbc.sql(
                        """
                        select s.id, s.site_id, s.local_date, s.service_type, s.modality, t.program_id, p.level_of_care,
                               r.capacity, s.starts_at, s.ends_at
                        from organizations.public_site z
                        join sessions.public_session s on s.organization_id = z.organization_id and s.site_id = z.id
                        left join sessions.public_track t on t.organization_id = s.organization_id and t.id = s.track_id
                        left join organizations.public_program p
                               on p.organization_id = t.organization_id and p.id = t.program_id
                        left join organizations.public_room r on r.organization_id = s.organization_id and r.id = s.room_id
                        where z.organization_id = :organization and s.local_date between :first and :sunday
                          and s.ends_at > :from and s.cancelled_at is null
                        order by s.starts_at
                        """)
                .param("organization", permit.organization().value())
                .param("first", first(monday, from))
                .param("sunday", monday.plusDays(6))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new ToCome(
                                row.getObject("id", UUID.class),
                                new SiteId(row.getObject("site_id", UUID.class)),
                                row.getObject("local_date", LocalDate.class),
                                ServiceType.valueOf(row.getString("service_type")),
                                Modality.valueOf(row.getString("modality")),
                                program(row.getObject("program_id", UUID.class)),
                                row.getString("level_of_care"),
                                row.getObject("capacity", Integer.class),
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable ProgramId program(@Nullable UUID id) {
        return id == null ? null : new ProgramId(id);
    }

    /** The first local day, anywhere, that a session after that moment may be on. */
    private static LocalDate first(LocalDate monday, Instant from) {
        var day = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
        return day.isAfter(monday) ? day : monday;
    }

    /** A client and a session in which they are expected. */
    record Seat(UUID session, ClientId client) {}

    /** The contract of each client's coverage that pays first on a day; none: nobody pays. */
    @Transactional(readOnly = true)
    Map<ClientId, String> contracts(Permit permit, Collection<ClientId> clients, LocalDate day) {
        var contracts = new HashMap<ClientId, String>();
        jdbc.sql(
                        """
                        select distinct on (client_id) client_id, cast(contract_id as text)
                        from clients.public_coverage
                        where organization_id = :organization and client_id = any(:clients)
                          and effective_from <= :day and (effective_to is null or effective_to >= :day)
                        order by client_id, priority
                        """)
                .param("organization", permit.organization().value())
                .param("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .param("day", day)
                .query((ResultSet row) -> {
                    var contract = row.getString(2);
                    if (contract != null) {
                        contracts.put(new ClientId(row.getObject(1, UUID.class)), contract);
                    }
                });
        return contracts;
    }

    /** Every seat of these sessions. */
    @Transactional(readOnly = true)
    List<Seat> seats(Permit permit, List<ToCome> sessions) {
        return jdbc.sql(
                        """
                        select session_id, client_id from sessions.public_seat
                        where organization_id = :organization and session_id = any(:sessions) and removed_at is null
                        """)
                .param("organization", permit.organization().value())
                .param("sessions", sessions.stream().map(ToCome::session).toArray(UUID[]::new))
                .query((row, number) ->
                        new Seat(
                                row.getObject(1, UUID.class),
                                new ClientId(row.getObject(2, UUID.class))))
                .list();
    }
}
