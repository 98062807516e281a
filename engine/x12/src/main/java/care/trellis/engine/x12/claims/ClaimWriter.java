package care.trellis.engine.x12.claims;

import static care.trellis.engine.x12.claims.ClaimForm.Institutional;

import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.SegmentWriter;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIValidationException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        var problem = againstGuide(interchange, provider, claims);
        if (problem != null) {
            return new ClaimFile.Refused(List.of(problem));
        }
        var bytes = new ByteArrayOutputStream();
        boolean institutional = claims.getFirst().form() instanceof Institutional;
        stream(bytes, interchange, provider, institutional, claims.iterator());
        return new ClaimFile.Written(
                bytes.toString(StandardCharsets.US_ASCII),
                claims.size(),
                claims.stream().mapToInt(claim -> claim.lines().size()).sum(),
                claims.stream().mapToLong(Claim::chargeCents).sum());
    }

    /**
     * Holds every segment against the guide's schema, in a pass of its own that keeps nothing.
     *
     * @param interchange the envelope
     * @param provider who is to be paid
     * @param claims all of one form, at least one
     * @return the first thing that the guide does not allow, with its place; null when there is
     *     none
     */
    public static @Nullable ClaimProblem againstGuide(
            Interchange interchange, BillingProvider provider, List<Claim> claims) {
        var place = new ClaimSegments.Place();
        boolean institutional = claims.getFirst().form() instanceof Institutional;
        try {
            writeTo(
                    new SegmentWriter(OutputStream.nullOutputStream(), guide(institutional)),
                    interchange,
                    provider,
                    institutional,
                    claims.iterator(),
                    place);
            return null;
        } catch (EDIStreamException | EDIValidationException e) {
            return place.refusedBecause(e);
        }
    }

    /**
     * Writes claims one by one as they come, in memory that does not grow with their number. It
     * checks neither the records nor the guide: {@link #check} does the first, and what was written
     * may be read with the guide's schema in a pass of its own.
     *
     * @param stream where the bytes go; it is not closed
     * @param interchange the envelope
     * @param provider who is to be paid
     * @param institutional whether all claims are of that form; else all are professional
     * @param claims in the order to write
     * @return how many were written
     * @throws IllegalArgumentException when a value cannot be written at all
     */
    public static int stream(
            OutputStream stream,
            Interchange interchange,
            BillingProvider provider,
            boolean institutional,
            Iterator<Claim> claims) {
        try {
            var place = new ClaimSegments.Place();
            return writeTo(
                    new SegmentWriter(stream, null),
                    interchange,
                    provider,
                    institutional,
                    claims,
                    place);
        } catch (EDIStreamException | EDIValidationException e) {
            throw new IllegalArgumentException("A value of a claim cannot be written", e);
        }
    }

    /**
     * Everything a payer would send the claims back for that can be seen in the records.
     *
     * @param interchange the envelope
     * @param provider who is to be paid
     * @param claims all of one form
     * @return empty when they may be written
     */
    public static List<ClaimProblem> check(
            Interchange interchange, BillingProvider provider, List<Claim> claims) {
        return ClaimCheck.check(interchange, provider, claims);
    }

    private static int writeTo(
            SegmentWriter out,
            Interchange interchange,
            BillingProvider provider,
            boolean institutional,
            Iterator<Claim> claims,
            ClaimSegments.Place place)
            throws EDIStreamException {
        var guide = guide(institutional);
        out.start("HC", guide, interchange);
        int written = 0;
        for (int batch = 1; claims.hasNext(); batch++) {
            out.startTransaction("837", guide);
            var segments = new ClaimSegments(out, place);
            segments.header(interchange, batch);
            segments.billingProvider(provider);
            for (int i = 0; i < CLAIMS_PER_TRANSACTION && claims.hasNext(); i++) {
                segments.claim(claims.next());
                written++;
            }
            out.endTransaction();
        }
        out.end();
        return written;
    }

    private static String guide(boolean institutional) {
        return institutional ? "005010X223A2" : "005010X222A1";
    }
}
