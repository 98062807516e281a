package care.trellis.billing;

import care.trellis.engine.x12.claims.Adjudication;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimForm;
import care.trellis.engine.x12.claims.Coordination;
import care.trellis.engine.x12.claims.OtherPayer;
import care.trellis.engine.x12.claims.Payer;
import care.trellis.engine.x12.claims.ServiceLine;
import care.trellis.engine.x12.claims.Subscriber;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Makes the claim to the next payer out of the one that was sent to the payer before and what that
 * one decided: the same days, lines and charges, and for every line what was paid, what was taken
 * off and why. Pure: it asks nobody and writes nothing.
 */
final class LaterClaim {

    private static final String SELF = "18";
    private static final String[] ORDER = {"P", "S", "T"};

    /** Whom it goes to. */
    record To(
            Payer payer,
            String memberId,
            @Nullable String groupNumber,
            @Nullable String authorization) {}

    private LaterClaim() {}

    /**
     * The claim to the next payer.
     *
     * @param sent as it went to the payer before
     * @param decided what that payer answered
     * @param number of the new claim
     * @throws IllegalArgumentException when three payers have seen it already
     */
    static Claim of(Claim sent, Decision decided, To to, String number) {
        var before = new ArrayList<>(sent.coordination().others());
        if (before.size() + 1 >= ORDER.length) {
            throw new IllegalArgumentException("Three payers have seen this claim");
        }
        boolean byLine = !decided.lines().isEmpty();
        before.add(
                new OtherPayer(
                        ORDER[before.size()],
                        sent.subscriber(),
                        SELF,
                        sent.payer(),
                        decided.payerNumber(),
                        byLine ? null : decided.on(),
                        decided.paidCents(),
                        byLine ? null : decided.remainingCents(),
                        decided.adjustments()));
        return new Claim(
                number,
                new Subscriber(sent.subscriber().person(), to.memberId(), to.groupNumber()),
                sent.patient(),
                to.payer(),
                original(sent.form()),
                sent.diagnoses(),
                to.authorization(),
                null,
                lines(sent, decided, number),
                new Coordination(ORDER[before.size()], before),
                null);
    }

    /** A corrected claim to the payer before is a first one to the next. */
    private static ClaimForm original(ClaimForm form) {
        return form.frequency().equals("7") ? SentClaims.withFrequency(form, "1") : form;
    }

    private static ArrayList<ServiceLine> lines(Claim sent, Decision decided, String number) {
        var lines = new ArrayList<ServiceLine>();
        for (var line : sent.lines()) {
            int place = lines.size() + 1;
            var adjudications = new ArrayList<>(line.adjudications());
            var of = decided.lines().get(place);
            if (of != null) {
                adjudications.add(
                        new Adjudication(
                                sent.payer().id(),
                                of.paidCents(),
                                line.procedure(),
                                line.revenueCode(),
                                line.units(),
                                of.adjustments(),
                                decided.on(),
                                of.remainingCents()));
            }
            lines.add(
                    new ServiceLine(
                            line.date(),
                            line.revenueCode(),
                            line.procedure(),
                            line.units(),
                            line.unit(),
                            line.chargeCents(),
                            number + "-" + place,
                            adjudications));
        }
        return lines;
    }
}
