package care.trellis.engine.x12.claims;

/**
 * The organization that is to be paid (loops 2000A and 2010AA).
 *
 * @param name legal name, at most 60 characters
 * @param npi ten digits with a right check digit
 * @param taxId employer identification number, nine digits; a hyphen is dropped
 * @param taxonomy ten characters of the provider taxonomy code set
 * @param address a street address, not a post-office box, with a nine-digit zip
 */
public record BillingProvider(
        String name, String npi, String taxId, String taxonomy, Address address) {}
