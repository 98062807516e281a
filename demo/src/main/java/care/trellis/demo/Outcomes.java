package care.trellis.demo;

/**
 * What the script counts on. An outcome that it did not count on is a bug, and stops the making.
 */
final class Outcomes {

    private Outcomes() {}

    /**
     * The outcome as the one expected.
     *
     * @throws IllegalStateException when it is another; the message names only its kind
     */
    static <T> T expect(Class<T> expected, Object outcome) {
        if (!expected.isInstance(outcome)) {
            throw new IllegalStateException(
                    "The script expected %s.%s and met %s"
                            .formatted(
                                    expected.getEnclosingClass().getSimpleName(),
                                    expected.getSimpleName(),
                                    outcome.getClass().getSimpleName()));
        }
        return expected.cast(outcome);
    }
}
