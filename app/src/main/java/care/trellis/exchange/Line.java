package care.trellis.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clearinghouse that files go to and come from by SFTP.
 *
 * @param fingerprint of the server's key, {@code SHA256:…}; another key is refused
 * @param outFolder where files of claims are put
 * @param inFolder where answers are found
 * @param receiverIds whose files go out here (ISA08); empty means all
 * @param lastRunAt when it was last asked; null before the first time
 * @param lastProblem why the last time failed; null when it went well
 */
public record Line(
        UUID id,
        String name,
        String host,
        int port,
        String username,
        String fingerprint,
        String outFolder,
        String inFolder,
        List<String> receiverIds,
        boolean enabled,
        @Nullable Instant lastRunAt,
        @Nullable String lastProblem) {

    /** Keeps its own copy of the list. */
    public Line {
        receiverIds = List.copyOf(receiverIds);
    }
}
