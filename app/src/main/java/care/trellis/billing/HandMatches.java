package care.trellis.billing;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for lines of remittances that found no claim by themselves: a biller looks for the claim
 * and gives the line to it, with a reason. It can be taken back; every match and every taking back
 * stays on record.
 */
@Service
public class HandMatches {

    private final HandMatchRecords records;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandMatches(
            HandMatchRecords records,
            Audit audit,
            Once once,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.audit = audit;
        this.once = once;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One line as it came, matched or waiting.
     *
     * @throws NotFound when there is none
     */
    @Transactional
    public RemittanceDetail.Line open(Permit permit, PostingId posting) {
        permit.require(Action.REMITTANCE_VIEW, Action.REMITTANCE_POST);
        var line = records.line(posting).orElseThrow(NotFound::new);
        audit.record(permit, "billing.posting", posting.value(), null);
        return line;
    }

    /** The match by hand that stands for the line. */
    @Transactional(readOnly = true)
    public Optional<HandMatch> standing(Permit permit, PostingId posting) {
        permit.require(Action.REMITTANCE_VIEW, Action.REMITTANCE_POST);
        return records.standing(posting);
    }

    /**
     * Claims that agree with what is known, those that agree with most first; at most 20. One that
     * agrees with no more than half of what the best one does is left out.
     */
    @Transactional
    public List<ClaimCandidate> candidates(Permit permit, ClaimSearch search) {
        permit.require(Action.REMITTANCE_VIEW, Action.REMITTANCE_POST);
        var found = records.candidates(search, permit.actor().sites());
        audit.recordMany(permit, "billing.claim", null, found.size());
        return found;
    }

    /**
     * Gives a waiting line to a claim.
     *
     * @param key made with the form, so that a second press posts nothing
     * @param line the line of the claim; null for the claim as a whole
     * @param reason what shows that it belongs there; not blank
     */
    @Transactional
    public Matching match(
            Permit permit,
            UUID key,
            PostingId posting,
            ClaimId claim,
            @Nullable UUID line,
            String reason) {
        permit.require(Action.REMITTANCE_POST);
        var waiting = records.lock(posting).orElseThrow(NotFound::new);
        var stands = records.standing(posting);
        if (waiting.isEmpty()) {
            return stands.filter(it -> it.claim().equals(claim)).isPresent()
                    ? new Matching.Matched(claim)
                    : new Matching.MatchedBefore();
        }
        if (waiting.get() == Unmatched.OTHER_PAYEE) {
            return new Matching.NotOurs();
        }
        var client = records.client(claim, line, permit.actor().sites());
        if (client.isEmpty()) {
            return new Matching.NoSuchClaim();
        }
        if (once.first(permit, key, "match " + posting + claim + line + reason)) {
            records.match(
                    key,
                    posting,
                    claim,
                    line,
                    waiting.get(),
                    reason.strip(),
                    clock.instant(),
                    permit.actor().account());
            events.publishEvent(new LineMatched(key, false));
            audit.record(
                    permit, "billing.posting", posting.value(), client.get(), "MATCHED_BY_HAND");
        }
        return new Matching.Matched(claim);
    }

    /**
     * Takes a match by hand back: the line waits again, for what it waited for before.
     *
     * @param reason why it did not belong there; not blank
     */
    @Transactional
    public Matching takeBack(Permit permit, PostingId posting, String reason) {
        permit.require(Action.REMITTANCE_POST);
        records.lock(posting).orElseThrow(NotFound::new);
        var match =
                records.takeBack(
                        posting, reason.strip(), clock.instant(), permit.actor().account());
        if (match.isEmpty()) {
            return new Matching.NotMatched();
        }
        events.publishEvent(new LineMatched(match.get(), true));
        audit.record(permit, "billing.posting", posting.value(), null, "MATCH_TAKEN_BACK");
        return new Matching.TakenBack();
    }
}
