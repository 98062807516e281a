package care.trellis.sessions;

import care.trellis.base.Permit;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of tracks and their weeks. */
@Component
class TrackRecords {

    private final JdbcClient jdbc;

    TrackRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tracks at the actor's sites; all of them, or one. */
    List<Track> tracks(Permit permit, @Nullable TrackId only, Instant now) {
        var tracks =
                jdbc.sql(
                                """
                                select t.id, t.name, t.program_id, p.name, t.site_id, s.name, s.time_zone,
                                       (select count(distinct e.client_id) from sessions.enrollment e
                                         where e.organization_id = t.organization_id and e.track_id = t.id
                                           and cast(:now as timestamptz) at time zone s.time_zone
                                               < coalesce(e.to_date + 1, 'infinity'))
                                from sessions.track t
                                join organizations.public_program p
                                  on p.organization_id = t.organization_id and p.id = t.program_id
                                join organizations.public_site s
                                  on s.organization_id = t.organization_id and s.id = t.site_id
                                where t.organization_id = :organization and t.retired_at is null
                                  and (cast(:track as uuid) is null or t.id = :track)
                                order by s.name, t.name
                                """)
                        .param("organization", permit.organization().value())
                        .param("track", only == null ? null : only.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query((row, number) ->
                                new Track(
                                        new TrackId(row.getObject(1, UUID.class)),
                                        row.getString(2),
                                        new ProgramId(row.getObject(3, UUID.class)),
                                        row.getString(4),
                                        new SiteId(row.getObject(5, UUID.class)),
                                        row.getString(6),
                                        ZoneId.of(row.getString(7)),
                                        row.getInt(8),
                                        List.of()))
                        .list();
        var weeks = weeks(permit, only, now);
        return tracks.stream()
                .filter(track -> permit.actor().worksAt(track.site().value()))
                .map(track -> track.with(weeks.getOrDefault(track.id(), List.of())))
                .toList();
    }

    private Map<TrackId, List<Block>> weeks(Permit permit, @Nullable TrackId only, Instant now) {
        var weeks = new HashMap<TrackId, List<Block>>();
        jdbc.sql(
                        """
                        select b.track_id, b.id, b.rule, b.starts, b.minutes, b.title, b.service_type,
                               b.modality, b.room_id, b.lead_id, b.co_lead_id, b.from_date, b.to_date,
                               coalesce(r.name, ''),
                               concat_ws(', ', concat(left(l.given_name, 1), '. ', l.family_name),
                                   case when c.id is not null then concat(left(c.given_name, 1), '. ', c.family_name) end)
                        from sessions.pattern b
                        join organizations.public_staff l
                          on l.organization_id = b.organization_id and l.id = b.lead_id
                        left join organizations.public_staff c
                          on c.organization_id = b.organization_id and c.id = b.co_lead_id
                        left join organizations.public_room r
                          on r.organization_id = b.organization_id and r.id = b.room_id
                        where b.organization_id = :organization
                          and (cast(:track as uuid) is null or b.track_id = :track)
                          and (b.to_date is null or b.to_date >= greatest(b.from_date, cast(:today as date)))
                        order by b.starts, b.id
                        """)
                .param("organization", permit.organization().value())
                .param("track", only == null ? null : only.value())
                .param("today", now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1))
                .query((ResultSet row) -> {
                    var track = new TrackId(row.getObject(1, UUID.class));
                    weeks.computeIfAbsent(track, first -> new ArrayList<>())
                            .addAll(blocks(row, now.atOffset(ZoneOffset.UTC).toLocalDate()));
                });
        weeks.values().forEach(week -> week.sort(Comparator.comparing(Block::day)));
        return weeks;
    }

    private static List<Block> blocks(ResultSet row, LocalDate today) throws SQLException {
        UUID id = row.getObject(2, UUID.class);
        String room = row.getString(14);
        String staff = row.getString(15);
        var plan = plan(row);
        var rule = plan.recurrence();
        var days =
                rule.days().isEmpty()
                        ? rule.dates(plan.from(), today, today.plusYears(1)).stream()
                                .limit(1)
                                .map(LocalDate::getDayOfWeek)
                                .toList()
                        : rule.days();
        return days.stream().map(day -> new Block(id, day, plan, room, staff)).toList();
    }

