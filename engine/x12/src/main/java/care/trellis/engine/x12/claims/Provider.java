package care.trellis.engine.x12.claims;

import org.jspecify.annotations.Nullable;

/**
 * A person who directs (NM1 71) or renders (NM1 82) the care.
 *
 * @param lastName at most 60 characters
 * @param firstName at most 35 characters
 * @param npi ten digits with a right check digit
 * @param taxonomy ten characters of the provider taxonomy code set
 */
public record Provider(String lastName, String firstName, String npi, @Nullable String taxonomy) {}
