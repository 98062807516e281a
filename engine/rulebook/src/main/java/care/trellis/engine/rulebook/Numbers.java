package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people write them. */
final class Numbers {

    private Numbers() {}

    /** To the hundredth, without a decimal point where there is nothing behind it. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new BigDecimal(value)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
