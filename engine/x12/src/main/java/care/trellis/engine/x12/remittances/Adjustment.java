package care.trellis.engine.x12.remittances;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Why less, or more, than the charge was paid (one triple of a CAS).
 *
 * @param group {@code CO} contract, {@code PR} patient, {@code OA} other, {@code PI} payer
 * @param reason claim adjustment reason code, such as {@code 45}
 * @param cents what is taken off the charge; negative adds to it
 * @param quantity units taken off, null when not said
 */
public record Adjustment(String group, String reason, long cents, @Nullable BigDecimal quantity) {}
