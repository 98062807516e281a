package care.trellis.billing;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.billing.ClaimFacts.Contract;
import care.trellis.clients.ClientId;
import care.trellis.clients.CoverageChanged;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimFile;
import care.trellis.engine.x12.claims.ClaimForm;
import care.trellis.engine.x12.claims.ClaimProblem;
import care.trellis.engine.x12.claims.ClaimWriter;
import care.trellis.engine.x12.claims.Payer;
import care.trellis.episodes.Clearances;
import care.trellis.payers.ContractId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for claims to a client's second and third payer. Such a claim goes out when the payer
 * before has decided, never before, and repeats what that one paid, took off and left; a claim that
 * the payer before has forwarded itself is not sent a second time.
 */
@Service
public class NextPayers {

    private final NextPayerRecords next;
    private final DecisionRecords decisions;
    private final ClaimRecords records;
    private final FileMaker maker;
    private final OutgoingFiles outgoing;
    private final Clearances clearances;
    private final Envelopes envelopes;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NextPayers(
            NextPayerRecords next,
            DecisionRecords decisions,
            ClaimRecords records,
            FileMaker maker,
            OutgoingFiles outgoing,
            Clearances clearances,
            Envelopes envelopes,
            Audit audit,
            Once once,
            ApplicationEventPublisher events,
            Clock clock) {
        this.next = next;
        this.decisions = decisions;
        this.records = records;
        this.maker = maker;
        this.outgoing = outgoing;
        this.clearances = clearances;
        this.envelopes = envelopes;
        this.audit = audit;
        this.once = once;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A card that is linked later makes known whom a payer has forwarded claims to: they are noted
     * then, as they are where the card was known before.
     */
    @EventListener
    void on(CoverageChanged changed) {
        var found = next.forwardedOf(changed.client());
        for (var claim : next.forwarded(found, clock.instant())) {
            events.publishEvent(new ClaimForwarded(claim));
        }
    }

    /** Claims that one payer decided and whose next payer's turn it is, the next deadline first. */
    @Transactional
    public List<NextPayer> waiting(Permit permit) {
        permit.require(Action.CLAIM_VIEW, Action.CLAIM_SUBMIT);
        var found = next.waiting(permit.actor().sites());
        audit.recordMany(permit, "billing.claim", null, found.size());
        return found;
    }

    /** A claim that another payer is asked for before the client is, and how much of it. */
    public record Unasked(ClaimId claim, ClientId client, Money remaining) {}

    /** What no client owes yet at one's sites, because a payer has still to be asked for it. */
    @Transactional(readOnly = true)
    public List<Unasked> unasked(Permit permit) {
        permit.require(
                Action.CASHIER_VIEW,
                Action.CASHIER_TAKE,
                Action.CASHIER_EDIT,
                Action.WRITE_OFF_APPROVE);
        return unasked(next.waiting(permit.actor().sites()));
    }

    /** The same of one client, wherever they are seen. */
    @Transactional(readOnly = true)
    public List<Unasked> unasked(Permit permit, ClientId client) {
        permit.require(
                new Resource(Resource.Kind.CLIENT, client.value()),
                Action.CASHIER_VIEW,
                Action.CASHIER_TAKE,
                Action.CASHIER_EDIT,
                Action.WRITE_OFF_APPROVE);
        return unasked(next.waiting(client));
    }

    private static List<Unasked> unasked(List<NextPayer> waiting) {
        return waiting.stream()
                .map(one -> new Unasked(one.claim(), one.client(), one.remaining()))
                .toList();
    }

    /**
     * Sends claims to their next payer, a file for each contract. Those that are not waiting any
     * more are passed over; what keeps one here is named, and the others go.
     *
     * @param key made with the form; the same key sends once
     * @param claims that the payer before decided
     */
    @Transactional
    public Submission send(Permit permit, UUID key, Collection<ClaimId> claims) {
        permit.require(Action.CLAIM_SUBMIT);
        var number = records.lockNumber();
        var content = claims.stream().map(it -> it.value().toString()).sorted().toList();
        if (!once.first(permit, key, "next payer " + content)) {
            return new Submission.NothingSent(List.of());
        }
        var leftOut = new ArrayList<LeftOut>();
        var files = new ArrayList<FileId>();
        for (var one : byContract(permit, claims, leftOut).entrySet()) {
            var contract = maker.contract(new ContractId(one.getKey()));
            var file = file(permit, contract, one.getValue(), number, leftOut);
            if (file != null) {
                files.add(file);
                number++;
            }
        }
        records.setNumber(number);
        return files.isEmpty()
                ? new Submission.NothingSent(leftOut)
                : new Submission.Sent(
                        files.stream().map(it -> records.sentFile(it).orElseThrow()).toList(),
                        leftOut);
    }

    private TreeMap<UUID, List<NextPayer>> byContract(
            Permit permit, Collection<ClaimId> claims, List<LeftOut> leftOut) {
        var chosen = new TreeMap<UUID, List<NextPayer>>();
        for (var one : next.waiting(permit.actor().sites())) {
            if (!claims.contains(one.claim())) {
                continue;
            }
            if (one.contract() == null) {
                leftOut.add(
                        leftOut(
                                one,
                                Missing.ofClient(
                                        one.client(),
                                        "NO_CONTRACT",
                                        "Link the coverage to a contract.")));
            } else if (!clearances.of(permit, one.client()).open()) {
                leftOut.add(
                        leftOut(
                                one,
                                Missing.ofClient(
                                        one.client(), "NO_CONSENT_FOR_PAYMENT", Missing.CONSENT)));
            } else {
                chosen.computeIfAbsent(one.contract().value(), key -> new ArrayList<>()).add(one);
            }
        }
        return chosen;
    }

    /** A claim that is made, and what it is made of. */
    private record Made(NextPayer of, Claim claim, long remainingCents) {}

    private @Nullable FileId file(
            Permit permit,
            Contract contract,
            List<NextPayer> chosen,
            long number,
            List<LeftOut> leftOut) {
        var found = envelopes.sender(permit);
        var sender = found.sender();
        if (sender == null) {
            chosen.forEach(one -> leftOut.add(leftOut(one, found.missing())));
            return null;
        }
        var now = clock.instant();
        var interchange = envelopes.of(sender, contract, number);
        var made = made(chosen, contract, number, leftOut);
        made.removeIf(one -> {
            var problems = ClaimWriter.check(interchange, sender.provider(), List.of(one.claim()));
            if (!problems.isEmpty()) {
                leftOut.add(leftOut(one.of(), missing(problems, one.of())));
            }
            return !problems.isEmpty();
        });
        if (made.isEmpty()) {
            return null;
        }
        var claims = made.stream().map(Made::claim).toList();
        if (!(ClaimWriter.write(interchange, sender.provider(), claims)
                instanceof ClaimFile.Written written)) {
            throw new IllegalStateException("The guide refuses claims whose records were in order");
        }
        var file = new FileId(Ids.next());
        outgoing.keep(
                permit,
                file,
                contract.form(),
                written.text().getBytes(StandardCharsets.US_ASCII),
                number);
        var later =
                made.stream()
                        .map(one ->
                                new NextPayerRecords.Later(
                                        new ClaimId(Ids.next()),
                                        one.of().claim(),
                                        one.claim().patientControlNumber(),
                                        file,
                                        one.remainingCents()))
                        .toList();
        next.insert(later, now);
        events.publishEvent(new ClaimsSent(file));
        for (int at = 0; at < later.size(); at++) {
            audit.record(
                    permit,
                    "billing.claim",
                    later.get(at).id().value(),
                    made.get(at).of().client().value(),
                    "DISCLOSED TO THE NEXT PAYER AFTER " + made.get(at).of().number());
        }
        return file;
    }

    private List<Made> made(
            List<NextPayer> chosen, Contract contract, long number, List<LeftOut> leftOut) {
        var made = new ArrayList<Made>();
        for (var one : chosen) {
            var onward = decisions.onward(one.claim()).orElse(null);
            if (onward == null) {
                leftOut.add(
                        leftOut(
                                one,
                                Missing.ofClient(
                                        one.client(),
                                        "NO_NEXT_COVERAGE",
                                        "No further coverage holds on these days any more: look at the"
                                                + " client's cards.")));
                continue;
            }
            var sent = sent(one.claim());
            var missing = lacking(one, sent, contract, onward);
            if (missing != null) {
                leftOut.add(leftOut(one, missing));
                continue;
            }
            var decided = decisions.of(one.claim());
            var own = "%09d-%d".formatted(number, made.size() + 1);
            var to =
                    new LaterClaim.To(
                            payer(contract),
                            onward.memberId().strip(),
                            onward.groupNumber(),
                            onward.authorization());
            made.add(
                    new Made(one, LaterClaim.of(sent, decided, to, own), decided.remainingCents()));
        }
        return made;
    }

    /**
     * A claim as its payer had it. One that the payer before forwarded stands in no file of ours:
     * it is what that payer had, with what that payer decided, at the coverage that was in force on
     * its days when it was forwarded.
     */
    private Claim sent(ClaimId claim) {
        var kept = decisions.kept(claim);
        var from = kept.forwardedFrom();
        if (from != null) {
            var sent = sent(from);
            var to =
                    new LaterClaim.To(
                            payer(maker.contract(kept.contract())),
                            kept.memberId().strip(),
                            kept.groupNumber(),
                            null);
            return LaterClaim.of(sent, decisions.of(from), to, sent.patientControlNumber());
        }
        var sent = SentClaims.find(kept.file(), kept.number());
        if (sent == null) {
            throw new IllegalStateException("The file of claim " + claim + " lost it");
        }
        return sent;
    }

    private static Payer payer(Contract contract) {
        return new Payer(contract.payer(), contract.payerCode(), contract.filingCode());
    }

    private static @Nullable Missing lacking(
            NextPayer one, Claim sent, Contract contract, DecisionRecords.Onward onward) {
        boolean institutional = sent.form() instanceof ClaimForm.Institutional;
        if (institutional != (contract.form() == Form.INSTITUTIONAL)) {
            return Missing.ofContract(
                    contract.id(),
                    "OTHER_FORM",
                    "This payer takes another form of claim than the one before had: send it by"
                            + " hand, from the printed form.");
        }
        if (onward.memberId().isBlank()) {
            return Missing.ofClient(
                    one.client(), "MEMBER_ID", "Add the member id from the insurance card.");
        }
        return null;
    }

    private static List<Missing> missing(List<ClaimProblem> problems, NextPayer one) {
        return problems.stream()
                .map(it -> Missing.ofClaim(one.claim(), "GUIDE_" + it.loop(), it.text()))
                .collect(Collectors.toList());
    }

    private static LeftOut leftOut(NextPayer one, Missing missing) {
        return leftOut(one, List.of(missing));
    }

    private static LeftOut leftOut(NextPayer one, List<Missing> missing) {
        return new LeftOut(
                one.client(), one.name(), one.from(), one.through(), one.remaining(), missing);
    }
}
