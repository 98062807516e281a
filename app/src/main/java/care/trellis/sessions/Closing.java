package care.trellis.sessions;

import care.trellis.base.Permit;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does to sessions what the closed days of their site say. */
@Component
class Closing {

    private final ClosureRecords records;
    private final Clock clock;

    Closing(ClosureRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Sessions were made or moved: those on a closed day are called off, or meet by video. */
    List<SessionId> heed(Permit permit, Collection<SessionId> sessions) {
        var now = clock.instant();
        var due = records.due(permit, sessions, now);
        due.forEach(one -> records.apply(permit, one, now));
        return due.stream().map(ClosureRecords.Due::session).toList();
    }
}
