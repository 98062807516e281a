/**
 * Claims out: typed records in, a valid 837I (005010X223A2) or 837P (005010X222A1) interchange out.
 *
 * <p>{@link care.trellis.engine.x12.claims.ClaimWriter#write} takes an {@link
 * care.trellis.engine.x12.claims.Interchange}, a {@link
 * care.trellis.engine.x12.claims.BillingProvider} and {@link care.trellis.engine.x12.claims.Claim}s
 * and answers a {@link care.trellis.engine.x12.claims.ClaimFile}: {@code Written(text, claims,
 * lines, chargeCents)} or {@code Refused(problems)}. Records carry what a biller would say; control
 * numbers, envelopes, hierarchy numbers, counts and the claim's total are computed. Nothing is
 * written unless everything can be.
 */
@NullMarked
package care.trellis.engine.x12.claims;

import org.jspecify.annotations.NullMarked;
