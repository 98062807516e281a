package care.trellis.measures;

import care.trellis.attendance.MustStay;
import care.trellis.clients.ClientId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Nobody is checked out while somebody must go to them at once. */
@Component
class StaysForAlert implements MustStay {

    private final AlertRecords records;

    StaysForAlert(AlertRecords records) {
        this.records = records;
    }

    @Override
    public Optional<String> why(ClientId client) {
        return records.isUrgent(client)
                ? Optional.of(
                        "Not now: an urgent safety alert is open. Stay with the client; a clinician closes it with what was found.")
                : Optional.empty();
    }
}
