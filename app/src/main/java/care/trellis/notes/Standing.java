package care.trellis.notes;

import java.util.List;

/**
 * How a line stands before the signature.
 *
 * @param blockers everything that has to be done first; empty when it is ready
 * @param cautions what deserves a second look
 */
public record Standing(List<Blocker> blockers, List<Caution> cautions) {

    public Standing {
        blockers = List.copyOf(blockers);
        cautions = List.copyOf(cautions);
    }

    /** Whether nothing stands in the way. */
    public boolean clear() {
        return blockers.isEmpty();
    }
}
