package care.trellis.engine.rulebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One place of a rulebook that a contract changes for itself.
 *
 * @param path where: {@code rules/day-minutes/at_least}, {@code rules/day-minutes} for the rule as
 *     a whole, {@code credentials/BHP}, {@code bill/0/code} or {@code claim/0/form}, blocks counted
 *     from 0 in the order of the file
 * @param value what stands there instead; a list with commas; {@link #OFF} for a rule as a whole,
 *     which is then not asked
 * @param author who answers for it
 * @param reason why the contract differs
 * @param from first day it is in force
 * @param through last day it is in force; null: until it is taken back
 */
public record LocalOverride(
        String path,
        String value,
        String author,
        String reason,
        LocalDate from,
        @Nullable LocalDate through) {

    /** The value that takes a rule out. */
    public static final String OFF = "off";

    /** Whether it is in force on the day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (through == null || !day.isAfter(through));
    }

    /** How a trace cites it. */
    String citation() {
        return "local override by " + author + ", in force since " + from + ": " + reason;
    }
}
