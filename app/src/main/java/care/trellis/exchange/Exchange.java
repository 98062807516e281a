package care.trellis.exchange;

import care.trellis.approvals.ApprovalAnswers;
import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Hashes;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.benefits.Answers;
import care.trellis.billing.Acknowledged;
import care.trellis.billing.Acknowledgments;
import care.trellis.billing.ClaimStatuses;
import care.trellis.billing.RemittancePosting;
import care.trellis.billing.Remittances;
import care.trellis.organizations.HomeTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door for files from outside. A file is first kept as it came; then it is taken by what
 * it holds, or set apart with a reason. Killed anywhere, nothing is lost and nothing is posted
 * twice: a file that was kept and not settled is taken up again, and what was posted of it is known
 * by its hash.
 */
@Service
public class Exchange {

    private static final Set<String> KNOWN =
            Set.of("835", "999", "TA1", "277CA", "271", "277", "278");
    private static final Set<String> ACKNOWLEDGMENTS = Set.of("999", "TA1", "277CA");
    private static final Set<String> QUESTIONS = Set.of("271", "278");
    private static final String NOTHING_OF_OURS = "Nothing in it is about ours.";
    private static final int ON_A_PAGE = 30;
    private static final int LONGEST_NAME = 120;

    private final ArrivalRecords records;
    private final Remittances remittances;
    private final Acknowledgments acknowledgments;
    private final Answers benefits;
    private final ApprovalAnswers approvals;
    private final ClaimStatuses statuses;
    private final HomeTime home;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Exchange(
            ArrivalRecords records,
            Remittances remittances,
            Acknowledgments acknowledgments,
            Answers benefits,
            ApprovalAnswers approvals,
            ClaimStatuses statuses,
            HomeTime home,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.records = records;
        this.remittances = remittances;
        this.acknowledgments = acknowledgments;
        this.benefits = benefits;
        this.approvals = approvals;
        this.statuses = statuses;
        this.home = home;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Receives a file.
     *
     * @param permit for posting remittances
     * @param name as its sender called it; shortened, never trusted as a path
     * @param content as it came
     * @return what became of it
     */
    public Arrival receive(Permit permit, Arrival.Source source, String name, byte[] content) {
        permit.require(Action.REMITTANCE_POST);
        var id = new ArrivalId(Ids.next());
        var hash = Hashes.sha256(content);
        var before =
                transaction.execute(status -> {
                    audit.record(permit, "exchange.arrival", id.value(), null, "CAME " + source);
                    return records.keep(
                            id,
                            hash,
                            content,
                            plain(name),
                            source,
                            clock.instant(),
                            permit.actor().account());
                });
        if (before != null && before.isPresent()) {
            var first = before.get();
            var words =
                    "The very same bytes came before, as %s on %s. Nothing of it was taken again."
                            .formatted(first.name(), home.day(first.at()));
            return settle(
                    permit,
                    id,
                    Arrival.State.QUARANTINED,
                    Set.copyOf(first.kinds()),
                    List.of(words));
        }
        return take(permit, id, content);
    }

    /**
     * Looks at a waiting file again, after what kept it was mended.
     *
     * @throws NotFound when there is no such file
     */
    public Arrival again(Permit permit, ArrivalId id) {
        permit.require(Action.REMITTANCE_POST);
        var content = transaction.execute(status -> records.content(id).orElseThrow(NotFound::new));
        return take(permit, id, content == null ? new byte[0] : content);
    }

    private Arrival take(Permit permit, ArrivalId id, byte[] content) {
        var holds = Contents.of(content);
        if (!holds.problems().isEmpty()) {
            return settle(permit, id, Arrival.State.QUARANTINED, holds.kinds(), holds.problems());
        }
        var strange = new HashSet<>(holds.kinds());
        strange.removeAll(KNOWN);
        if (holds.kinds().isEmpty() || !strange.isEmpty()) {
            return settle(
                    permit,
                    id,
                    Arrival.State.QUARANTINED,
                    holds.kinds(),
                    List.of(
                            holds.kinds().isEmpty()
                                    ? "There is no transaction in it."
                                    : "It holds "
                                            + String.join(", ", holds.kinds())
                                            + ", which nothing here takes by itself."));
        }
        var words = new ArrayList<String>();
        boolean ours = false;
        if (holds.kinds().contains("835")) {
            if (remittances.foreign(permit, content)) {
                return settle(
                        permit,
                        id,
                        Arrival.State.QUARANTINED,
                        holds.kinds(),
                        List.of("It pays another provider: no NPI or tax id in it is ours."));
            }
            switch (remittances.post(permit, id.value(), "exchange.835", content)) {
                case RemittancePosting.Posted posted -> {
                    words.add(words(posted));
                    ours = true;
                }
                case RemittancePosting.AlreadyPosted ignored -> {
                    words.add("Its payments were posted before.");
                    ours = true;
                }
                case RemittancePosting.Refused(var reasons) -> {
                    return settle(permit, id, Arrival.State.QUARANTINED, holds.kinds(), reasons);
                }
                case RemittancePosting.Repeats(var reasons) -> {
                    return settle(permit, id, Arrival.State.REPEATS, holds.kinds(), reasons);
                }
            }
        }
        if (holds.kinds().contains("271")) {
            var taken = benefits.take(permit, content);
            ours |= taken.checked() + taken.rejected() > 0;
            words.add(words(taken));
        }
        if (holds.kinds().contains("278")) {
            var taken = approvals.take(permit, id.value(), content);
            ours |= taken.ours();
            words.add(words(taken));
        }
        if (holds.kinds().contains("277")) {
            int answers = statuses.take(permit, id.value(), content);
            ours |= answers > 0;
            words.add(
                    new Tally()
                            .count(
                                    answers,
                                    "answer where a claim stands",
                                    "answers where a claim stands")
                            .sentence(NOTHING_OF_OURS));
        }
        if (holds.kinds().stream().anyMatch(ACKNOWLEDGMENTS::contains)) {
            var said = acknowledgments.take(permit, id.value(), content);
            approvals.acknowledged(permit, id.value(), said.questions());
            benefits.acknowledged(permit, said.questions());
            ours |= said.ours();
            words.add(words(said));
        }
        return ours
                ? settle(permit, id, Arrival.State.TAKEN, holds.kinds(), words)
                : settle(
                        permit,
                        id,
                        Arrival.State.QUARANTINED,
                        holds.kinds(),
                        List.of(
                                QUESTIONS.containsAll(holds.kinds())
                                        ? "Nobody asked for it: no question of ours waits for these"
                                                + " answers."
                                        : "Nothing in it is about a file, a claim or a payment of"
                                                + " ours."));
    }

    static String words(RemittancePosting.Posted posted) {
        return new Tally()
                .count(posted.matched(), "line was posted", "lines were posted")
                .count(posted.unmatched(), "waits for a person", "wait for a person")
                .sentence("There was no line in it.");
    }

    private static String words(Answers.Taken taken) {
        return new Tally()
                .count(taken.checked(), "coverage was checked", "coverages were checked")
                .count(taken.rejected(), "question came back", "questions came back")
                .count(
                        taken.foreign(),
                        "answer was asked for by nobody",
                        "answers were asked for by nobody")
                .sentence(NOTHING_OF_OURS);
    }

    private static String words(ApprovalAnswers.Taken taken) {
        return new Tally()
                .count(
                        taken.decided(),
                        "request for authorization was decided",
                        "requests for authorization were decided")
                .count(taken.pended(), "is still looked at", "are still looked at")
                .count(taken.returned(), "came back")
                .count(
                        taken.foreign(),
                        "answer was asked for by nobody",
                        "answers were asked for by nobody")
                .sentence(NOTHING_OF_OURS);
    }

    private static String words(Acknowledged said) {
        long refused = said.questions().stream().filter(one -> !one.accepted()).count();
        return new Tally()
                .count(said.accepted(), "claim went on", "claims went on")
                .count(said.rejected(), "claim came back", "claims came back")
                .count(said.questions().size() - refused, "question went on", "questions went on")
                .count(refused, "question came back", "questions came back")
                .count(
                        said.foreign(),
                        "report is about none of ours",
                        "reports are about none of ours")
                .sentence(NOTHING_OF_OURS);
    }

    private Arrival settle(
            Permit permit,
            ArrivalId id,
            Arrival.State state,
            Set<String> kinds,
            List<String> words) {
        var settled =
                transaction.execute(status -> {
                    records.settle(id, state, kinds, words);
                    audit.record(permit, "exchange.arrival", id.value(), null, state.name());
                    return records.find(id).orElseThrow(NotFound::new);
                });
        if (settled == null) {
            throw new IllegalStateException("The transaction answered nothing");
        }
        return settled;
    }

    /**
     * Wants nothing of a file that waits.
     *
     * @param reason not blank
     * @throws NotFound when it does not wait
     */
    public void setAside(Permit permit, ArrivalId id, String reason) {
        permit.require(Action.REMITTANCE_POST);
        transaction.executeWithoutResult(status -> {
            if (!records.setAside(id, reason.strip(), permit.actor().account())) {
                throw new NotFound();
            }
            audit.record(permit, "exchange.arrival", id.value(), null, "SET_ASIDE");
        });
    }

    /** Files that wait for a person, the oldest first. */
    public List<Arrival> waiting(Permit permit) {
        permit.require(Action.REMITTANCE_VIEW, Action.REMITTANCE_POST);
        return List.copyOf(in(records::waiting));
    }

    /** The newest files, at most 30. */
    public List<Arrival> newest(Permit permit) {
        permit.require(Action.REMITTANCE_VIEW, Action.REMITTANCE_POST);
        return List.copyOf(in(() -> records.newest(ON_A_PAGE)));
    }

    /**
     * A file exactly as it came. Reading it is recorded.
     *
     * @throws NotFound when there is none
     */
    public byte[] download(Permit permit, ArrivalId id) {
        permit.require(Action.REMITTANCE_VIEW, Action.REMITTANCE_POST);
        return in(() -> {
            audit.record(permit, "exchange.arrival", id.value(), null, "DOWNLOADED");
            return records.content(id).orElseThrow(NotFound::new);
        });
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("The transaction answered nothing");
        }
        return result;
    }

    /** The last part of a name, of letters that stand in any file name. */
    static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[^A-Za-z0-9._ -]", "_").strip();
        return clean.isEmpty()
                ? "file"
                : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }
}
