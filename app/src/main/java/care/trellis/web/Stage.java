package care.trellis.web;

/**
 * One link of the chain from prescribed to paid.
 *
 * @param label such as {@code Documented}
 * @param value what stands there, such as {@code 179 min}; may be empty
 * @param tone good when passed, bad or watch where the chain stops, neutral for what lies ahead
 * @param path where the evidence is; empty if it does not open
 */
public record Stage(String label, String value, Tone tone, String path) {}
