package care.trellis.engine.rulebook;

/** Numbers as people write them. */
final class Numbers {

    private Numbers() {}

    /** Without a decimal point where there is nothing behind it. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
