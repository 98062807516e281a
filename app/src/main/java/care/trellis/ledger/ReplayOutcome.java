package care.trellis.ledger;

/**
 * What a replay comes to at every site; it names nobody.
 *
 * @param days that come out differently
 * @param won those that become billable
 * @param lost those that were and are not any more
 * @param cents that the billable days come to more, or less where negative
 */
public record ReplayOutcome(int days, int won, int lost, long cents) {}
