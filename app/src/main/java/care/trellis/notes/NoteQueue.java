package care.trellis.notes;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what waits for one facilitator's signature. */
@Service
public class NoteQueue {

    private final QueueRecords records;
    private final Clock clock;

    NoteQueue(QueueRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * The person's groups of the last 60 days that are over and not signed yet, the oldest first.
     */
    @Transactional(readOnly = true)
    public List<UnsignedGroup> groups(Permit permit) {
        permit.require(Action.NOTE_SIGN, Action.OWN_ACCOUNT);
        var staff = permit.actor().staff();
        return staff == null
                ? List.of()
                : records.groups(staff, permit.actor().account(), clock.instant());
    }
}
