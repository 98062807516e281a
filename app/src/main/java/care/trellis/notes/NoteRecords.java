package care.trellis.notes;

import care.trellis.attendance.Minutes;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.curricula.Curricula;
import care.trellis.plans.Objectives;
import care.trellis.sessions.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of notes that are being written. */
@Component
class NoteRecords {

    private final JdbcClient jdbc;
    private final Objectives objectives;
    private final Curricula curricula;
    private final NoteSeal seal;

    NoteRecords(JdbcClient jdbc, Objectives objectives, Curricula curricula, NoteSeal seal) {
        this.seal = seal;
        this.jdbc = jdbc;
        this.objectives = objectives;
        this.curricula = curricula;
    }

    /** The note of a session with its lines, in five statements however many clients there are. */
    Optional<GroupNote> find(Permit permit, SessionId session, Instant now) {
        var passes = passes(session);
        var facilitators = facilitators(session);
        return jdbc.sql(
                        """
                        select s.title, s.service_type, s.modality, r.name, s.local_date, s.zone, s.starts_at, s.ends_at,
                               d.focus, d.method, d.narrative,
                               coalesce(d.version, 0), d.saved_at,
                               exists (select from notes.set_aside a
                                       where a.organization_id = s.organization_id and a.session_id = s.id
                                         and a.part = s.id and a.settled_at is null),
                               t.module
                        from sessions.public_session s
                        left join curricula.public_taught t
                            on t.organization_id = s.organization_id and t.session_id = s.id
                        left join organizations.public_room r
                            on r.organization_id = s.organization_id and r.id = s.room_id
                        left join notes.draft d on d.organization_id = s.organization_id and d.session_id = s.id
                        where s.organization_id = :organization and s.id = :session and s.cancelled_at is null
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query((row, number) -> {
                    var startsAt = instant(row, 7);
                    var endsAt = instant(row, 8);
                    return new GroupNote(
                            session,
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, LocalDate.class),
                            ZoneId.of(row.getString(6)),
                            startsAt,
                            endsAt,
                            facilitators,
                            seal.open(row.getBytes(9), session.value()),
                            seal.open(row.getBytes(10), session.value()),
                            seal.open(row.getBytes(11), session.value()),
                            row.getInt(12),
                            nullableInstant(row, 13),
                            row.getBoolean(14),
                            module(row.getString(15)),
                            List.of(),
                            passes);
                })
                .optional()
                .map(note -> withLines(permit, note, now));
    }

    private GroupNote withLines(Permit permit, GroupNote note, Instant now) {
        var lines =
                jdbc.sql(
                                """
                                select r.client_id, c.given_name, c.family_name, coalesce(m.status, 'EXPECTED'), m.arrived_at,
                                       m.left_at, l.text, l.participation, l.objective_id,
                                       l.no_goal_reason, coalesce(l.version, 0), n.id, g.signed_at,
                                       l.observed, coalesce(l.observed_by_hand, false),
                                       l.same_text_reason, coalesce(l.alike, 0), l.written_by,
                                       coalesce(l.saved_name, ''),
                                       exists (select from notes.set_aside a
                                               where a.organization_id = r.organization_id
                                                 and a.session_id = r.session_id and a.part = r.client_id
                                                 and a.settled_at is null), coalesce(m.estimated, false)
                                from sessions.public_roster r
                                join clients.public_client c on c.organization_id = r.organization_id and c.id = r.client_id
                                left join attendance.public_mark m on m.organization_id = r.organization_id
                                    and m.session_id = r.session_id and m.client_id = r.client_id
                                left join notes.draft_line l on l.organization_id = r.organization_id
                                    and l.session_id = r.session_id and l.client_id = r.client_id
                                left join notes.signed_note n on n.organization_id = r.organization_id
                                    and n.session_id = r.session_id and n.client_id = r.client_id
                                left join notes.signature g on g.organization_id = n.organization_id and g.id = n.signature_id
                                where r.organization_id = :organization and r.session_id = :session
                                order by c.family_name, c.given_name, c.id
                                """)
                        .param("organization", organization())
                        .param("session", note.session().value())
                        .query((row, number) -> {
                            var client = row.getObject(1, UUID.class);
                            var arrived = nullableInstant(row, 5);
                            var left = nullableInstant(row, 6);
                            var signedNote = row.getObject(12, UUID.class);
                            return new NoteLine(
                                    new ClientId(client),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    arrived,
                                    left,
                                    row.getBoolean(21),
                                    minutes(note, arrived, left, now),
                                    words(row, 7, note.session(), client),
                                    row.getObject(8, Integer.class),
                                    row.getObject(9, UUID.class),
                                    words(row, 10, note.session(), client),
                                    row.getInt(11),
                                    List.of(),
                                    signedNote == null ? null : new NoteId(signedNote),
                                    nullableInstant(row, 13),
                                    words(row, 14, note.session(), client),
                                    row.getBoolean(15),
                                    words(row, 16, note.session(), client),
                                    row.getInt(17),
                                    row.getObject(18, UUID.class),
                                    row.getString(19),
                                    row.getBoolean(20));
                        })
                        .list();
        return new GroupNote(
                note.session(),
                note.title(),
                note.serviceType(),
                note.modality(),
                note.room(),
                note.localDate(),
                note.zone(),
                note.startsAt(),
                note.endsAt(),
                note.facilitators(),
                note.focus(),
                note.method(),
                note.narrative(),
                note.version(),
                note.savedAt(),
                note.twoTexts(),
                note.module(),
                withGoals(permit, lines, note.localDate()),
                note.passes());
    }

    private String words(ResultSet row, int column, SessionId session, UUID client)
            throws SQLException {
        return seal.open(row.getBytes(column), session.value(), client);
    }

    private String module(@Nullable String code) {
        return code == null
                ? ""
                : curricula
                        .curriculum()
                        .module(code)
                        .map(module -> module.code() + " " + module.title())
                        .orElse(code);
    }

    private static int minutes(
            GroupNote note, @Nullable Instant arrived, @Nullable Instant left, Instant now) {
        if (arrived == null) {
            return 0;
        }
        return Minutes.attended(arrived, left == null ? now : left, note.startsAt(), note.endsAt());
    }

    private List<GroupNote.Facilitator> facilitators(SessionId session) {
        return jdbc.sql(
                        """
                        select f.staff_id, s.given_name || ' ' || s.family_name, coalesce(s.credentials, ''), f.part
                        from sessions.public_facilitator f
                        join organizations.public_staff s on s.organization_id = f.organization_id and s.id = f.staff_id
                        where f.organization_id = :organization and f.session_id = :session
                        order by f.part desc
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query((row, number) ->
                        new GroupNote.Facilitator(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    private List<GroupNote.Pass> passes(SessionId session) {
        return jdbc.sql(
                        """
                        select printed_name, credentials, meaning, signed_at, account_id
                        from notes.signature
                        where organization_id = :organization and session_id = :session
                        order by signed_at
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query((row, number) ->
                        new GroupNote.Pass(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                instant(row, 4),
                                row.getObject(5, UUID.class)))
                .list();
    }

    private List<NoteLine> withGoals(Permit permit, List<NoteLine> lines, LocalDate day) {
        var open = objectives.open(permit, lines.stream().map(NoteLine::client).toList(), day);
        return lines.stream()
                .map(line -> line.withGoals(goals(open.getOrDefault(line.client(), List.of()))))
                .toList();
    }

    static List<NoteLine.Goal> goals(List<Objectives.Open> open) {
        return open.stream()
                .map(one -> new NoteLine.Goal(one.id().value(), one.number(), one.text()))
                .toList();
    }

    /** Whether the member of staff leads or co-leads the session. */
    boolean facilitates(SessionId session, @Nullable UUID staff) {
        return staff != null
                && jdbc.sql(
                                        """
                                        select count(*) from sessions.public_facilitator
                                        where organization_id = :organization and session_id = :session and staff_id = :staff
                                        """)
                                .param("organization", organization())
                                .param("session", session.value())
                                .param("staff", staff)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /** Whether everybody who took part has a signed note, and there is at least one. */
    boolean everythingSigned(SessionId session) {
        return jdbc.sql(
                        """
                        select count(*) filter (where n.id is null) = 0 and count(n.id) > 0
                        from sessions.public_roster r
                        join attendance.public_mark m on m.organization_id = r.organization_id
                            and m.session_id = r.session_id and m.client_id = r.client_id and m.status = 'PRESENT'
                        left join notes.signed_note n on n.organization_id = r.organization_id
                            and n.session_id = r.session_id and n.client_id = r.client_id
                        where r.organization_id = :organization and r.session_id = :session
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query(Boolean.class)
                .single();
    }

    /** Lets one signing pass of a session happen after the other. */
    void lock(SessionId session) {
        jdbc.sql(
                        "select version from notes.draft where organization_id = :organization and session_id = :session for update")
                .param("organization", organization())
                .param("session", session.value())
                .query(Integer.class)
                .optional();
    }

    /** The zone of the session's site. */
    ZoneId zone(SessionId session) {
        return jdbc.sql(
                        """
                        select zone from sessions.public_session
                        where organization_id = :organization and id = :session
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query((row, number) -> ZoneId.of(row.getString(1)))
                .single();
    }

    /** Whether the objective is the client's and was open on the session's day. */
    boolean hasOpenGoal(SessionId session, ClientId client, UUID goal) {
        return jdbc.sql(
                                """
                                select count(*)
                                from sessions.public_session s
                                join plans.public_objective o on o.organization_id = s.organization_id and o.id = :goal
                                    and (o.status in ('NEW', 'IN_PROGRESS', 'PARTLY_MET') or o.status_on > s.local_date)
                                join episodes.public_goal g on g.organization_id = o.organization_id and g.id = o.goal_id
                                    and (g.closed_on is null or g.closed_on >= s.local_date)
                                join episodes.public_episode e on e.organization_id = g.organization_id
                                    and e.id = g.episode_id and e.client_id = :client
                                where s.organization_id = :organization and s.id = :session
                                """)
                        .param("organization", organization())
                        .param("session", session.value())
                        .param("client", client.value())
                        .param("goal", goal)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Of each client on the roster the objective that the last ten notes served most often. */
    Map<ClientId, UUID> usualGoals(SessionId session) {
        var usual = new HashMap<ClientId, UUID>();
        jdbc.sql(
                        """
                        select r.client_id, l.objective_id
                        from sessions.public_roster r
                        cross join lateral (
                            select n.session_id from notes.signed_note n
                            where n.organization_id = :organization and n.client_id = r.client_id
                            order by n.local_date desc limit 10) n
                        join notes.draft_line l on l.organization_id = r.organization_id
                            and l.session_id = n.session_id and l.client_id = r.client_id
                        where r.organization_id = :organization and r.session_id = :session and l.objective_id is not null
                        group by r.client_id, l.objective_id
                        order by count(*), l.objective_id
                        """)
                .param("organization", organization())
                .param("session", session.value())
                .query((row, number) ->
                        usual.put(
                                new ClientId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class)))
                .list();
        return usual;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, int column)
            throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
