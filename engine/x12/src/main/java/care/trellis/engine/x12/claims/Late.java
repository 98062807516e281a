package care.trellis.engine.x12.claims;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a claim comes after the payer's limit, and what shows that it was first filed in time.
 *
 * @param reason delay reason code (CLM20), one of {@link #REASONS}
 * @param acknowledgedOn the day on which a receiver confirmed the first filing (NTE); null when
 *     nothing of it is on record
 * @param attachment how the proof reaches the payer (PWK); null when none is sent
 */
public record Late(
        String reason, @Nullable LocalDate acknowledgedOn, @Nullable Attachment attachment) {

    /** The codes that the guides of 837P and 837I allow. */
    public static final List<String> REASONS =
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "15");

    /** Ways a proof may go (PWK02): on request, by mail, file, e-mail, file transfer, fax. */
    public static final List<String> WAYS = List.of("AA", "BM", "EL", "EM", "FT", "FX");

    /** The way of a proof that stays here until the payer asks for it. */
    public static final String ON_REQUEST = "AA";

    /**
     * A proof on paper or in a file of its own.
     *
     * @param way PWK02, one of {@link #WAYS}
     * @param number attachment control number (PWK06), by which the payer finds it; null when it
     *     stays here until it is asked for
     */
    public record Attachment(String way, @Nullable String number) {}
}
