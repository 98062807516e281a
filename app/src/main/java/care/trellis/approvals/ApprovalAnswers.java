package care.trellis.approvals;

import static care.trellis.base.Action.REMITTANCE_POST;

import care.trellis.audit.Audit;
import care.trellis.authorizations.AuthorizationDecision;
import care.trellis.authorizations.Authorizations;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.billing.Acknowledged;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.reviews.ReviewAnswer;
import care.trellis.engine.x12.reviews.ReviewReader;
import care.trellis.organizations.HomeTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what payers answer (278), each by the trace number of our request, and records it as the
 * payer's decision. An answer that nobody waits for, or that came before, changes nothing.
 */
@Service
public class ApprovalAnswers {

    private final ApprovalRecords records;
    private final Authorizations authorizations;
    private final HomeTime home;
    private final Audit audit;
    private final Clock clock;

    ApprovalAnswers(
            ApprovalRecords records,
            Authorizations authorizations,
            HomeTime home,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.authorizations = authorizations;
        this.home = home;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of a file.
     *
     * @param decided requests that are granted or refused now
     * @param pended requests that the payer still looks at, or that a person has to ask about
     * @param returned requests that came back unread
     * @param foreign answers to no request of ours that waits
     */
    public record Taken(int decided, int pended, int returned, int foreign) {

        /** Whether anything in it was for us. */
        public boolean ours() {
            return decided + pended + returned > 0;
        }
    }

    /**
     * Takes a file.
     *
     * @param source under which the file is kept
     * @param content a 278 that was found readable
     */
    @Transactional
    public Taken take(Permit permit, UUID source, byte[] content) {
        permit.require(REMITTANCE_POST);
        var taking = new Taking(permit, source);
        try {
            ReviewReader.stream(
                    new ByteArrayInputStream(content),
                    X12Reader.LIMIT_BYTES,
                    request -> {},
                    taking::answer,
                    new Problems());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Taken(taking.decided, taking.pended, taking.returned, taking.foreign);
    }

    /**
     * Takes what receivers said of files of ours: one that was refused sends its request back, to
     * be mended and asked again. What the payer has said already stands.
     *
     * @param source under which the file is kept
     * @param questions of any kind; those that are no request to authorize are passed over
     */
    @Transactional
    public void acknowledged(
            Permit permit, UUID source, Collection<Acknowledged.Question> questions) {
        permit.require(REMITTANCE_POST);
        for (var said : questions) {
            if (said.kind().equals("278")) {
                records.waiting(said.controlNumber())
                        .ifPresent(asked -> acknowledged(permit, source, asked, said));
            }
        }
    }

    private void acknowledged(
            Permit permit, UUID source, Approval asked, Acknowledged.Question said) {
        if (said.accepted()) {
            records.received(asked.id(), clock.instant());
        } else {
            keep(permit, source, asked, Approval.State.RETURNED, said.words());
        }
    }

    private void keep(
            Permit permit, UUID source, Approval asked, Approval.State state, String words) {
        records.answer(asked.id(), state, words, source, clock.instant());
        audit.record(permit, "approvals.request", asked.id(), asked.client().value(), state.name());
    }

    private final class Taking {

        private final Permit permit;
        private final UUID source;
        private int decided;
        private int pended;
        private int returned;
        private int foreign;

        Taking(Permit permit, UUID source) {
            this.permit = permit;
            this.source = source;
        }

        void answer(ReviewAnswer answer) {
            var asked = Approval.ofTrace(answer.trace()).flatMap(records::open);
            if (asked.isEmpty()) {
                foreign++;
                return;
            }
            var before = authorizations.answered(permit, asked.get().authorization());
            switch (Verdict.of(answer, before, home.today())) {
                case Verdict.Returned(var words) -> {
                    returned++;
                    keep(asked.get(), Approval.State.RETURNED, words);
                }
                case Verdict.Pended(var words) -> {
                    pended++;
                    keep(asked.get(), Approval.State.PENDED, words);
                }
                case Verdict.Decided(var decision, var words) ->
                        decide(asked.get(), decision, words);
            }
        }

        private void decide(Approval asked, AuthorizationDecision decision, String words) {
            switch (authorizations.answered(permit, asked.authorization(), decision)) {
                case Change.Done<?> done -> {
                    decided++;
                    keep(asked, Approval.State.ANSWERED, words);
                }
                case Change.Refused<?> refused -> {
                    pended++;
                    keep(
                            asked,
                            Approval.State.PENDED,
                            words + " It cannot be recorded by itself: " + refused.problems());
                }
            }
        }

        private void keep(Approval asked, Approval.State state, String words) {
            ApprovalAnswers.this.keep(permit, source, asked, state, words);
        }
    }
}
