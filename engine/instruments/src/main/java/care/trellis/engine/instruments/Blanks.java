package care.trellis.engine.instruments;

/**
 * What becomes of a score when answers are missing.
 *
 * @param upTo how many blanks are allowed; 0 where no rule is published
 * @param by what stands for a blank
 * @param overForm whether blanks are counted over the whole form instead of the score's own items
 */
record Blanks(int upTo, Stand by, boolean overForm) {

    /** No published rule: one blank and there is no score. */
    static final Blanks NONE = new Blanks(0, Stand.MEAN, false);

    /** What stands for a blank answer. */
    enum Stand {

        /** The mean of the answered items: the score is prorated. */
        MEAN,

        /** Nothing: the blank gives no points. */
        ZERO
    }
}
