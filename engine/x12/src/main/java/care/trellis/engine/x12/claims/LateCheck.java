package care.trellis.engine.x12.claims;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;

/**
 * Whether what a late claim says of itself can be true, so that no payer sends it back for that.
 */
final class LateCheck {

    private static final Set<String> AUTHORIZATION_DELAYS = Set.of("3", "10");
    private static final String REJECTED_BEFORE = "9";
    private static final String VOID = "8";

    private final Findings findings;
    private final LocalDate today;

    LateCheck(Findings findings, LocalDate today) {
        this.findings = findings;
        this.today = today;
    }

    void check(Claim claim) {
        var late = claim.late();
        if (late == null) {
            return;
        }
        reason(claim, late);
        var day = late.acknowledgedOn();
        var first = claim.lines().stream().map(ServiceLine::date).min(Comparator.naturalOrder());
        findings.require(
                day == null
                        || (!day.isAfter(today) && first.map(it -> !day.isBefore(it)).orElse(true)),
                "2300",
                "NTE",
                "The first filing was acknowledged on a day between the first service and today.");
        attachment(late);
    }

    private void reason(Claim claim, Late late) {
        findings.require(
                Late.REASONS.contains(late.reason()),
                "2300",
                "CLM20",
                "The reason for the delay must be a code from 1 to 11, or 15.");
        findings.require(
                !claim.form().frequency().equals(VOID),
                "2300",
                "CLM20",
                "A claim that is taken back is not late: leave the reason for the delay out.");
        findings.require(
                !AUTHORIZATION_DELAYS.contains(late.reason())
                        || claim.authorizationNumber() != null,
                "2300",
                "CLM20",
                "A delay of the authorization needs its number on the claim.");
        findings.require(
                !late.reason().equals(REJECTED_BEFORE)
                        || claim.originalClaimNumber() != null
                        || late.acknowledgedOn() != null
                        || late.attachment() != null,
                "2300",
                "CLM20",
                "A claim that was refused before needs the payer's number of it, or proof of its"
                        + " filing.");
    }

    private void attachment(Late late) {
        var attachment = late.attachment();
        if (attachment == null) {
            return;
        }
        findings.require(
                Late.WAYS.contains(attachment.way()),
                "2300",
                "PWK02",
                "Say how the proof of filing goes to the payer.");
        var number = attachment.number();
        boolean follows = !attachment.way().equals(Late.ON_REQUEST);
        findings.require(
                follows == (number != null),
                "2300",
                "PWK06",
                follows
                        ? "A proof that is sent needs the number that stands on it."
                        : "A proof that stays here until it is asked for has no number.");
        if (number != null) {
            findings.id(number, 2, 50, "2300", "PWK06", "The number on the proof of filing");
        }
    }
}
