package care.trellis.engine.x12.claims;

import static care.trellis.engine.x12.claims.ClaimForm.Institutional;

import care.trellis.engine.x12.SegmentWriter;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIValidationException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Turns claims into one interchange: 837I (005010X223A2) or 837P (005010X222A1), by the form of the
 * claims.
 */
public final class ClaimWriter {

    /** The guides ask for at most 5,000 claims in a transaction. */
    private static final int CLAIMS_PER_TRANSACTION = 5_000;

    private ClaimWriter() {}

    /**
     * Writes all claims or none.
     *
     * @param interchange the envelope
     * @param provider who is to be paid; one for the whole file
     * @param claims all of one form; each becomes a claim of its own subscriber loop
     * @return the text, or every problem found in the records. Names and addresses lose accents and
     *     delimiters; identifiers that could not come back unchanged are refused
     */
    public static ClaimFile write(
            Interchange interchange, BillingProvider provider, List<Claim> claims) {
        var problems = ClaimCheck.check(interchange, provider, claims);
        if (!problems.isEmpty()) {
            return new ClaimFile.Refused(problems);
        }
        var bytes = new ByteArrayOutputStream();
        var place = new ClaimSegments.Place();
        try {
            writeTo(bytes, interchange, provider, claims, place);
        } catch (EDIStreamException | EDIValidationException e) {
            return new ClaimFile.Refused(List.of(place.refusedBecause(e)));
        }
        return new ClaimFile.Written(
                bytes.toString(StandardCharsets.US_ASCII),
                claims.size(),
                claims.stream().mapToInt(claim -> claim.lines().size()).sum(),
                claims.stream().mapToLong(Claim::chargeCents).sum());
    }

    private static void writeTo(
            ByteArrayOutputStream bytes,
            Interchange interchange,
            BillingProvider provider,
            List<Claim> claims,
            ClaimSegments.Place place)
            throws EDIStreamException {
        var institutional = claims.getFirst().form() instanceof Institutional;
        var guide = institutional ? "005010X223A2" : "005010X222A1";
        var out = new SegmentWriter(bytes, guide);
        out.start(
                "HC",
                guide,
                interchange.submitter().id(),
                interchange.receiver().id(),
                interchange.controlNumber(),
                interchange.at(),
                interchange.test());
        for (int from = 0; from < claims.size(); from += CLAIMS_PER_TRANSACTION) {
            int to = Math.min(from + CLAIMS_PER_TRANSACTION, claims.size());
            out.startTransaction("837", guide);
            var segments = new ClaimSegments(out, place);
            segments.header(interchange, from / CLAIMS_PER_TRANSACTION + 1);
            segments.billingProvider(provider);
            for (var claim : claims.subList(from, to)) {
                segments.claim(claim);
            }
            out.endTransaction();
        }
        out.end();
    }
}
