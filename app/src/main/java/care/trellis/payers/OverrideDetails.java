package care.trellis.payers;

import care.trellis.base.Problems;
import care.trellis.engine.rulebook.LocalOverride;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a contract is to change in its rules.
 *
 * @param path where in the rulebook, {@code rules/day-minutes/at_least}
 * @param value what is to stand there; {@code off} for a rule as a whole
 * @param reason why the contract differs, with what was agreed and when
 * @param through the last day; absent: until it is ended
 */
public record OverrideDetails(
        String path,
        String value,
        String reason,
        @Nullable LocalDate from,
        @Nullable LocalDate through) {

    public OverrideDetails {
        path = path.strip();
        value = value.strip();
        reason = reason.strip();
    }

    Problems problems(LocalDate earliest) {
        return new Problems()
                .text(value, 200, "value", "what the rule asks here")
                .text(reason, 400, "reason", "why this contract differs")
                .require(from != null, "from", "MISSING", "Enter the first day.")
                .require(
                        from == null || !from.isBefore(earliest),
                        "from",
                        "BEFORE_THE_REPLAY",
                        "Begin on " + earliest + " or later: the replay looks no further back.")
                .require(
                        from == null || through == null || !through.isBefore(from),
                        "through",
                        "ENDS_BEFORE_START",
                        "It cannot end before it begins.");
    }

    LocalOverride by(String author, LocalDate from) {
        return new LocalOverride(path, value, author, reason, from, through);
    }
}
