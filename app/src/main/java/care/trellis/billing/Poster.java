package care.trellis.billing;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.ProviderAdjustment;
import care.trellis.engine.x12.remittances.RemittanceListener;
import care.trellis.organizations.BillingIdentity;
import care.trellis.organizations.HomeTime;
import care.trellis.web.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Posts a file as it is read, some hundred claims at a time, so that a file of any size needs no
 * more memory. What it wrote is undone by its caller when the money turns out not to add up.
 */
final class Poster implements RemittanceListener {

    private static final int CLAIMS_AT_ONCE = 1_000;
    private static final int MOST_FINDINGS = 20;

    private final RemittanceRecords records;
    private final BillingIdentity we;
    private final Map<UUID, RemittanceRecords.Payer> payers;
    private final FileId file;
    private final Instant now;
    private final HomeTime home;

    private final List<RemittanceId> posted = new ArrayList<>();
    private final List<RemittanceId> known = new ArrayList<>();
    private final Set<ClaimId> forwarded = new LinkedHashSet<>();
    private final Map<RemittanceId, Integer> rows = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private final List<String> repeats = new ArrayList<>();
    private final Map<String, Long> again = new HashMap<>();
    private final List<PaidClaim> waiting = new ArrayList<>();
    private final List<ProviderAdjustment> adjustments = new ArrayList<>();

    private @Nullable Payment payment;
    private @Nullable RemittanceId open;
    private long explainedCents;
    private int row;
    private int matched;
    private int unmatched;

    Poster(
            RemittanceRecords records,
            BillingIdentity we,
            Map<UUID, RemittanceRecords.Payer> payers,
            FileId file,
            Instant now,
            HomeTime home) {
        this.records = records;
        this.we = we;
        this.payers = payers;
        this.file = file;
        this.now = now;
        this.home = home;
    }

    List<RemittanceId> posted() {
        return posted;
    }

    List<RemittanceId> known() {
        return known;
    }

    /** Claims that their payer says it has sent on to the next one. */
    Set<ClaimId> forwarded() {
        return forwarded;
    }

    /** How many rows a remittance became. */
    int rowsOf(RemittanceId remittance) {
        return rows.getOrDefault(remittance, 0);
    }

    int matched() {
        return matched;
    }

    int unmatched() {
        return unmatched;
    }

    /** What does not add up, a sentence each; empty when every cent is explained. */
    List<String> findings() {
        return findings;
    }

    /**
     * Payments whose payer and trace number stand on record with another amount or day, a sentence
     * each: a payer's number is good for one payment (X12N 005010X221A1, TRN02).
     */
    List<String> repeats() {
        return repeats;
    }

    @Override
    public void payment(Payment begun) {
        payment = begun;
        explainedCents = 0;
        row = 0;
        again.clear();
        var id = new RemittanceId(Ids.next());
        if (records.insertRemittance(id, file, begun, now, home.day(now))) {
            open = id;
            posted.add(id);
            records.standing(begun, file)
                    .ifPresent(standing -> repeats.add(repeated(begun, standing)));
        } else {
            open = null;
            known.add(records.remittance(begun));
        }
    }

    @Override
    public void claim(PaidClaim claim) {
        explainedCents += claim.paidCents();
        if (!claim.balanced()) {
            find(
                    "Claim %s: its charge of %s less adjustments of %s is not the %s paid."
                            .formatted(
                                    claim.patientControlNumber(),
                                    text(claim.chargeCents()),
                                    text(claim.adjustedCents()),
                                    text(claim.paidCents())));
        }
        if (open == null) {
            again.merge(claim.patientControlNumber(), claim.paidCents(), Long::sum);
            return;
        }
        waiting.add(claim);
        if (waiting.size() == CLAIMS_AT_ONCE) {
            flush();
        }
    }

    @Override
    public void adjustment(ProviderAdjustment adjustment) {
        explainedCents -= adjustment.cents();
        adjustments.add(adjustment);
    }

