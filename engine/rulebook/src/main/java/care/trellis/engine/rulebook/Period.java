package care.trellis.engine.rulebook;

import care.trellis.engine.content.Section;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From one day to another, both included; null is open. */
record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    static final Period ALWAYS = new Period(null, null);

    /** The keys {@code from} and {@code to} of a block. */
    static Period of(Section section) {
        var period = new Period(section.optionalDate("from"), section.optionalDate("to"));
        if (period.from() != null && period.to() != null && period.to().isBefore(period.from())) {
            throw section.refusal("to", "ends before it begins");
        }
        return period;
    }

    boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** "since 2024-01-01", "from 2024-01-01 to 2024-12-31". */
    String words() {
        if (from == null) {
            return to == null ? "as far as was read" : "until " + to;
        }
        return (to == null ? "since " + from : "from " + from + " to " + to);
    }
}
