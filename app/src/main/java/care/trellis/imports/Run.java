package care.trellis.imports;

import java.util.Optional;
import java.util.UUID;

/**
 * One import that was started on the page.
 *
 * @param filesDone how many of the files are done
 * @param interrupted whether it ended without a report, because the program was stopped; importing
 *     again is safe
 * @param report what became of the files; absent while it works
 */
public record Run(UUID id, int files, int filesDone, boolean interrupted, Optional<Report> report) {

    /** Whether there is still something to wait for. */
    public boolean isWorking() {
        return report.isEmpty() && !interrupted;
    }
}
