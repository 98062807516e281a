package care.trellis.chart;

/**
 * A diagnosis code that can be added with one press.
 *
 * @param day since when it would hold
 * @param key of the form that adds it
 */
public record CodeChoice(String code, String title, String day, String key) {}
