package care.trellis.ledger;

import static care.trellis.base.Action.RULE_PROPOSE;
import static care.trellis.base.Action.RULE_PUBLISH;

import care.trellis.audit.Audit;
import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.payers.LocalRules;
import care.trellis.payers.Proposal;
import care.trellis.payers.ProposalId;
import care.trellis.payers.Publication;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to replays: what a proposal would change, client by client, in days and dollars, before
 * anybody publishes it. A replay goes in batches, each in a transaction of its own, so that whoever
 * waits sees it move and no client is kept from others; it can be left and taken up again.
 */
@Service
public class Replays {

    /** Clients in one batch: about a second of work. */
    private static final int BATCH = 20;

    /** How long a replay speaks for the facts: attendance and notes go on meanwhile. */
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final ReplayRecords records;
    private final Replayer replayer;
    private final LocalRules rules;
    private final Audit audit;
    private final Clock clock;

    Replays(ReplayRecords records, Replayer replayer, LocalRules rules, Audit audit, Clock clock) {
        this.records = records;
        this.replayer = replayer;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a replay of a proposal that nobody has answered; {@link #step} does the work.
     *
     * @throws NotFound where there is no such proposal, or it was answered
     */
    @Transactional
    public ReplayId start(Permit permit, ProposalId id) {
        permit.require(RULE_PROPOSE);
        var proposal = rules.one(permit, id);
        if (!proposal.open()) {
            throw new NotFound();
        }
        var from = rules.earliest();
        var to = rules.latest();
        var replay =
                new Replay(
                        new ReplayId(Ids.next()),
                        id,
                        proposal.contract(),
                        rules.fingerprint(permit, id),
                        from,
                        to,
                        permit.actor().name(),
                        clock.instant(),
                        records.clients(permit.organization(), proposal.contract(), from, to),
                        0,
                        0,
                        0,
                        new Money(0),
                        new Money(0),
                        null);
        records.add(permit.organization(), replay);
        audit.record(permit, "ledger.replay", replay.id().value(), null, "STARTED");
        return replay.id();
    }

    /**
     * Decides the next batch, and says how far the replay has come. A finished replay is left as it
     * is.
     *
     * @throws NotFound where there is no such replay
     */
    @Transactional
    public Replay step(Permit permit, ReplayId id) {
        permit.require(RULE_PROPOSE);
        var organization = permit.organization();
        var running = records.lock(organization, id).orElseThrow(NotFound::new);
        var replay = running.replay();
        if (replay.finished()) {
            return replay;
        }
        var clients = records.next(organization, running, BATCH);
        var question =
                new Replayer.Question(
                        replay.contract().value(),
                        rules.with(permit, replay.proposal()),
                        replay.from(),
                        replay.to());
        var answer = replayer.of(organization, question, clients);
        records.add(organization, id, answer.differences());
        records.advance(
                organization,
                id,
                new ReplayRecords.Batch(
                        clients.size(),
                        clients.isEmpty() ? null : clients.getLast(),
                        answer.weeks(),
                        answer.days(),
                        answer.beforeCents(),
                        answer.afterCents(),
                        clients.size() < BATCH ? clock.instant() : null));
        audit.recordMany(permit, "ledger.replay_day", id.value(), clients.size());
        return records.one(organization, id).orElseThrow(NotFound::new);
    }

    /** The replay of a proposal that was started last. */
    @Transactional(readOnly = true)
    public Optional<Replay> latest(Permit permit, ProposalId proposal) {
        permit.require(RULE_PROPOSE, RULE_PUBLISH);
        return records.latest(permit.organization(), proposal);
    }

    /** What a replay comes to, at every site: the change is for all of them. */
    @Transactional(readOnly = true)
    public ReplayOutcome outcome(Permit permit, ReplayId id) {
        permit.require(RULE_PROPOSE, RULE_PUBLISH);
        return records.outcome(permit.organization(), id);
    }

    /**
     * The days that come out differently, of clients at the sites the reader works at, in the order
     * of names and days.
     */
    @Transactional
    public List<ReplayedDay> differences(Permit permit, ReplayId id) {
        permit.require(RULE_PROPOSE, RULE_PUBLISH);
        var days = records.days(permit.organization(), id, permit.actor().sites());
        audit.recordMany(permit, "ledger.replay_day", id.value(), days.size());
        return days;
    }

    /**
     * Publishes a proposal that was replayed as it stands. Every week of the contract's clients is
     * decided again.
     */
    @Transactional
    public Publication publish(Permit permit, ProposalId id) {
        permit.require(RULE_PUBLISH);
        var proposal = rules.one(permit, id);
        var replay = records.latest(permit.organization(), id).orElse(null);
        if (replay == null || !replay.finished()) {
            return new Publication.Refused(
                    "Replay the proposal first, and look at what it changes.");
        }
        if (replay.startedAt().plus(GOOD_FOR).isBefore(clock.instant())) {
            return new Publication.Refused(
                    "The replay is older than a day. Replay the proposal again.");
        }
        if (firstChanged(proposal).isBefore(replay.from())) {
            return new Publication.Refused(
                    "The proposal changes days before "
                            + replay.from()
                            + ", which no replay looks at any more. Withdraw it and write it anew.");
        }
        return rules.publish(permit, id, replay.id().value(), replay.fingerprint());
    }

    /** The first day on which the proposal can change anything. */
    private static LocalDate firstChanged(Proposal proposal) {
        return proposal.ends() == null
                ? proposal.from()
                : Objects.requireNonNull(proposal.through()).plusDays(1);
    }
}
