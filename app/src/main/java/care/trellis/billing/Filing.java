package care.trellis.billing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a claim being filed in time, in the organization's days.
 *
 * @param acknowledgedOn the day on which a receiver first said that it has the claim, or one that
 *     it stands in place of; null when none did
 * @param pastLimit the limit that it has passed, when it goes out again; null while the payer takes
 *     it
 */
public record Filing(@Nullable LocalDate acknowledgedOn, @Nullable PastLimit pastLimit) {}
