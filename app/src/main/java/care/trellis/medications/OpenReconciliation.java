package care.trellis.medications;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.papers.Unfinished;
import java.util.List;
import org.springframework.stereotype.Component;

/** Before a discharge is signed: whether the list was compared for it. */
@Component
class OpenReconciliation implements Unfinished {

    private final ReconciliationRecords records;
    private final Clients clients;

    OpenReconciliation(ReconciliationRecords records, Clients clients) {
        this.records = records;
        this.clients = clients;
    }

    @Override
    public List<String> of(Permit permit, ClientId client) {
        var zone = clients.zone(permit, client);
        var stay = records.stays(client).stream().findFirst();
        if (stay.isEmpty()) {
            return List.of();
        }
        if (!stay.get().comparedForDischarge()) {
            return List.of("Medications were not reconciled for the discharge.");
        }
        return records.of(client, zone).stream()
                .findFirst()
                .filter(last -> last.unknown() > 0)
                .map(last -> "Medications that nobody could tell: " + last.unknown() + ".")
                .stream()
                .toList();
    }
}
