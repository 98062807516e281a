package care.trellis.billing;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.claims.BillingProvider;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimForm;
import care.trellis.engine.x12.claims.ClaimReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Claims read back out of the files that they went out in. */
final class SentClaims {

    private SentClaims() {}

    /** A claim with who is to be paid for it. */
    record Sent(BillingProvider provider, Claim claim) {}

    /** The claim of this number; null when the file does not hold it. */
    static @Nullable Claim find(String file, String number) {
        var sent = sent(file, number);
        return sent == null ? null : sent.claim();
    }

    /** The same, with who is to be paid. */
    static @Nullable Sent sent(String file, String number) {
        var found = new ArrayList<Sent>();
        try {
            ClaimReader.stream(
                    new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)),
                    X12Reader.LIMIT_BYTES,
                    (provider, claim) -> {
                        if (claim.patientControlNumber().equals(number)) {
                            found.add(new Sent(provider, claim));
                        }
                    },
                    new Problems());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The same claim, to be undone. */
    static Claim voided(Claim sent, String number, @Nullable String payerNumber) {
        return new Claim(
                number,
                sent.subscriber(),
                sent.patient(),
                sent.payer(),
                withFrequency(sent.form(), Resend.VOID.frequency()),
                sent.diagnoses(),
                sent.authorizationNumber(),
                payerNumber,
                sent.lines(),
                sent.coordination(),
                null);
    }

    /** The same form with another claim frequency code. */
    static ClaimForm withFrequency(ClaimForm form, String frequency) {
        return switch (form) {
            case ClaimForm.Institutional it ->
                    new ClaimForm.Institutional(
                            it.facility() + frequency,
                            it.from(),
                            it.to(),
                            it.admissionType(),
                            it.pointOfOrigin(),
                            it.patientStatus(),
                            it.conditionCodes(),
                            it.attending());
            case ClaimForm.Professional it ->
                    new ClaimForm.Professional(
                            it.placeOfService(), frequency, it.rendering(), it.serviceFacility());
        };
    }
}
