package care.trellis.engine.x12.claims;

import org.jspecify.annotations.Nullable;

/**
 * Why a file of claims cannot be written, and where.
 *
 * @param claim patient control number of the claim, or null when the fault is in what all share
 * @param loop such as {@code 2010AA}
 * @param segment such as {@code NM109}: the segment, with the element when one is at fault
 * @param text a sentence a biller understands; it repeats no name, date of birth or member id
 */
public record ClaimProblem(@Nullable String claim, String loop, String segment, String text) {}
