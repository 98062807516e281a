package care.trellis.engine.rulebook;

/**
 * What one rule says of how a group meets.
 *
 * @param says the rule in one sentence
 * @param allows whether a group that meets this way keeps it
 */
public record MeetingRule(String says, boolean allows, String citation) {}
