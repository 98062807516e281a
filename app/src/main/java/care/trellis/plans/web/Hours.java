package care.trellis.plans.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Hours as people write them: {@code 9}, {@code 7.5}. */
final class Hours {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private Hours() {}

    static String text(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(SIXTY, 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Whole minutes; 0 where it is no sensible number of hours. */
    static int minutes(String hours) {
        try {
            int minutes = new BigDecimal(hours.strip()).multiply(SIXTY).intValueExact();
            return minutes > 0 && minutes <= 168 * 60 ? minutes : 0;
        } catch (ArithmeticException | NumberFormatException notHours) {
            return 0;
        }
    }
}
