package care.trellis.engine.placement;

/**
 * What a rule says to a place.
 *
 * @param words that follow the name of the track or group: {@code is held in Spanish}; they name
 *     nobody
 */
public record Reason(Rule rule, String words) {}
