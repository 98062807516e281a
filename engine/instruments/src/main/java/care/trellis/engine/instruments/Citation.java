package care.trellis.engine.instruments;

import java.util.List;

/**
 * Where a rule comes from.
 *
 * @param sources keys of the instrument's sources
 */
public record Citation(List<String> sources, Confidence confidence) {

    /** Copies the list. */
    public Citation {
        sources = List.copyOf(sources);
    }

    /** How sure it is. */
    public enum Confidence {

        /** Read in the source. */
        SEEN,

        /**
         * Known from the published source and not read again: to be checked before clinical use.
         */
        KNOWN,

        /** No rule is published: this is a rule of the product and is shown as such. */
        PRODUCT
    }
}
