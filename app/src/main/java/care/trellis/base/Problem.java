package care.trellis.base;

/**
 * Why a change was refused, in a form that a page can put beside the field it is about.
 *
 * @param field the name of the record component or form field; empty where it is about the whole
 * @param code stable, for drivers and tests: {@code NPI_CHECK_DIGIT}
 * @param message says what to do about it; holds no person's data
 */
public record Problem(String field, String code, String message) {}
