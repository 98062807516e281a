package care.trellis.receivables;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.billing.ClaimId;
import care.trellis.billing.Corrections;
import care.trellis.billing.Resend;
import care.trellis.billing.Submission;
import care.trellis.organizations.HomeTime;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to denials: what payers did not pay and what people do about it. Which claims
 * these are follows from the ledger of money; nobody files a denial by hand.
 */
@Service
public class Denials {

    private final DenialRecords records;
    private final WorkRecords work;
    private final Corrections corrections;
    private final HomeTime home;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Denials(
            DenialRecords records,
            WorkRecords work,
            Corrections corrections,
            HomeTime home,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.work = work;
        this.corrections = corrections;
        this.home = home;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** All that is open, in the order of work. */
    @Transactional
    public Worklist worklist(Permit permit) {
        permit.require(Action.DENIAL_VIEW, Action.DENIAL_WORK);
        var sites = permit.actor().sites();
        var open = records.open(sites);
        audit.recordMany(permit, "billing.claim", null, open.size());
        return Worklist.of(home.today(), open, records.finished(sites));
    }

    /**
     * One denial.
     *
     * @throws NotFound when the claim is none of the reader's sites, or owes nothing
     */
    @Transactional
    public Denial open(Permit permit, ClaimId claim) {
        permit.require(Action.DENIAL_VIEW, Action.DENIAL_WORK);
        var found = find(permit, claim);
        audit.record(permit, "receivables.denial", claim.value(), found.client().value());
        return found;
    }

    /** What was done about a claim, the newest first. */
    @Transactional(readOnly = true)
    public List<DenialStep> steps(Permit permit, ClaimId claim) {
        permit.require(Action.DENIAL_VIEW, Action.DENIAL_WORK);
        return work.steps(claim);
    }

    /** Makes the reader its owner. */
    @Transactional
    public void take(Permit permit, ClaimId claim) {
        permit.require(Action.DENIAL_WORK);
        var denial = locked(permit, claim);
        if (!permit.actor().name().equals(denial.owner())) {
            work.own(claim, permit);
            record(permit, denial, DenialStep.Kind.TAKEN, "");
        }
    }

    /** Gives it back to everybody. */
    @Transactional
    public void giveBack(Permit permit, ClaimId claim) {
        permit.require(Action.DENIAL_WORK);
        var denial = locked(permit, claim);
        if (denial.owner() != null) {
            work.release(claim);
            record(permit, denial, DenialStep.Kind.GIVEN_BACK, "");
        }
    }

    /**
     * Notes what was learned.
     *
     * @param key made with the form; the same key notes once
     * @param words not blank
     */
    @Transactional
    public void note(Permit permit, UUID key, ClaimId claim, String words) {
        permit.require(Action.DENIAL_WORK);
        var denial = locked(permit, claim);
        if (once.first(permit, key, "denial note " + claim.value() + words)) {
            record(permit, denial, DenialStep.Kind.NOTED, words.strip());
        }
    }

    /**
     * An appeal went out: from here on it is the payer's turn.
     *
     * @param key made with the form; the same key records once
     * @param words how it was sent
     */
    @Transactional
    public void appealed(Permit permit, UUID key, ClaimId claim, String words) {
        permit.require(Action.DENIAL_WORK);
        var denial = locked(permit, claim);
        if (once.first(permit, key, "denial appeal " + claim.value() + words)) {
            work.wait(claim, clock.instant());
            record(permit, denial, DenialStep.Kind.APPEALED, words.strip());
        }
    }

    /** Whether a letter about the claim may leave for its payer today (42 CFR 2.31). */
    @Transactional(readOnly = true)
    public boolean mayLeave(Permit permit, ClaimId claim) {
        permit.require(Action.DENIAL_VIEW, Action.DENIAL_WORK);
        return corrections.mayLeave(permit, claim);
    }

    /**
     * Sends claims again, each in a file of its own, and says for each what kept it here. One that
     * cannot go does not keep the others.
     *
     * @param key made with the form; the same key sends once
     * @param submit of the same person, for sending claims
     */
    @Transactional
    public Map<ClaimId, Submission> resend(
            Permit permit, Permit submit, UUID key, Collection<ClaimId> claims, Resend how) {
        permit.require(Action.DENIAL_WORK);
        var results = new LinkedHashMap<ClaimId, Submission>();
        for (var claim : claims) {
            var part =
                    new UUID(
                            key.getMostSignificantBits(),
                            key.getLeastSignificantBits()
                                    ^ claim.value().getLeastSignificantBits());
            var denial = records.open(claim, permit.actor().sites());
            denial.ifPresent(one -> work.lock(one, clock.instant()));
            var result = corrections.resend(submit, part, claim, how, null);
            results.put(claim, result);
            if (result instanceof Submission.Sent && denial.isPresent()) {
                record(permit, denial.get(), DenialStep.Kind.RESENT, how.label());
            }
        }
        return results;
    }

    /**
     * Closes a denial whose claim owes nothing any more, and names what would prevent the next one.
     *
     * @param words what exactly; may be empty
     * @throws NotFound when there is no such denial left to close
     */
    @Transactional
    public void close(Permit permit, ClaimId claim, Prevention prevention, String words) {
        permit.require(Action.DENIAL_WORK);
        var finished =
                records.finished(permit.actor().sites()).stream()
                        .filter(one -> one.claim().equals(claim))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var now = clock.instant();
        if (work.close(claim, prevention, finished.won(), now, permit.actor().account())) {
            work.step(claim, DenialStep.Kind.CLOSED, words.strip(), now, permit);
            audit.record(permit, "receivables.denial", claim.value(), null, "CLOSED " + prevention);
        }
    }

    private Denial find(Permit permit, ClaimId claim) {
        return records.open(claim, permit.actor().sites()).orElseThrow(NotFound::new);
    }

    private Denial locked(Permit permit, ClaimId claim) {
        var found = find(permit, claim);
        work.lock(found, clock.instant());
        return find(permit, claim);
    }

    private void record(Permit permit, Denial denial, DenialStep.Kind kind, String words) {
        work.step(denial.claim(), kind, words, clock.instant(), permit);
        audit.record(
                permit,
                "receivables.denial",
                denial.claim().value(),
                denial.client().value(),
                kind.name());
    }
}
