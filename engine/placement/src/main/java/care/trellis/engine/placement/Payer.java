package care.trellis.engine.placement;

import java.util.Set;

/**
 * What a payer asks of a group in which one of its members sits.
 *
 * @param mostInGroup the largest group that it pays for; 0: it does not say
 * @param credentials of which a facilitator must hold one; none: any will do
 */
public record Payer(String id, String name, int mostInGroup, Set<String> credentials) {

    /** Copies the credentials. */
    public Payer {
        credentials = Set.copyOf(credentials);
    }
}
