package care.trellis.billing;

import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.PaidLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds to each line that a payer answers the line that we sent. */
final class Matcher {

    /**
     * A claim of ours with the lines it was sent with.
     *
     * @param number that the payer knows it by: of the first claim, where that payer forwarded it
     * @param turn 1 for the first payer, 2 for the second
     * @param remainingCents what the payer before left to the client
     */
    record OurClaim(
            ClaimId id,
            String number,
            UUID payer,
            int turn,
            long remainingCents,
            List<OurLine> lines) {

        OurClaim {
            lines = List.copyOf(lines);
        }
    }

    /** One line of ours. */
    record OurLine(
            UUID id,
            int number,
            LocalDate date,
            @Nullable String procedure,
            @Nullable String revenue,
            long remainingCents) {}

    private Matcher() {}

    /**
     * The rows that one claim of a remittance becomes; together they add up to it.
     *
     * @param ours the claim of this number; null when there is none
     * @param reason why nothing of it may be matched; null when it may
     */
    static List<PostingRow> rows(
            PaidClaim claim, @Nullable OurClaim ours, @Nullable Unmatched reason) {
        var rows = new ArrayList<PostingRow>();
        var taken = new HashSet<UUID>();
        for (var line : claim.lines()) {
            if (ours == null || reason != null) {
                rows.add(PostingRow.ofLine(claim, line, null, null, reason));
                continue;
            }
            var found = find(line, ours, taken);
            if (found == null) {
                rows.add(PostingRow.ofLine(claim, line, null, null, Unmatched.LINE_NOT_FOUND));
            } else {
                taken.add(found.id());
                rows.add(
                        PostingRow.ofLine(claim, line, ours.id(), found.id(), null)
                                .leftBefore(ours.turn() > 1 ? found.remainingCents() : null));
            }
        }
        var rest =
                PostingRow.ofRest(
                        claim,
                        reason == null && ours != null ? ours.id() : null,
                        reason == null && ours != null && ours.lines().size() == 1
                                ? ours.lines().getFirst().id()
                                : null,
                        reason);
        if (ours != null && reason == null && ours.turn() > 1) {
            rest = rest.leftBefore(claim.lines().isEmpty() ? ours.remainingCents() : 0);
        }
        if (claim.lines().isEmpty() || rest.paidCents() != 0 || !rest.adjustments().isEmpty()) {
            rows.add(rest);
        }
        return rows;
    }

    /** By our own control number of the line (REF 6R), else by date and code. */
    private static @Nullable OurLine find(PaidLine line, OurClaim ours, Set<UUID> taken) {
        for (var own : ours.lines()) {
            if ((ours.number() + "-" + own.number()).equals(line.controlNumber())) {
                return own;
            }
        }
        return ours.lines().stream()
                .filter(own -> !taken.contains(own.id()))
                .filter(own -> line.date() == null || own.date().equals(line.date()))
                .filter(own -> sameCode(line, own))
                .findFirst()
                .orElse(null);
    }

    private static boolean sameCode(PaidLine line, OurLine own) {
        return line.procedure() == null
                ? line.revenueCode() != null && Objects.equals(line.revenueCode(), own.revenue())
                : line.procedure().equals(own.procedure());
    }
}
