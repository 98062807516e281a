/** Billing: a week becomes a claim, a remittance becomes payments. */
@NullMarked
package care.trellis.receivables;

import org.jspecify.annotations.NullMarked;
