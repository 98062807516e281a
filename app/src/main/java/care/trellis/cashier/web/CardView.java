package care.trellis.cashier.web;

/**
 * The step before the card provider's page, in finished text.
 *
 * @param path of the chart
 * @param address of the provider's page; empty where none was opened
 * @param back where one sees what came of it
 * @param problem why none was opened; empty where one was
 */
public record CardView(
        String path, String name, String amount, String address, String back, String problem) {}
