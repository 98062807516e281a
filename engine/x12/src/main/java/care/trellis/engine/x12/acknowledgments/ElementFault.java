package care.trellis.engine.x12.acknowledgments;

/**
 * One element at fault (IK4).
 *
 * @param element from 1
 * @param component from 1, or 0 when the element as a whole is meant
 * @param code IK403, such as {@code 1} (missing) or {@code 7} (not in the code list)
 */
public record ElementFault(int element, int component, String code) {}
