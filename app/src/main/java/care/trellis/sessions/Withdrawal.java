package care.trellis.sessions;

import care.trellis.base.Permit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes tracks back with all that hangs on them, while nothing is on record about a session. */
@Component
class Withdrawal {

    private final JdbcClient jdbc;
    private final List<SessionTraces> traces;
    private final RosterNews roster;

    Withdrawal(JdbcClient jdbc, List<SessionTraces> traces, RosterNews roster) {
        this.jdbc = jdbc;
        this.traces = traces;
        this.roster = roster;
    }

    List<SessionId> sessions(Permit permit, Collection<TrackId> tracks) {
        return jdbc.sql(
                        """
                        select id from sessions.session
                        where organization_id = :organization and track_id = any(:tracks) order by starts_at, id
                        """)
                .param("organization", permit.organization().value())
                .param("tracks", ids(tracks))
                .query((row, number) -> new SessionId(row.getObject(1, UUID.class)))
                .list();
    }

    boolean untouched(Permit permit, Collection<TrackId> tracks) {
        var sessions = sessions(permit, tracks);
        return traces.stream().allMatch(room -> room.onRecord(sessions).isEmpty());
    }

    boolean takeBack(Permit permit, Collection<TrackId> tracks) {
        if (!untouched(permit, tracks)) {
            return false;
        }
        var sessions = sessions(permit, tracks);
        Set<RosterChanged> before = new HashSet<>(roster.expected(permit, sessions));
        for (var table : List.of("cover", "closed_session", "seat", "facilitator")) {
            delete(permit, "sessions." + table + " where session_id", SeatRecords.ids(sessions));
        }
        delete(permit, "sessions.session where id", SeatRecords.ids(sessions));
        var blocks =
                jdbc.sql(
                                """
                                select id from sessions.pattern
                                where organization_id = :organization and track_id = any(:tracks)
                                """)
                        .param("organization", permit.organization().value())
                        .param("tracks", ids(tracks))
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list()
                        .toArray(UUID[]::new);
        delete(permit, "sessions.exception where pattern_id", blocks);
        delete(permit, "sessions.pattern where id", blocks);
        delete(permit, "sessions.enrollment where track_id", ids(tracks));
        delete(permit, "sessions.track where id", ids(tracks));
        roster.moved(permit, List.of(), before);
        return true;
    }

    private void delete(Permit permit, String from, UUID[] ids) {
        jdbc.sql("delete from " + from + " = any(:ids) and organization_id = :organization")
                .param("organization", permit.organization().value())
                .param("ids", ids)
                .update();
    }

    private static UUID[] ids(Collection<TrackId> tracks) {
        return tracks.stream().map(TrackId::value).toArray(UUID[]::new);
    }
}
