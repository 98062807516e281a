package care.trellis.sessions;

import care.trellis.base.Ids;
import care.trellis.base.Permit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes dated sessions out of blocks: which are missing, and their rows. */
@Component
class Dating {

    /** A session that a block asks for and that is not there yet. */
    record Missing(UUID block, ZoneId zone, SessionCalendar.Occurrence occurrence) {}

    private record Planned(
            UUID id, Repetition repetition, LocalTime starts, int minutes, ZoneId zone) {}

    private record Dated(UUID block, LocalDate date) {}

    private final JdbcClient jdbc;
    private final ExceptionRecords exceptions;

    Dating(JdbcClient jdbc, ExceptionRecords exceptions) {
        this.jdbc = jdbc;
        this.exceptions = exceptions;
    }

    /** The sessions of the days ahead that are not there yet; of one track, or of all. */
    List<Missing> missing(Permit permit, @Nullable TrackId track, Instant now, int days) {
        var there = there(permit, now);
        var missing = new ArrayList<Missing>();
        for (var block : planned(permit, track)) {
            var today = now.atZone(block.zone).toLocalDate();
            block.repetition.dates(today, today.plusDays(days)).stream()
                    .filter(date -> !there.contains(new Dated(block.id, date)))
                    .map(date -> SessionCalendar.on(date, block.starts, block.minutes, block.zone))
                    .forEach(occurrence ->
                            missing.add(new Missing(block.id, block.zone, occurrence)));
        }
        return missing;
    }

    private List<Planned> planned(Permit permit, @Nullable TrackId track) {
        var without = exceptions.all(permit);
        return jdbc.sql(
                        """
                        select b.id, b.rule, b.from_date, b.to_date, b.starts, b.minutes, s.time_zone
                        from sessions.pattern b
                        join sessions.track t on t.organization_id = b.organization_id and t.id = b.track_id
                        join organizations.public_site s
                          on s.organization_id = t.organization_id and s.id = t.site_id
                        where b.organization_id = :organization and t.retired_at is null
                          and (cast(:track as uuid) is null or t.id = :track)
                        """)
                .param("organization", permit.organization().value())
                .param("track", track == null ? null : track.value())
                .query((row, number) ->
                        new Planned(
                                row.getObject(1, UUID.class),
                                without.of(
                                        row.getObject(1, UUID.class),
                                        new Recurrence(row.getString(2)),
                                        row.getObject(3, LocalDate.class),
                                        row.getObject(4, LocalDate.class)),
                                row.getObject(5, LocalTime.class),
                                row.getInt(6),
                                ZoneId.of(row.getString(7))))
                .list();
    }

    private Set<Dated> there(Permit permit, Instant now) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select pattern_id, slot from sessions.session
                                where organization_id = :organization and pattern_id is not null and slot >= :since
                                """)
                        .param("organization", permit.organization().value())
                        .param("since", now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1))
                        .query((row, number) ->
                                new Dated(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, LocalDate.class)))
                        .list());
    }

    /**
     * Adds the sessions; what another copy of the program added meanwhile is left out. A room that
     * is taken then is not given: the clients are expected all the same, and somebody is asked for
     * a room.
     */
    List<SessionId> add(Permit permit, List<Missing> missing) {
        var made = new ArrayList<>(insert(permit, missing, true));
        made.addAll(insert(permit, missing, false));
        return made;
    }

    private List<SessionId> insert(Permit permit, List<Missing> missing, boolean inRoom) {
        return jdbc.sql(
                        """
                        insert into sessions.session (organization_id, id, site_id, track_id, pattern_id, slot, title,
                            service_type, modality, room_id, local_date, zone, starts_at, ends_at, shifted)
                        select b.organization_id, d.id, t.site_id, t.id, b.id, d.local_date, b.title, b.service_type,
                               b.modality, case when :inRoom then b.room_id end, d.local_date, d.zone, d.starts_at,
                               d.ends_at, d.shifted
                        from unnest(cast(:ids as uuid[]), cast(:blocks as uuid[]), cast(:dates as date[]),
                                    cast(:zones as text[]), cast(:starts as timestamptz[]),
                                    cast(:ends as timestamptz[]), cast(:shifted as boolean[]))
                             as d (id, pattern_id, local_date, zone, starts_at, ends_at, shifted)
                        join sessions.pattern b on b.organization_id = :organization and b.id = d.pattern_id
                        join sessions.track t on t.organization_id = b.organization_id and t.id = b.track_id
                        on conflict do nothing
                        returning id
                        """)
                .param("organization", permit.organization().value())
                .param("inRoom", inRoom)
                .param("ids", texts(missing, session -> Ids.next()))
                .param("blocks", texts(missing, Missing::block))
                .param("dates", texts(missing, session -> session.occurrence.date()))
                .param("zones", texts(missing, Missing::zone))
                .param("starts", texts(missing, session -> session.occurrence.startsAt()))
                .param("ends", texts(missing, session -> session.occurrence.endsAt()))
                .param("shifted", texts(missing, session -> session.occurrence.shifted()))
                .query((row, number) -> new SessionId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Names who leads; a person who leads another session then is left out. */
    void addFacilitators(Permit permit, List<SessionId> sessions) {
        jdbc.sql(
                        """
                        insert into sessions.facilitator (organization_id, session_id, staff_id, part, taken)
                        select s.organization_id, s.id, f.staff_id, f.part, s.taken
                        from sessions.session s
                        join sessions.pattern b on b.organization_id = s.organization_id and b.id = s.pattern_id
                        cross join lateral (values (b.lead_id, 'LEAD'), (b.co_lead_id, 'CO')) as f (staff_id, part)
                        where s.organization_id = :organization and s.id = any(:sessions)
                          and f.staff_id is not null
                        on conflict do nothing
                        """)
                .param("organization", permit.organization().value())
                .param("sessions", SeatRecords.ids(sessions))
                .update();
    }

    private static String[] texts(List<Missing> missing, Function<Missing, Object> part) {
        return missing.stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
