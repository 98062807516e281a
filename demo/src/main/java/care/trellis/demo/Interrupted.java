package care.trellis.demo;

/** The program was told to stop while the clinic was being made. */
final class Interrupted extends RuntimeException {

    private static volatile boolean stopping;

    private Interrupted() {
        super("The synthetic clinic was not finished; the next start makes it anew.");
    }

    /** From now on nothing more is made. */
    static void stop() {
        stopping = true;
    }

    /** Stops the making where it was told to stop. */
    static void check() {
        if (stopping) {
            throw new Interrupted();
        }
    }
}
