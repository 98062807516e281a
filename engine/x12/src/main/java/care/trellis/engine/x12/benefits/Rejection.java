package care.trellis.engine.x12.benefits;

/**
 * Why a payer gives no answer (AAA).
 *
 * @param code AAA03, such as {@code 72} (member id is wrong) or {@code 75} (member not found)
 * @param followUp AAA04: {@code C} correct and ask again, {@code N} do not ask again, {@code R} ask
 *     again later
 */
public record Rejection(String code, String followUp) {}
