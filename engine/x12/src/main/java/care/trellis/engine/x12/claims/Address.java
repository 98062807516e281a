package care.trellis.engine.x12.claims;

import org.jspecify.annotations.Nullable;

/**
 * A United States postal address (N3, N4).
 *
 * @param line1 street, at most 55 characters
 * @param line2 apartment or suite, at most 55 characters
 * @param city at most 30 characters
 * @param state two letters
 * @param zip five or nine digits, with or without a hyphen; the billing provider's must have nine
 */
public record Address(
        String line1, @Nullable String line2, String city, String state, String zip) {}
