package care.trellis.engine.rulebook;

/**
 * What one rule says of a group, before anybody came.
 *
 * @param says the rule in one sentence
 * @param atMost clients it may have; {@link Integer#MAX_VALUE} where the rule is about staff
 * @param staffAtLeast staff it needs; 0 where the rule is about clients
 */
public record GroupRule(String says, int atMost, int staffAtLeast, String citation) {}
