package care.trellis.imports;

/**
 * A file that cannot be read as what it says it is. The message says what is wrong and what to do;
 * it never quotes the file.
 */
final class Unreadable extends Exception {

    Unreadable(String message) {
        super(message);
    }
}