    private static BlockPlan plan(ResultSet row) throws SQLException {
        UUID room = row.getObject(9, UUID.class);
        UUID coLead = row.getObject(11, UUID.class);
        return new BlockPlan(
                new Recurrence(row.getString(3)),
                row.getObject(4, LocalTime.class),
                row.getInt(5),
                row.getString(6),
                ServiceType.valueOf(row.getString(7)),
                Modality.valueOf(row.getString(8)),
                room == null ? null : new RoomId(room),
                new StaffId(row.getObject(10, UUID.class)),
                coLead == null ? null : new StaffId(coLead),
                row.getObject(12, LocalDate.class),
                row.getObject(13, LocalDate.class));
    }

    Optional<UUID> siteOf(Permit permit, ProgramId program) {
        return jdbc.sql(
                        """
                        select site_id from organizations.public_program
                        where organization_id = :organization and id = :program
                        """)
                .param("organization", permit.organization().value())
                .param("program", program.value())
                .query(UUID.class)
                .optional();
    }

    boolean nameTaken(Permit permit, UUID site, String name, TrackId except) {
        return jdbc.sql(
                        """
                        select exists (select from sessions.track
                            where organization_id = :organization and site_id = :site
                              and lower(name) = lower(:name) and id <> :except)
                        """)
                .param("organization", permit.organization().value())
                .param("site", site)
                .param("name", name)
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    void addTrack(Permit permit, TrackId id, ProgramId program, UUID site, String name) {
        jdbc.sql(
                        """
                        insert into sessions.track (organization_id, id, program_id, site_id, name)
                        values (:organization, :id, :program, :site, :name)
                        """)
                .param("organization", permit.organization().value())
                .param("id", id.value())
                .param("program", program.value())
                .param("site", site)
                .param("name", name)
                .update();
    }

    boolean roomAt(Permit permit, RoomId room, SiteId site) {
        return jdbc.sql(
                        """
                        select exists (select from organizations.public_room
                            where organization_id = :organization and id = :room and site_id = :site)
                        """)
                .param("organization", permit.organization().value())
                .param("room", room.value())
                .param("site", site.value())
                .query(Boolean.class)
                .single();
    }

    boolean hasBlock(Permit permit, UUID id) {
        return jdbc.sql(
                        """
                        select exists (select from sessions.pattern where organization_id = :organization and id = :id)
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void addBlock(Permit permit, UUID id, TrackId track, BlockPlan plan) {
        jdbc.sql(
                        """
                        insert into sessions.pattern (organization_id, id, track_id, rule, starts, minutes, title,
                            service_type, modality, room_id, lead_id, co_lead_id, from_date, to_date)
                        values (:organization, :id, :track, :rule, :starts, :minutes, :title, :service, :modality, :room,
                            :lead, :coLead, :from, :to)
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .param("track", track.value())
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

    int endBlock(Permit permit, TrackId track, UUID block, LocalDate lastDay) {
        return jdbc.sql(
                        """
                        update sessions.pattern set to_date = greatest(from_date, cast(:last as date))
                        where organization_id = :organization and track_id = :track and id = :block
                          and (to_date is null or to_date > :last)
                        """)
                .param("organization", permit.organization().value())
                .param("track", track.value())
                .param("block", block)
                .param("last", lastDay)
                .update();
    }

    /** Cancels what was made ahead for days after the last one and has not begun. */
    List<SessionId> cancelAfter(Permit permit, UUID block, LocalDate lastDay, Instant now) {
        return jdbc.sql(
                        """
                        update sessions.session set cancelled_at = :now, cancel_reason = 'The weekly plan changed'
                        where organization_id = :organization and pattern_id = :block and local_date > :last
                          and starts_at > :now and cancelled_at is null
                        returning id
                        """)
                .param("organization", permit.organization().value())
                .param("block", block)
                .param("last", lastDay)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new SessionId(row.getObject(1, UUID.class)))
                .list();
    }
}
