package care.trellis.engine.x12.claims;

import java.util.List;

/**
 * A HCPCS or CPT code with its modifiers.
 *
 * @param code five characters, such as {@code H0015}
 * @param modifiers at most four of two characters each, in the order in which the payer reads them
 */
public record Procedure(String code, List<String> modifiers) {

    /** Keeps its own copy of the modifiers. */
    public Procedure {
        modifiers = List.copyOf(modifiers);
    }
}
