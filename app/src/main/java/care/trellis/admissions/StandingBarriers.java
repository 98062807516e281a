package care.trellis.admissions;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.papers.Unfinished;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What still stands in the way when somebody is about to be discharged. */
@Component
class StandingBarriers implements Unfinished {

    private final BarrierRecords records;

    StandingBarriers(BarrierRecords records) {
        this.records = records;
    }

    @Override
    public List<String> of(Permit permit, ClientId client) {
        return records.of(client).stream()
                .filter(Barrier::isOpen)
                .map(one ->
                        "Still in the way: %s."
                                .formatted(one.kind().label().toLowerCase(Locale.US)))
                .toList();
    }
}
