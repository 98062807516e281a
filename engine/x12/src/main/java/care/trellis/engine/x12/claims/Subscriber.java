package care.trellis.engine.x12.claims;

import org.jspecify.annotations.Nullable;

/**
 * The person who holds the coverage (loops 2000B and 2010BA).
 *
 * @param person who it is
 * @param memberId as printed on the card, 2 to 80 characters
 * @param groupNumber of the employer's plan, at most 50 characters
 */
public record Subscriber(Person person, String memberId, @Nullable String groupNumber) {}
