package care.trellis.cashier.web;

/** Who writes to whom, at the head of a statement or receipt. */
public record PaperHead(
        String organization,
        String phone,
        String client,
        String record,
        String line,
        String city,
        String date) {}
