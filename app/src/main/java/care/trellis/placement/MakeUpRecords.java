package care.trellis.placement;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.TrackId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of sessions that could make up for a missed one: what is to come, and who is there. */
@Repository
class MakeUpRecords {

    /** A session of a track that has not begun. */
    record Ahead(
            SessionId session,
            String title,
            TrackId track,
            String trackName,
            ProgramId program,
            String level,
            LocalDate date,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            ServiceType service,
            Modality modality,
            @Nullable Integer chairs) {}

    /**
     * Somebody who is expected in a session, or for whom a seat is held.
     *
     * @param contract of the coverage that pays first; empty: none
     */
    record Sitting(SessionId session, ClientId client, String contract) {}

    /** A time that the client is taken. */
    record Busy(Instant from, Instant to) {

        boolean meets(Ahead other) {
            return from.isBefore(other.endsAt) && other.startsAt.isBefore(to);
        }
    }

    private final JdbcClient jdbc;

    MakeUpRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to come at a site until the end of a week, in the order of time. */
    List<Ahead> ahead(SiteId site, LocalDate monday, Instant from) {
        return jdbc.sql(
                        """
                        select s.id, s.title, t.id as track, t.name, t.program_id, p.level_of_care, s.local_date,
                               s.starts_at, s.ends_at, s.zone, s.service_type, s.modality, r.capacity
                        from sessions.public_session s
                        join sessions.public_track t on t.organization_id = s.organization_id and t.id = s.track_id
                        join organizations.public_program p
                          on p.organization_id = t.organization_id and p.id = t.program_id
                        left join organizations.public_room r on r.organization_id = s.organization_id and r.id = s.room_id
                        where s.organization_id = :organization and s.site_id = :site
                          and s.local_date between :monday and :sunday and s.starts_at > :from and s.cancelled_at is null
                        order by s.starts_at, s.title
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Ahead(
                                new SessionId(row.getObject("id", UUID.class)),
                                row.getString("title"),
                                new TrackId(row.getObject("track", UUID.class)),
                                row.getString("name"),
                                new ProgramId(row.getObject("program_id", UUID.class)),
                                row.getString("level_of_care"),
                                row.getObject("local_date", LocalDate.class),
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                                ZoneId.of(row.getString("zone")),
                                ServiceType.valueOf(row.getString("service_type")),
                                Modality.valueOf(row.getString("modality")),
                                row.getObject("capacity", Integer.class)))
                .list();
    }

    /** Who is expected in these sessions, and for whom a seat is held until after that moment. */
    List<Sitting> sitting(List<SessionId> sessions, Instant now) {
        return jdbc.sql(
                        """
                        with there as materialized (
                            select session_id, client_id, local_date from sessions.public_roster
                             where organization_id = :organization and session_id = any(:sessions)
                            union
                            select h.session_id, h.client_id, s.local_date from sessions.public_hold h
                              join sessions.public_session s on s.organization_id = h.organization_id and s.id = h.session_id
                             where h.organization_id = :organization and h.session_id = any(:sessions)
                               and h.held_until > :now)
                        select there.session_id, there.client_id,
                               coalesce((select cast(v.contract_id as text) from clients.public_coverage v
                                  where v.organization_id = :organization and v.client_id = there.client_id
                                    and v.effective_from <= there.local_date
                                    and (v.effective_to is null or v.effective_to >= there.local_date)
                                  order by v.priority limit 1), '') as contract
                        from there
                        """)
                .param("organization", organization())
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Sitting(
                                new SessionId(row.getObject(1, UUID.class)),
                                new ClientId(row.getObject(2, UUID.class)),
                                row.getString(3)))
                .list();
    }

    /** A session in which every seat that the program gives is taken or held. */
    record Full(SessionId session, int seats) {}

    /** Those of the sessions that have no seat of the program left for this client. */
    List<Full> full(ClientId client, Collection<SessionId> sessions, Instant now) {
        return jdbc.sql(
                        """
                        select s.id, t.seats
                        from sessions.public_session s
                        join placement.track_terms t on t.organization_id = s.organization_id and t.track_id = s.track_id
                        where s.organization_id = :organization and s.id = any(:sessions) and t.seats is not null
                          and t.seats <= (select count(*) from sessions.public_roster r
                                   where r.organization_id = s.organization_id and r.session_id = s.id
                                     and r.client_id <> :client)
                                + (select count(*) from sessions.public_hold h
                                   where h.organization_id = s.organization_id and h.session_id = s.id
                                     and h.client_id <> :client and h.held_until > :now)
                        """)
                .param("organization", organization())
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .param("client", client.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Full(new SessionId(row.getObject(1, UUID.class)), row.getInt(2)))
                .list();
    }

    /** When the client is expected anywhere in that week. */
    List<Busy> busy(ClientId client, LocalDate monday) {
        return jdbc.sql(
                        """
                        select s.starts_at, s.ends_at
                        from sessions.public_roster r
                        join sessions.public_session s on s.organization_id = r.organization_id and s.id = r.session_id
                        where r.organization_id = :organization and r.client_id = :client
                          and r.local_date between :monday and :sunday
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .query((row, number) ->
                        new Busy(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Whether the payer lets the client come on that day: no approval needed, or one that holds.
     */
    boolean authorized(ClientId client, String contract, LocalDate day) {
        return contract.isEmpty()
                || jdbc.sql(
                                """
                                select not c.authorization_required
                                    or exists (select from authorizations.public_authorization a
                                        where a.organization_id = c.organization_id and a.contract_id = c.id
                                          and a.client_id = :client and a.state = 'APPROVED'
                                          and :day between a.from_date and a.to_date)
                                from payers.public_contract c
                                where c.organization_id = :organization and c.id = cast(:contract as uuid)
                                """)
                        .param("organization", organization())
                        .param("client", client.value())
                        .param("contract", contract)
                        .param("day", day)
                        .query(Boolean.class)
                        .optional()
                        .orElse(true);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
