package care.trellis.sessions;

import care.trellis.base.Permit;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of sessions that are changed after they were made, alone or as a series. */
@Component
class SeriesRecords {

    /**
     * A dated session as it stands.
     *
     * @param block the block it is a date of; nothing for one planned by itself
     * @param slot the date of the block that it stands for
     * @param changed changed by itself before
     */
    record Dated(
            SessionId id,
            SiteId site,
            @Nullable TrackId track,
            @Nullable UUID block,
            @Nullable LocalDate slot,
            LocalDate date,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            boolean cancelled,
            String cancelReason,
            boolean changed,
            Modality modality,
            String title,
            ServiceType serviceType,
            @Nullable RoomId room,
            @Nullable StaffId lead,
            @Nullable StaffId coLead) {

        boolean begun(Instant now) {
            return !startsAt.isAfter(now);
        }
    }

    private static final String DATED =
            """
            select s.id, s.site_id, s.track_id, s.pattern_id, s.slot, s.local_date, s.zone, s.starts_at, s.ends_at,
                   coalesce(s.cancel_reason, ''), s.changed, s.modality, s.title, s.service_type, s.room_id,
                   (select f.staff_id from sessions.facilitator f where f.organization_id = s.organization_id
                       and f.session_id = s.id and f.part = 'LEAD' limit 1),
                   (select f.staff_id from sessions.facilitator f where f.organization_id = s.organization_id
                       and f.session_id = s.id and f.part = 'CO' limit 1)
            from sessions.session s
            where s.organization_id = :organization
            """;

    private final JdbcClient jdbc;

    SeriesRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Dated> find(Permit permit, SessionId session) {
        return jdbc.sql(DATED + " and s.id = :session")
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .query(SeriesRecords::dated)
                .optional();
    }

    /** The dated sessions of a block from a date of it on, in order. */
    List<Dated> of(Permit permit, UUID block, LocalDate from) {
        return jdbc.sql(DATED + " and s.pattern_id = :block and s.slot >= :from order by s.slot")
                .param("organization", permit.organization().value())
                .param("block", block)
                .param("from", from)
                .query(SeriesRecords::dated)
                .list();
    }

