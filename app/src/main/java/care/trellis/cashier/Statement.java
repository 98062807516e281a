package care.trellis.cashier;

import care.trellis.base.Money;
import java.time.LocalDate;

/**
 * A statement as a client was given it.
 *
 * @param by who made it, by name
 */
public record Statement(StatementId id, Money balance, LocalDate madeOn, String by) {}
