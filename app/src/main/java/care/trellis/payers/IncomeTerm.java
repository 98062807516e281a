package care.trellis.payers;

import java.time.Instant;
import java.time.LocalDate;

/**
 * From a day on, whether a contract leaves it to us to take off by income what its payer leaves to
 * a client. Days before it keep what held on them.
 *
 * @param by who said so, by name
 */
public record IncomeTerm(LocalDate from, boolean allowed, Instant at, String by) {}
