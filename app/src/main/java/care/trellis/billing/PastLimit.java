package care.trellis.billing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim whose payer takes it no more without being told why.
 *
 * @param since the last day on which it was taken
 * @param acknowledgedOn the day on which a receiver first said that it has the claim; null when
 *     none did
 */
public record PastLimit(LocalDate since, @Nullable LocalDate acknowledgedOn) {}
