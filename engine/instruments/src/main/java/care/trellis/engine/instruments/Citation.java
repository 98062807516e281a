package care.trellis.engine.instruments;

/**
 * Where a rule comes from.
 *
 * @param source a key of the instrument's sources
 */
public record Citation(String source, Confidence confidence) {

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
