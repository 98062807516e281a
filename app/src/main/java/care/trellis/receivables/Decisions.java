package care.trellis.receivables;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Money;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.billing.ClaimId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for giving money up and for asking the client for it. One person asks, with a reason;
 * another one answers. Only then does money move.
 */
@Service
public class Decisions {

    private final DecisionRecords records;
    private final DenialRecords denials;
    private final WorkRecords work;
    private final TransferRecords transfers;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Decisions(
            DecisionRecords records,
            DenialRecords denials,
            WorkRecords work,
            TransferRecords transfers,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.denials = denials;
        this.work = work;
        this.transfers = transfers;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Asks for a decision about all that a claim still owes, or a part of it.
     *
     * @param key made with the form; becomes the decision's id
     * @param reason not blank
     * @return refused when more is asked than is open, another decision waits, or the contract
     *     keeps the client out of it
     */
    @Transactional
    public Outcome ask(
            Permit permit,
            UUID key,
            ClaimId claim,
            Decision.Kind kind,
            Money amount,
            String reason) {
        permit.require(Action.DENIAL_WORK);
        var now = clock.instant();
        var denial = denials.open(claim, permit.actor().sites()).orElseThrow(NotFound::new);
        work.lock(denial, now);
        if (!once.first(permit, key, "decide " + claim.value() + kind + amount.cents() + reason)) {
            return new Outcome.Done();
        }
        if (amount.cents() <= 0 || amount.cents() > denial.open().cents()) {
            return new Outcome.Refused(
                    "The amount must be between a cent and the %s that is open."
                            .formatted(denial.open().text()));
        }
        if (kind == Decision.Kind.BILL_CLIENT && bindsClient(denial)) {
            return new Outcome.Refused(
                    "The payer's answer (group CO or PI) keeps the client out of it: the contract"
                            + " forbids to bill it.");
        }
        if (!records.ask(key, claim, kind, amount, reason.strip(), now, permit.actor().account())) {
            return new Outcome.Refused("A decision on this claim waits already.");
        }
        work.step(
                claim,
                kind == Decision.Kind.WRITE_OFF
                        ? DenialStep.Kind.WRITE_OFF_ASKED
                        : DenialStep.Kind.CLIENT_ASKED,
                amount.text() + ": " + reason.strip(),
                now,
                permit);
        audit.record(permit, "receivables.decision", key, denial.client().value(), "ASKED " + kind);
        return new Outcome.Done();
    }

    /** Whether the payer said that the client does not owe it. */
    static boolean bindsClient(Denial denial) {
        return denial.reasons().stream()
                .anyMatch(reason -> reason.group().equals("CO") || reason.group().equals("PI"));
    }

    /** What waits for a second person, the oldest first. */
    @Transactional
    public List<Decision> waiting(Permit permit) {
        permit.require(Action.WRITE_OFF_APPROVE, Action.DENIAL_VIEW);
        var found = records.waiting(permit.actor().sites(), permit.actor().account());
        audit.recordMany(permit, "receivables.decision", null, found.size());
        return found;
    }

    /**
     * Answers what another person asked.
     *
     * @return refused for one's own
     * @throws NotFound when nothing of that id waits at one's sites
     */
    @Transactional
    public Outcome answer(Permit permit, DecisionId id, boolean approved) {
        permit.require(Action.WRITE_OFF_APPROVE);
        var asked =
                records.waiting(permit.actor().sites(), permit.actor().account()).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (asked.mine()) {
            return new Outcome.Refused("You asked for it yourself: another person must answer.");
        }
        var denial = denials.open(asked.claim(), permit.actor().sites());
        if (approved
                && denial.map(one -> one.open().cents() < asked.amount().cents()).orElse(true)) {
            return new Outcome.Refused(
                    "Less is open than was asked for: something was paid meanwhile. Refuse it.");
        }
        var now = clock.instant();
        denial.ifPresent(one -> work.lock(one, now));
        if (records.answer(id, approved, now, permit.actor().account())) {
            if (approved) {
                transfers.of(asked.kind().name(), id.value());
            }
            work.step(
                    asked.claim(),
                    approved ? DenialStep.Kind.APPROVED : DenialStep.Kind.REFUSED,
                    asked.kind().label() + ", " + asked.amount().text(),
                    now,
                    permit);
            audit.record(
                    permit,
                    "receivables.decision",
                    id.value(),
                    null,
                    (approved ? "APPROVED " : "REFUSED ") + asked.kind());
        }
        return new Outcome.Done();
    }
}
