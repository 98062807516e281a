package care.trellis.engine.placement;

/**
 * What a payer asks of a group in which one of its members sits.
 *
 * @param mostInGroup the largest group that it pays for; 0: it does not say
 * @param credential that a facilitator must hold; empty: any
 */
public record Payer(String id, String name, int mostInGroup, String credential) {}
