package care.trellis.engine.x12;

import org.jspecify.annotations.Nullable;

/**
 * Payer or payee (N1 PR, N1 PE).
 *
 * @param name as sent; empty when the file names none
 * @param qualifier kind of id: {@code XX} NPI, {@code FI} tax id, {@code XV} health plan id
 * @param id the identifier itself
 */
public record Party(String name, @Nullable String qualifier, @Nullable String id) {}
