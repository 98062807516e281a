package care.trellis.engine.rulebook;

/**
 * A fact and what it must be, in the words of a rulebook file.
 *
 * @param fact name from the vocabulary, {@code day.minutes} for instance
 * @param value the number, {@code true} or {@code false}, or words parted by a comma and a space
 */
public record Condition(String fact, Relation relation, String value) {}
