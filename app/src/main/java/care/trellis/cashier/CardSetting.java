package care.trellis.cashier;

/**
 * Who takes cards for the organization.
 *
 * @param url address of the provider's interface, {@code https://} and a host that the operator
 *     named
 * @param active whether pages offer it
 */
public record CardSetting(String url, boolean active) {}
