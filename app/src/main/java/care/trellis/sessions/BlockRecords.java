package care.trellis.sessions;

import care.trellis.base.Permit;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of one block and its dates. */
@Component
class BlockRecords {

    private final JdbcClient jdbc;
    private final ExceptionRecords exceptions;

    BlockRecords(JdbcClient jdbc, ExceptionRecords exceptions) {
        this.jdbc = jdbc;
        this.exceptions = exceptions;
    }

    /** The block as it is planned; nothing where there is none. */
    Optional<BlockPlan> find(Permit permit, UUID block) {
        return jdbc.sql(
                        """
                        select rule, starts, minutes, title, service_type, modality, room_id, lead_id, co_lead_id,
                               from_date, to_date
                        from sessions.pattern where organization_id = :organization and id = :block
                        """)
                .param("organization", permit.organization().value())
                .param("block", block)
                .query((row, number) ->
                        new BlockPlan(
                                new Recurrence(row.getString(1)),
                                row.getObject(2, LocalTime.class),
                                row.getInt(3),
                                row.getString(4),
                                ServiceType.valueOf(row.getString(5)),
                                Modality.valueOf(row.getString(6)),
                                id(row, 7, RoomId::new),
                                new StaffId(row.getObject(8, UUID.class)),
                                id(row, 9, StaffId::new),
                                row.getObject(10, LocalDate.class),
                                row.getObject(11, LocalDate.class)))
                .optional();
    }

    /** The last date of the block, before that one, for which a session stands. */
    Optional<LocalDate> lastSlot(Permit permit, UUID block, LocalDate before) {
        return jdbc.sql(
                        """
                        select slot from sessions.session
                        where organization_id = :organization and pattern_id = :block and slot < :before
                        order by slot desc limit 1
                        """)
                .param("organization", permit.organization().value())
                .param("block", block)
                .param("before", before)
                .query(LocalDate.class)
                .optional();
    }

    void rewrite(Permit permit, UUID block, BlockPlan plan) {
        jdbc.sql(
                        """
                        update sessions.pattern
                        set rule = :rule, starts = :starts, minutes = :minutes, title = :title, service_type = :service,
                            modality = :modality, room_id = :room, lead_id = :lead, co_lead_id = :coLead,
                            from_date = :from, to_date = :to
                        where organization_id = :organization and id = :block
                        """)
                .param("organization", permit.organization().value())
                .param("block", block)
                .param("rule", plan.recurrence().rule())
                .param("starts", plan.starts())
                .param("minutes", plan.minutes())
                .param("title", plan.title())
                .param("service", plan.serviceType().name())
                .param("modality", plan.modality().name())
                .param("room", plan.room() == null ? null : plan.room().value())
                .param("lead", plan.lead().value())
                .param("coLead", plan.coLead() == null ? null : plan.coLead().value())
                .param("from", plan.from())
                .param("to", plan.to())
                .update();
    }

    /** A block of a track at the actor's sites, and its sessions from a day on. */
    Optional<SeriesDates> dates(Permit permit, TrackId track, UUID block, LocalDate from) {
        var plan = find(permit, block);
        return jdbc.sql(
                        """
                        select t.name, t.site_id, s.time_zone
                        from sessions.pattern b
                        join sessions.track t on t.organization_id = b.organization_id and t.id = b.track_id
                        join organizations.public_site s on s.organization_id = t.organization_id and s.id = t.site_id
                        where b.organization_id = :organization and b.id = :block and b.track_id = :track
                        """)
                .param("organization", permit.organization().value())
                .param("block", block)
                .param("track", track.value())
                .query((row, number) ->
                        new SeriesDates(
                                block,
                                row.getString(1),
                                new SiteId(row.getObject(2, UUID.class)),
                                ZoneId.of(row.getString(3)),
                                plan.orElseThrow(),
                                repetition(permit, block, plan.orElseThrow()),
                                sessions(permit, block, from)))
                .optional()
                .filter(found -> permit.actor().worksAt(found.site().value()));
    }

    private Repetition repetition(Permit permit, UUID block, BlockPlan plan) {
        return exceptions.all(permit).of(block, plan.recurrence(), plan.from(), plan.to());
    }

    private List<SeriesDates.Session> sessions(Permit permit, UUID block, LocalDate from) {
        return jdbc.sql(
                        """
                        select s.id, s.slot, s.starts_at, s.ends_at, s.changed, coalesce(s.cancel_reason, ''), s.modality,
                               coalesce(r.name, ''), s.shifted,
                               (select string_agg(concat(left(p.given_name, 1), '. ', p.family_name), ', ' order by f.part desc)
                                  from sessions.facilitator f
                                  join organizations.public_staff p
                                    on p.organization_id = f.organization_id and p.id = f.staff_id
                                 where f.organization_id = s.organization_id and f.session_id = s.id)
                        from sessions.session s
                        left join organizations.public_room r on r.organization_id = s.organization_id and r.id = s.room_id
                        where s.organization_id = :organization and s.pattern_id = :block and s.local_date >= :from
                        order by s.starts_at, s.id
                        """)
                .param("organization", permit.organization().value())
                .param("block", block)
                .param("from", from)
                .query((row, number) ->
                        new SeriesDates.Session(
                                new SessionId(row.getObject(1, UUID.class)),
                                row.getObject(2, LocalDate.class),
                                row.getTimestamp(3).toInstant(),
                                row.getTimestamp(4).toInstant(),
                                row.getBoolean(5),
                                row.getString(6),
                                Modality.valueOf(row.getString(7)),
                                row.getString(8),
                                row.getBoolean(9),
                                Objects.requireNonNullElse(row.getString(10), "")))
                .list();
    }

    private static <T> @Nullable T id(ResultSet row, int column, Function<UUID, T> type)
            throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : type.apply(id);
    }
}