    /** Sessions of a site on these days that are still ahead, called off or not. */
    List<Dated> ahead(Permit permit, SiteId site, LocalDate from, LocalDate to, Instant now) {
        return jdbc.sql(
                        DATED
                                + """
                                 and s.site_id = :site and s.local_date between :from and :to and s.starts_at > :now
                                order by s.starts_at, s.title, s.id
                                """)
                .param("organization", permit.organization().value())
                .param("site", site.value())
                .param("from", from)
                .param("to", to)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SeriesRecords::dated)
                .list();
    }

    /** How many sessions of a site on these days have begun and stand. */
    int begun(Permit permit, SiteId site, LocalDate from, LocalDate to, Instant now) {
        return jdbc.sql(
                        """
                        select count(*) from sessions.session
                        where organization_id = :organization and site_id = :site and local_date between :from and :to
                          and starts_at <= :now and cancelled_at is null
                        """)
                .param("organization", permit.organization().value())
                .param("site", site.value())
                .param("from", from)
                .param("to", to)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private static Dated dated(ResultSet row, int number) throws SQLException {
        return new Dated(
                new SessionId(row.getObject(1, UUID.class)),
                new SiteId(row.getObject(2, UUID.class)),
                id(row, 3, TrackId::new),
                row.getObject(4, UUID.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                ZoneId.of(row.getString(7)),
                row.getTimestamp(8).toInstant(),
                row.getTimestamp(9).toInstant(),
                !row.getString(10).isEmpty(),
                row.getString(10),
                row.getBoolean(11),
                Modality.valueOf(row.getString(12)),
                row.getString(13),
                ServiceType.valueOf(row.getString(14)),
                id(row, 15, RoomId::new),
                id(row, 16, StaffId::new),
                id(row, 17, StaffId::new));
    }

    private static <T> @Nullable T id(ResultSet row, int column, Function<UUID, T> type)
            throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : type.apply(id);
    }

    /**
     * Takes sessions out of their series and their time for the moment of a change, so that they
     * can change places without meeting each other.
     */
    void lift(Permit permit, Collection<SessionId> moving, Collection<SessionId> staying) {
        jdbc.sql(
                        """
                        update sessions.session
                        set pattern_id = null, slot = null,
                            cancelled_at = case when id = any(:moving) then starts_at else cancelled_at end,
                            cancel_reason = case when id = any(:moving) then 'Moving' else cancel_reason end
                        where organization_id = :organization and id = any(:all)
                        """)
                .param("organization", permit.organization().value())
                .param("moving", SeatRecords.ids(moving))
                .param(
                        "all",
                        Stream.concat(moving.stream(), staying.stream())
                                .map(SessionId::value)
                                .toArray(UUID[]::new))
                .update();
    }

    /** Puts a session that stays as it is back into a series. */
    void place(Permit permit, SessionId session, UUID block, LocalDate slot) {
        jdbc.sql(
                        """
                        update sessions.session set pattern_id = :block, slot = :slot
                        where organization_id = :organization and id = :session
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("block", block)
                .param("slot", slot)
                .update();
    }

    /** Calls off what has no date any more; it still belongs to the block it came from. */
    void callOff(
            Permit permit,
            SessionId session,
            UUID block,
            LocalDate slot,
            String reason,
            Instant now) {
        jdbc.sql(
                        """
                        update sessions.session
                        set pattern_id = :block, slot = :slot, cancelled_at = :now, cancel_reason = :reason
                        where organization_id = :organization and id = :session
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("block", block)
                .param("slot", slot)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    /** Writes a session anew; it takes place. Who leads is written anew as well. */
    void rewrite(
            Permit permit,
            SessionId session,
            BlockPlan plan,
            SessionCalendar.Occurrence when,
            boolean alone) {
        jdbc.sql(
                        """
                        update sessions.session
                        set title = :title, service_type = :service, modality = :modality, room_id = :room,
                            local_date = :date, starts_at = :starts, ends_at = :ends, shifted = :shifted,
                            changed = :alone, cancelled_at = null, cancel_reason = null
                        where organization_id = :organization and id = :session
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("title", plan.title())
                .param("service", plan.serviceType().name())
                .param("modality", plan.modality().name())
                .param("room", plan.room() == null ? null : plan.room().value())
                .param("date", when.date())
                .param("starts", when.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", when.endsAt().atOffset(ZoneOffset.UTC))
                .param("shifted", when.shifted())
                .param("alone", alone)
                .update();
        jdbc.sql(
                        """
                        update sessions.seat set local_date = :date
                        where organization_id = :organization and session_id = :session and local_date <> :date
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .param("date", when.date())
                .update();
    }

    /** Who leads these sessions from now on, each with the part they have. */
    void lead(Permit permit, Collection<SessionId> sessions, Map<StaffId, String> leads) {
        jdbc.sql(
                        """
                        delete from sessions.facilitator
                        where organization_id = :organization and session_id = any(:sessions)
                        """)
                .param("organization", permit.organization().value())
                .param("sessions", SeatRecords.ids(sessions))
                .update();
        leads.forEach((staff, part) ->
                jdbc.sql(
                                """
                                insert into sessions.facilitator (organization_id, session_id, staff_id, part, taken)
                                select organization_id, id, :staff, :part, taken from sessions.session
                                where organization_id = :organization and id = any(:sessions)
                                """)
                        .param("organization", permit.organization().value())
                        .param("sessions", SeatRecords.ids(sessions))
                        .param("staff", staff.value())
                        .param("part", part)
                        .update());
    }

    /** Takes the calling off back. */
    void restore(Permit permit, SessionId session) {
        jdbc.sql(
                        """
                        update sessions.session set cancelled_at = null, cancel_reason = null
                        where organization_id = :organization and id = :session
                        """)
                .param("organization", permit.organization().value())
                .param("session", session.value())
                .update();
    }
}
