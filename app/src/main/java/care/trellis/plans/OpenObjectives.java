package care.trellis.plans;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.papers.Unfinished;
import java.util.List;
import org.springframework.stereotype.Component;

/** Objectives that nobody closed when somebody is about to be discharged. */
@Component
class OpenObjectives implements Unfinished {

    private final ReviewRecords records;

    OpenObjectives(ReviewRecords records) {
        this.records = records;
    }

    @Override
    public List<String> of(Permit permit, ClientId client) {
        int open = records.openObjectives(client);
        return open == 0
                ? List.of()
                : List.of(
                        open == 1
                                ? "One objective of the plan is open: say how it ended."
                                : open + " objectives of the plan are open: say how each ended.");
    }
}
