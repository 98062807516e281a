package care.trellis.notes;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.organizations.HomeTime;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what waits for one facilitator's signature. */
@Service
public class NoteQueue {

    private static final int DAYS_BACK = 60;

    private final QueueRecords records;
    private final HomeTime home;
    private final Clock clock;

    NoteQueue(QueueRecords records, HomeTime home, Clock clock) {
        this.records = records;
        this.home = home;
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
                : records.groups(
                        staff,
                        permit.actor().account(),
                        home.today().minusDays(DAYS_BACK),
                        clock.instant());
    }
}
