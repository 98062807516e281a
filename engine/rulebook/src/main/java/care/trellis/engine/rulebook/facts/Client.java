package care.trellis.engine.rulebook.facts;

import org.jspecify.annotations.Nullable;

/**
 * The person, as far as a rule looks at them.
 *
 * @param age in completed years on the first date of the week
 */
public record Client(@Nullable Integer age, @Nullable DiagnosisClass diagnosisClass) {

    /** A client of whom no rule may assume anything. */
    public static final Client UNKNOWN = new Client(null, null);
}
