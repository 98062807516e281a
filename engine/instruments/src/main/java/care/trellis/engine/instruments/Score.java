package care.trellis.engine.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number of an instrument.
 *
 * @param name "total", or the key of a subscale
 * @param times the formula's value is multiplied by this
 * @param plus and this is added
 * @param decimals decimals of the reported value, rounded half up
 * @param bands words for this score by itself; null where it has none
 * @param wording how those words are reported
 * @param bandsOnExact whether the words look at the value before it was rounded
 * @param higherIsBetter whether the direction is inverted
 * @param shown whether it is reported, or only serves other rules
 */
record Score(
        String name,
        Formula formula,
        double times,
        double plus,
        int decimals,
        @Nullable Bands bands,
        Wording wording,
        boolean bandsOnExact,
        boolean higherIsBetter,
        boolean shown) {

    static final String TOTAL = "total";

    /** Where the word for a score stands in a result. */
    enum Wording {

        /** Beside the score, as its severity. */
        SEVERITY,

        /** In a list of its own, as a risk. */
        RISK
    }

    boolean isTotal() {
        return name.equals(TOTAL);
    }

    boolean isSubscale() {
        return shown && !isTotal();
    }

    BigDecimal rounded(double exact) {
        if (decimals == 0 && exact == Math.rint(exact)) {
            return BigDecimal.valueOf((long) exact);
        }
        return BigDecimal.valueOf(exact).setScale(decimals, RoundingMode.HALF_UP);
    }

    @Nullable String word(@Nullable Double exact) {
        if (bands == null || exact == null) {
            return null;
        }
        return bands.of(bandsOnExact ? exact : rounded(exact).doubleValue());
    }
}
