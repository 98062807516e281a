package care.trellis.payers;

import care.trellis.engine.rulebook.LocalOverride;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to change one rule for one contract, and what became of it.
 *
 * @param before what stood at the place when it was proposed
 * @param through the last day in force; for an ending, the last day of what it ends
 * @param ends the published one that it ends; absent for a change
 * @param ended the last day after all endings, for a published change; else as {@code through}
 * @param answer absent while it waits
 */
public record Proposal(
        ProposalId id,
        ContractId contract,
        String ruleSet,
        String path,
        String value,
        String before,
        String reason,
        LocalDate from,
        @Nullable LocalDate through,
        @Nullable ProposalId ends,
        @Nullable LocalDate ended,
        UUID author,
        String authorName,
        Instant proposedAt,
        @Nullable Answer answer) {

    /**
     * What became of it.
     *
     * @param published false where it was withdrawn
     */
    public record Answer(boolean published, String name, Instant at) {}

    /** Whether nobody has answered it. */
    public boolean open() {
        return answer == null;
    }

    /** Whether it was published. */
    public boolean published() {
        return answer != null && answer.published();
    }

    /** Whether it still changes a day on or after this one. */
    public boolean inForceFrom(LocalDate day) {
        return published()
                && ends == null
                && (ended == null || (!ended.isBefore(day) && !ended.isBefore(from)));
    }

    /** As the engine builds it in. */
    public LocalOverride asOverride() {
        return new LocalOverride(path, value, authorName, reason, from, ended);
    }
}
