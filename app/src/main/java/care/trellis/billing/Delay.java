package care.trellis.billing;

import care.trellis.engine.x12.claims.Late;
import org.jspecify.annotations.Nullable;

/**
 * What a biller says of a claim that goes out after its payer's limit.
 *
 * @param reason delay reason code, one of {@link Late#REASONS}
 * @param acknowledged whether to say when a receiver acknowledged the first filing
 * @param way how a proof goes to the payer, one of {@link Late#WAYS}; null when none does
 * @param number that stands on the proof; null when it is kept here
 */
public record Delay(
        String reason, boolean acknowledged, @Nullable String way, @Nullable String number) {

    /** As it stands on the claim, with the day that is on record. */
    Late late(PastLimit limit) {
        return new Late(
                reason,
                acknowledged ? limit.acknowledgedOn() : null,
                way == null ? null : new Late.Attachment(way, number));
    }
}
