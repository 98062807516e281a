package care.trellis.safety;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.papers.Unfinished;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A flag that stands when somebody is about to be discharged. */
@Component
class StandingFlags implements Unfinished {

    private final FlagRecords records;

    StandingFlags(FlagRecords records) {
        this.records = records;
    }

    @Override
    public List<String> of(Permit permit, ClientId client) {
        return records.of(client).stream()
                .filter(Flag::isOpen)
                .map(flag ->
                        "A flag stands: %s.".formatted(flag.kind().label().toLowerCase(Locale.US)))
                .toList();
    }
}
