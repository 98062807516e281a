package care.trellis.engine.x12.claims;

import java.util.List;

/**
 * Which payer's turn a claim is, and what the payers before said of it.
 *
 * @param order SBR01 of whom the claim goes to: {@code P} first, {@code S} second, {@code T} third
 * @param others the payers who decided already, in their order; empty on a claim to the first
 */
public record Coordination(String order, List<OtherPayer> others) {

    /** Of a claim that no other payer has seen. */
    public static final Coordination FIRST = new Coordination("P", List.of());

    /** Keeps its own copy of the list. */
    public Coordination {
        others = List.copyOf(others);
    }
}
