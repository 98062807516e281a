/**
 * Remittances in: an 835 (005010X221A1) becomes records whose money is whole cents.
 *
 * <p>{@link care.trellis.engine.x12.remittances.RemittanceReader#read} hands over each {@link
 * care.trellis.engine.x12.remittances.Remittance} (payment, claims with lines and adjustments,
 * provider adjustments) and says what was wrong with the file; {@link
 * care.trellis.engine.x12.remittances.RemittanceReader#stream} does the same claim by claim, in
 * memory that does not grow with the file. {@link
 * care.trellis.engine.x12.remittances.Remittance#balanced} is the balancing check. {@link
 * care.trellis.engine.x12.remittances.RemittanceWriter} goes the other way for the synthetic
 * clinic's stand-in payer and for tests.
 */
@NullMarked
package care.trellis.engine.x12.remittances;

import org.jspecify.annotations.NullMarked;
