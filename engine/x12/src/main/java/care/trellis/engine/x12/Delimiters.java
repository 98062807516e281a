package care.trellis.engine.x12;

/**
 * The characters that hold an interchange together.
 *
 * @param element between elements
 * @param component between components
 * @param repeat between repeats, or -1 where there is none
 * @param terminator at the end of a segment; a line feed stands for either kind of line end
 */
record Delimiters(int element, int component, int repeat, int terminator) {

    static boolean possible(int value) {
        return value > ' ' && value < 0x7F && !Character.isLetterOrDigit(value) || value == '\n';
    }
}
