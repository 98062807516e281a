package care.trellis.engine.x12;

import java.math.BigDecimal;

/** Money as X12 writes it: dollars with a point, no sign for positive, no needless zeros. */
public final class Money {

    private Money() {}

    /**
     * For an X12 element.
     *
     * @param cents any amount
     * @return such as {@code 500}, {@code 50.1} or {@code -10}
     */
    public static String element(long cents) {
        var dollars = BigDecimal.valueOf(cents, 2).stripTrailingZeros();
        return dollars.signum() == 0 ? "0" : dollars.toPlainString();
    }

    /**
     * For people and JSON.
     *
     * @param cents any amount
     * @return always with two decimals, such as {@code 500.00}
     */
    public static String dollars(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
