package care.trellis.billing;

import care.trellis.base.Money;
import java.time.Instant;

/** A file of claims that was made, in figures. */
public record SentFile(
        FileId id, String name, Form form, String payer, int claims, Money total, Instant at) {}
