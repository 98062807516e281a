package care.trellis.billing;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimForm;
import care.trellis.engine.x12.statuses.StatusQuestion;
import care.trellis.engine.x12.statuses.StatusReader;
import care.trellis.engine.x12.statuses.StatusReport;
import care.trellis.engine.x12.statuses.StatusWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for asking a payer where a claim stands (276) and for its answer (277). The question
 * goes the way that the claim went and says no more than the claim did.
 */
@Service
public class ClaimStatuses {

    private final StatusRecords statuses;
    private final CorrectionRecords corrections;
    private final ClaimRecords records;
    private final FileMaker maker;
    private final OutgoingFiles outgoing;
    private final Corrections clearance;
    private final Envelopes envelopes;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    ClaimStatuses(
            StatusRecords statuses,
            CorrectionRecords corrections,
            ClaimRecords records,
            FileMaker maker,
            OutgoingFiles outgoing,
            Corrections clearance,
            Envelopes envelopes,
            Audit audit,
            Once once,
            Clock clock) {
        this.statuses = statuses;
        this.corrections = corrections;
        this.records = records;
        this.maker = maker;
        this.outgoing = outgoing;
        this.clearance = clearance;
        this.envelopes = envelopes;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Asks the payer of a claim where it stands.
     *
     * @param key made with the form; the same key asks once
     * @return what keeps the question here; empty when it was asked
     * @throws NotFound when there is no such claim at the sites of the asker
     */
    @Transactional
    public List<Missing> ask(Permit permit, UUID key, ClaimId id) {
        permit.require(Action.CLAIM_SUBMIT);
        long number = records.lockNumber();
        var earlier = corrections.find(id, permit.actor().sites()).orElseThrow(NotFound::new);
        if (!once.first(permit, key, "status of " + id.value())) {
            return List.of();
        }
        if (earlier.number().indexOf('/') >= 0) {
            return List.of(
                    Missing.ofClaim(
                            id,
                            "FORWARDED",
                            "The payer before sent this claim on: ask the payer by telephone."));
        }
        if (!clearance.mayLeave(permit, id)) {
            return List.of(Missing.ofClaim(id, "NO_CONSENT_FOR_PAYMENT", Missing.CONSENT));
        }
        var found = envelopes.sender(permit);
        var sender = found.sender();
        if (sender == null) {
            return found.missing();
        }
        var sent = SentClaims.find(earlier.file(), earlier.number());
        if (sent == null) {
            throw new NotFound();
        }
        var contract = maker.contract(earlier.contract());
        var now = clock.instant();
        var trace = "S%09d".formatted(number);
        var text =
                StatusWriter.ask(
                        envelopes.of(sender, contract, number),
                        new Party(contract.payer(), "PI", contract.payerCode()),
                        new Party(sender.provider().name(), "XX", sender.provider().npi()),
                        List.of(question(trace, earlier, sent)));
        var file = new FileId(Ids.next());
        outgoing.question(permit, file, text.getBytes(StandardCharsets.US_ASCII), number);
        records.setNumber(number + 1);
        statuses.asked(key, id, file, trace, now, permit.actor().account());
        audit.record(permit, "billing.claim", id.value(), earlier.client().value(), "STATUS ASKED");
        return List.of();
    }

    private static StatusQuestion question(String trace, EarlierClaim earlier, Claim sent) {
        var person = sent.subscriber().person();
        return new StatusQuestion(
                trace,
                new Member(
                        person.lastName(),
                        person.firstName(),
                        sent.subscriber().memberId(),
                        person.birthDate(),
                        person.sex()),
                earlier.payerNumber(),
                sent.patientControlNumber(),
                typeOfBill(sent.form()),
                sent.chargeCents(),
                earlier.from(),
                earlier.through());
    }

    private static @Nullable String typeOfBill(ClaimForm form) {
        return form instanceof ClaimForm.Institutional it ? it.facility() + it.frequency() : null;
    }

    /**
     * Takes the answers of a 277. Taking the same file twice changes nothing.
     *
     * @param source id under which the file is kept
     * @return how many claims of ours it speaks of
     */
    @Transactional
    public int take(Permit permit, UUID source, byte[] content) {
        permit.require(Action.REMITTANCE_POST);
        var now = clock.instant();
        var ours = new AtomicInteger();
        try {
            StatusReader.stream(
                    new ByteArrayInputStream(content),
                    X12Reader.LIMIT_BYTES,
                    said -> {
                        if (!said.acknowledgment() && said.level() == StatusReport.Level.CLAIM) {
                            statuses.claim(said.trace())
                                    .ifPresent(claim -> {
                                        ours.incrementAndGet();
                                        for (var status : said.statuses()) {
                                            statuses.answered(claim, source, said, status, now);
                                        }
                                    });
                        }
                    },
                    new Problems());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        audit.recordMany(permit, "billing.status_answer", source, ours.get());
        return ours.get();
    }

    /** What was asked and answered about a claim, the newest first. */
    @Transactional(readOnly = true)
    public List<StatusAnswer> of(Permit permit, ClaimId claim) {
        permit.require(Action.CLAIM_VIEW, Action.CLAIM_SUBMIT);
        return statuses.of(claim);
    }
}
