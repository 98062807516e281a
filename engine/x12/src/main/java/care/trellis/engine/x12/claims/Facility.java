package care.trellis.engine.x12.claims;

/**
 * Where the service was given when that is not the billing provider's address (NM1 77).
 *
 * @param name at most 60 characters
 * @param npi ten digits with a right check digit
 * @param address street address
 */
public record Facility(String name, String npi, Address address) {}
