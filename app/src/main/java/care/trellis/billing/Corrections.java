package care.trellis.billing;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.engine.x12.claims.ClaimFile;
import care.trellis.engine.x12.claims.ClaimWriter;
import care.trellis.episodes.Clearances;
import care.trellis.organizations.HomeTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for claims that go out again: corrected, as new, or to be undone. The earlier claim
 * stays as it was sent; the later one says which it replaces, and no claim is replaced twice.
 */
@Service
public class Corrections {

    private final CorrectionRecords corrections;
    private final ClaimRecords records;
    private final FileMaker maker;
    private final OutgoingFiles outgoing;
    private final Clearances clearances;
    private final Envelopes envelopes;
    private final HomeTime home;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Corrections(
            CorrectionRecords corrections,
            ClaimRecords records,
            FileMaker maker,
            OutgoingFiles outgoing,
            Clearances clearances,
            Envelopes envelopes,
            HomeTime home,
            Audit audit,
            Once once,
            ApplicationEventPublisher events,
            Clock clock) {
        this.corrections = corrections;
        this.records = records;
        this.maker = maker;
        this.outgoing = outgoing;
        this.clearances = clearances;
        this.envelopes = envelopes;
        this.home = home;
        this.audit = audit;
        this.once = once;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sends a claim again in a file of its own. A corrected or new claim is made of the facts as
     * they stand now; a void one repeats what was sent.
     *
     * @param key made with the form; the same key sends once
     * @return the file, or everything that keeps the claim here
     * @throws NotFound when there is no such claim at the sites of the sender
     */
    @Transactional
    public Submission resend(
            Permit permit, UUID key, ClaimId claim, Resend how, @Nullable Delay delay) {
        permit.require(Action.CLAIM_SUBMIT);
        var number = records.lockNumber();
        var earlier = corrections.find(claim, permit.actor().sites()).orElseThrow(NotFound::new);
        var limit = how == Resend.VOID || earlier.replaced() ? null : pastLimit(earlier);
        if (limit != null && delay == null) {
            return new Submission.NothingSent(List.of(earlier.leftOut(List.of(late(claim)))));
        }
        if (!once.first(permit, key, "resend " + claim.value() + how)) {
            return corrections
                    .fileOfReplacement(claim)
                    .<Submission>map(file -> new Submission.Sent(List.of(file), List.of()))
                    .orElseGet(() -> new Submission.NothingSent(List.of()));
        }
        var refused = refusal(permit, earlier, how);
        if (refused != null) {
            return new Submission.NothingSent(List.of(earlier.leftOut(List.of(refused))));
        }
        var now = clock.instant();
        var sender = envelopes.sender(permit);
        if (how == Resend.VOID) {
            var missing = undo(permit, earlier, sender, number);
            if (!missing.isEmpty()) {
                return new Submission.NothingSent(List.of(earlier.leftOut(missing)));
            }
        } else {
            var late = limit == null || delay == null ? null : delay.late(limit);
            var made = maker.again(earlier, how, late, sender, number, now);
            if (made.content() == null) {
                return new Submission.NothingSent(made.leftOut());
            }
            var form = made.contract().form();
            outgoing.keep(permit, made.file(), form, made.content(), number);
            records.setNumber(number + 1);
            records.insertClaims(made.claims(), now);
            sent(permit, earlier, made.file(), made.claims().getFirst().id(), how);
        }
        return corrections
                .fileOfReplacement(claim)
                .<Submission>map(file -> new Submission.Sent(List.of(file), List.of()))
                .orElseThrow();
    }

    /**
     * What is on record of a claim being filed in time.
     *
     * @throws NotFound when there is no such claim at the reader's sites
     */
    @Transactional(readOnly = true)
    public Filing filing(Permit permit, ClaimId claim) {
        permit.require(Action.CLAIM_VIEW, Action.CLAIM_SUBMIT);
        var found = corrections.find(claim, permit.actor().sites()).orElseThrow(NotFound::new);
        return new Filing(acknowledgedOn(found), found.replaced() ? null : pastLimit(found));
    }

    private @Nullable LocalDate acknowledgedOn(EarlierClaim claim) {
        var at = claim.acknowledgedAt();
        return at == null ? null : home.day(at);
    }

    private static Missing late(ClaimId claim) {
        return Missing.ofClaim(
                claim,
                "FILING_LIMIT",
                "The payer's time for this claim has run out: say why it comes late.");
    }

    private @Nullable PastLimit pastLimit(EarlierClaim claim) {
        var last = claim.filesBy();
        if (last == null || !home.today().isAfter(last)) {
            return null;
        }
        return new PastLimit(last, acknowledgedOn(claim));
    }

    /**
     * Whether a letter about a claim may leave for its payer: not without a consent in force where
     * the client is treated under 42 CFR Part 2.
     *
     * @throws NotFound when there is no such claim at the reader's sites
     */
    @Transactional(readOnly = true)
    public boolean mayLeave(Permit permit, ClaimId claim) {
        permit.require(Action.CLAIM_SUBMIT, Action.DENIAL_WORK, Action.DENIAL_VIEW);
        var found = corrections.find(claim, permit.actor().sites()).orElseThrow(NotFound::new);
        return clearances.of(permit, found.client()).open();
    }

    private @Nullable Missing refusal(Permit permit, EarlierClaim earlier, Resend how) {
        if (!clearances.of(permit, earlier.client()).open()) {
            return Missing.ofClaim(earlier.id(), "NO_CONSENT_FOR_PAYMENT", Missing.CONSENT);
        }
        if (earlier.replaced()) {
            return Missing.ofClaim(
                    earlier.id(), "REPLACED", "A later claim already stands in place of this one.");
        }
        if (earlier.number().indexOf('/') >= 0) {
            return Missing.ofClaim(
                    earlier.id(),
                    "FORWARDED",
                    "The payer before sent this claim on, not we: ask the payer to take it back.");
        }
        if (corrections.followed(earlier.id())) {
            return Missing.ofClaim(
                    earlier.id(),
                    "FOLLOWED",
                    "The next payer has a claim that follows this one: void that one first.");
        }
        if (earlier.turn() > 1 && how != Resend.VOID) {
            return Missing.ofClaim(
                    earlier.id(),
                    "LATER_PAYER",
                    "A claim to a later payer repeats what the payer before decided: void it, and"
                            + " send it to the next payer again.");
        }
        if (how.needsPayerNumber() && earlier.payerNumber() == null) {
            return Missing.ofClaim(
                    earlier.id(),
                    "NO_PAYER_NUMBER",
                    "The payer has given this claim no number yet: send it as a new claim, or wait"
                            + " for its answer.");
        }
        return null;
    }

    /** Sends the claim as it was sent, with frequency 8; says what keeps it here. */
    private List<Missing> undo(
            Permit permit, EarlierClaim earlier, Sender.Found found, long number) {
        var sender = found.sender();
        if (sender == null) {
            return found.missing();
        }
        var before = SentClaims.find(earlier.file(), earlier.number());
        if (before == null) {
            throw new IllegalStateException("The file of claim " + earlier.id() + " lost it");
        }
        var contract = maker.contract(earlier.contract());
        var own = "%09d-1".formatted(number);
        var now = clock.instant();
        var interchange = envelopes.of(sender, contract, number);
        return switch (ClaimWriter.write(
                interchange,
                sender.provider(),
                List.of(SentClaims.voided(before, own, earlier.payerNumber())))) {
            case ClaimFile.Refused(var problems) ->
                    problems.stream()
                            .map(it ->
                                    Missing.ofClaim(earlier.id(), "GUIDE_" + it.loop(), it.text()))
                            .toList();
            case ClaimFile.Written written -> {
                var file = new FileId(Ids.next());
                var id = new ClaimId(Ids.next());
                outgoing.keep(
                        permit,
                        file,
                        contract.form(),
                        written.text().getBytes(StandardCharsets.US_ASCII),
                        number);
                records.setNumber(number + 1);
                corrections.insertVoid(earlier, id, own, file, now);
                sent(permit, earlier, file, id, Resend.VOID);
                yield List.of();
            }
        };
    }

    private void sent(Permit permit, EarlierClaim earlier, FileId file, ClaimId id, Resend how) {
        events.publishEvent(new ClaimsSent(file));
        audit.record(
                permit,
                "billing.claim",
                id.value(),
                earlier.client().value(),
                how.name() + " OF " + earlier.number());
    }
}
