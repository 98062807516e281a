package care.trellis.engine.x12.statuses;

import care.trellis.engine.x12.Member;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one claim, or of every claim of a file or provider at once.
 *
 * @param acknowledgment true in a 277CA, false in the answer to a 276
 * @param level whom it speaks of
 * @param trace TRN02: our number of the claim (277CA), of the question (277), or of the batch
 *     (level FILE)
 * @param member the client as the payer knows one; null above the level of a claim
 * @param payerClaimNumber the payer's number (REF 1K); null when not said
 * @param from first day of service, null when not said
 * @param to last day of service, null when not said
 * @param statuses of the claim as a whole
 * @param lines statuses of its lines; most answers have none
 */
public record StatusReport(
        boolean acknowledgment,
        Level level,
        String trace,
        @Nullable Member member,
        @Nullable String payerClaimNumber,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Status> statuses,
        List<LineStatus> lines) {

    /** Whom a report speaks of. */
    public enum Level {
        /** The whole batch (loop 2200B). */
        FILE,
        /** All claims of one provider (loop 2200C). */
        PROVIDER,
        /** One claim (loops 2200D and E). */
        CLAIM
    }

    /** Keeps its own copies of the lists. */
    public StatusReport {
        statuses = List.copyOf(statuses);
        lines = List.copyOf(lines);
    }

    /**
     * Whether what it speaks of was taken on.
     *
     * @return true when there is a status and none of them, nor of the lines, rejects
     */
    public boolean accepted() {
        return !statuses.isEmpty()
                && statuses.stream().allMatch(Status::accepted)
                && lines.stream()
                        .flatMap(line -> line.statuses().stream())
                        .allMatch(Status::accepted);
    }
}
