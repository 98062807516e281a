package care.trellis.cashier.web;

import care.trellis.base.Money;
import care.trellis.base.Problem;
import care.trellis.web.Form;
import java.math.BigDecimal;
import java.util.List;

/** Amounts of dollars as people type them. */
final class Amounts {

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    private Amounts() {}

    /** An amount that must be there; nothing with a problem where it is not, or is none. */
    static Money required(Form form, String field) {
        var dollars = form.decimal(field);
        if (dollars == null) {
            if (form.error(field).isEmpty()) {
                form.refused(List.of(new Problem(field, "MISSING", "Enter an amount.")));
            }
            return Money.ZERO;
        }
        if (dollars.signum() < 0
                || dollars.compareTo(MOST) > 0
                || dollars.stripTrailingZeros().scale() > 2) {
            form.refused(
                    List.of(
                            new Problem(
                                    field,
                                    "AMOUNT_FORM",
                                    "Enter dollars and cents such as 30.00.")));
            return Money.ZERO;
        }
        return Money.ofDollars(dollars);
    }
}
