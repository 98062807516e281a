package care.trellis.setup;

import java.util.List;

/** Something could not be made: all of it is given up, so that nothing is half done. */
final class Stopped extends RuntimeException {

    private final transient List<Refusal> refusals;

    Stopped(List<Refusal> refusals) {
        super("Refused: " + refusals.size());
        this.refusals = List.copyOf(refusals);
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
