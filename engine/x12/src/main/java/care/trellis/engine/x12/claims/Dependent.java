package care.trellis.engine.x12.claims;

/**
 * A patient who is covered through someone else (loops 2000C and 2010CA).
 *
 * @param person who it is
 * @param relationship PAT01: {@code 01} spouse, {@code 19} child, {@code 20} employee, {@code 21}
 *     unknown, {@code 39} organ donor, {@code 40} cadaver donor, {@code 53} life partner, {@code
 *     G8} other
 */
public record Dependent(Person person, String relationship) {}