    @Override
    public void end(boolean balanced) {
        flush();
        if (open != null) {
            records.insertAdjustments(open, adjustments);
            rows.put(open, row);
        } else if (payment != null && !again.equals(records.paidByClaim(known.getLast()))) {
            find(
                    "Payment %s of %s was posted before, for other claims. Its money came once: ask the payer for a reversal and a new payment."
                            .formatted(payment.trace(), payment.payer().name()));
        }
        adjustments.clear();
        if (payment != null && payment.paidCents() != explainedCents) {
            find(
                    "The payment is %s; its claims and adjustments explain %s. The difference is %s."
                            .formatted(
                                    text(payment.paidCents()),
                                    text(explainedCents),
                                    text(payment.paidCents() - explainedCents)));
        }
    }

    private void flush() {
        var remittance = open;
        if (remittance == null || waiting.isEmpty() || payment == null) {
            return;
        }
        boolean ours = Payees.isOurs(we, payment.payee());
        var senders = senders(payment.payer());
        var claims =
                ours
                        ? records.claims(
                                waiting.stream().map(PaidClaim::patientControlNumber).toList())
                        : Map.<String, List<Matcher.OurClaim>>of();
        var batch = new ArrayList<PostingRow>();
        for (var claim : waiting) {
            var found =
                    meant(claims.getOrDefault(claim.patientControlNumber(), List.of()), senders);
            batch.addAll(Matcher.rows(claim, found, reason(ours, senders, found)));
        }
        records.insertPostings(remittance, row, batch);
        batch.stream()
                .filter(PostingRow::forwarded)
                .map(PostingRow::claim)
                .filter(Objects::nonNull)
                .forEach(forwarded::add);
        row += batch.size();
        int lost = (int) batch.stream().filter(one -> one.reason() != null).count();
        unmatched += lost;
        matched += batch.size() - lost;
        waiting.clear();
    }

    /** Among claims of one number the one to whoever sent this; else the one to the first payer. */
    private static Matcher.@Nullable OurClaim meant(
            List<Matcher.OurClaim> ours, Set<UUID> senders) {
        return ours.stream()
                .filter(claim -> senders.contains(claim.payer()))
                .findFirst()
                .orElse(ours.isEmpty() ? null : ours.getFirst());
    }

    private static @Nullable Unmatched reason(
            boolean ours, Set<UUID> senders, Matcher.@Nullable OurClaim found) {
        if (!ours) {
            return Unmatched.OTHER_PAYEE;
        }
        if (found == null) {
            return Unmatched.UNKNOWN_CLAIM;
        }
        return senders.isEmpty() || senders.contains(found.payer()) ? null : Unmatched.OTHER_PAYER;
    }

    /**
     * Those of our payers who sent this, by id or name. None when we do not know the name: payers
     * often sign otherwise than they are called, and then the claim's number decides.
     */
    private Set<UUID> senders(Party payer) {
        var found = new HashSet<UUID>();
        payers.forEach((id, one) -> {
            if (one.code().equals(payer.id())
                    || letters(one.name()).equals(letters(payer.name()))) {
                found.add(id);
            }
        });
        return found;
    }

    private static String letters(String name) {
        return name.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private void find(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    private String repeated(Payment begun, RemittanceRecords.Standing standing) {
        return "Payment %s of %s is on record since %s with %s; here it is %s."
                .formatted(
                        begun.trace(),
                        begun.payer().name(),
                        When.day(home.day(standing.postedAt())),
                        text(standing.paidCents(), standing.paidOn()),
                        text(begun.paidCents(), begun.date()));
    }

    private static String text(long cents, @Nullable LocalDate day) {
        return day == null ? text(cents) : text(cents) + " of " + When.day(day);
    }

    private static String text(long cents) {
        return new Money(cents).text();
    }
}
