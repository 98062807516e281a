package care.trellis.benefits;

import static care.trellis.base.Action.REMITTANCE_POST;

import care.trellis.audit.Audit;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.billing.Acknowledged;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.benefits.BenefitAnswer;
import care.trellis.engine.x12.benefits.BenefitReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what payers answer (271), each by the trace number of our question. An answer that nobody
 * asked for, or that came before, changes nothing.
 */
@Service
public class Answers {

    private static final Pattern TRACE =
            Pattern.compile("([0-9A-F]{8})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{12})");

    private final InquiryRecords inquiries;
    private final VerificationRecords verifications;
    private final Audit audit;
    private final Clock clock;

    Answers(InquiryRecords inquiries, VerificationRecords verifications, Audit audit, Clock clock) {
        this.inquiries = inquiries;
        this.verifications = verifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of a file.
     *
     * @param checked coverages of which something is known now
     * @param rejected questions that the payer did not answer
     * @param foreign answers to no question of ours that waits
     */
    public record Taken(int checked, int rejected, int foreign) {}

    /**
     * Takes a file.
     *
     * @param content a 271 that was found readable
     */
    @Transactional
    public Taken take(Permit permit, byte[] content) {
        permit.require(REMITTANCE_POST);
        var taking = new Taking(permit);
        try {
            BenefitReader.stream(
                    new ByteArrayInputStream(content),
                    X12Reader.LIMIT_BYTES,
                    taking::answer,
                    new Problems());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Taken(taking.checked, taking.rejected, taking.foreign);
    }

    /**
     * Takes what receivers said of files of ours: the questions of one that was refused came back
     * unanswered. What the payer has answered already stands.
     *
     * @param questions of any kind; those that are not about benefits are passed over
     */
    @Transactional
    public void acknowledged(Permit permit, Collection<Acknowledged.Question> questions) {
        permit.require(REMITTANCE_POST);
        for (var said : questions) {
            if (said.kind().equals("270") && !said.accepted()) {
                for (var asked : inquiries.waitingOf(said.controlNumber())) {
                    inquiries.answer(asked.id(), null, said.words(), clock.instant());
                    record(permit, asked, "REJECTED");
                }
            }
        }
    }

    private void record(Permit permit, Inquiry asked, String what) {
        audit.record(permit, "benefits.inquiry", asked.id().value(), asked.client().value(), what);
    }

    private static Optional<InquiryId> inquiry(String trace) {
        var match = TRACE.matcher(trace.strip());
        return match.matches()
                ? Optional.of(new InquiryId(UUID.fromString(match.replaceFirst("$1-$2-$3-$4-$5"))))
                : Optional.empty();
    }

    private final class Taking {

        private final Permit permit;
        private int checked;
        private int rejected;
        private int foreign;

        Taking(Permit permit) {
            this.permit = permit;
        }

        void answer(BenefitAnswer answer) {
            var asked = inquiry(answer.trace()).flatMap(inquiries::waiting);
            if (asked.isEmpty()) {
                foreign++;
            } else if (answer.benefits().isEmpty()) {
                rejected++;
                var why = PlanAnswer.words(answer.rejections().getFirst());
                inquiries.answer(asked.get().id(), null, why, clock.instant());
                record(permit, asked.get(), "REJECTED");
            } else {
                checked++;
                check(asked.get(), answer);
            }
        }

        private void check(Inquiry asked, BenefitAnswer answer) {
            var id = new VerificationId(Ids.next());
            verifications.insert(
                    id,
                    asked.client(),
                    asked.coverage(),
                    new Verification.Source(Verification.Way.FILE, answer.payer(), asked.trace()),
                    PlanAnswer.findings(answer),
                    permit.actor(),
                    clock.instant());
            inquiries.answer(asked.id(), id, null, clock.instant());
            record(permit, asked, "ANSWERED");
        }
    }
}
