package care.trellis.engine.instruments;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A part of an instrument that is scored by itself.
 *
 * @param score null where it cannot be reported
 * @param word the severity or risk of this score; null where none is published, or without a score
 */
public record Subscale(@Nullable BigDecimal score, @Nullable String word) {}
