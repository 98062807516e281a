/** The pages of clients' money: one account, what hangs on it, the cashier's list and its rules. */
@NullMarked
package care.trellis.cashier.web;

import org.jspecify.annotations.NullMarked;
