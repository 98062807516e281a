package care.trellis.outreach;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.messages.Messages;
import care.trellis.messages.Queueing;
import care.trellis.messages.Wording;
import care.trellis.organizations.HomeTime;
import care.trellis.outreach.Absence.Attempt;
import care.trellis.outreach.Absence.Outcome;
import care.trellis.outreach.Absence.Result;
import care.trellis.outreach.Ladder.Step;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to absences: who was expected and is not here, the steps that are taken, by whom
 * and by when, and how it ended.
 */
@Service
public class Absences {

    /** A group that began longer ago is history: nobody calls at night about the morning before. */
    private static final Duration SAME_DAY = Duration.ofHours(14);

    private static final int CLOSED_DAYS = 2;
    private static final int LONGEST = 1000;

    private final AbsenceRecords records;
    private final Ladder ladder;
    private final Messages messages;
    private final HomeTime time;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Absences(
            AbsenceRecords records,
            Ladder ladder,
            Messages messages,
            HomeTime time,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.ladder = ladder;
        this.messages = messages;
        this.time = time;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Notices who is missing, and closes what settled itself: who came late is not called.
     *
     * @return how many were noticed
     */
    @Transactional
    public int notice(Permit permit) {
        permit.require(Action.OUTREACH);
        var now = clock.instant();
        records.closeCame(now);
        int noticed = records.notice(now.minus(SAME_DAY), now.minus(ladder.noticedAfter()), now);
        if (noticed > 0) {
            audit.recordMany(permit, "outreach.absence", null, noticed);
        }
        return noticed;
    }

    /** All that is open, and what was closed since yesterday, at the actor's sites. */
    @Transactional
    public List<Absence> list(Permit permit) {
        permit.require(Action.OUTREACH);
        var found = records.of(permit.actor().sites(), time.today().minusDays(CLOSED_DAYS - 1));
        audit.recordMany(permit, "outreach.absence", null, found.size());
        return found;
    }

    /** Somebody looks after it from now on: the actor. */
    @Transactional
    public void take(Permit permit, AbsenceId absence) {
        permit.require(Action.OUTREACH);
        var found = open(permit, absence);
        records.own(absence, permit.actor().account(), permit.actor().name());
        audit.record(permit, "outreach.absence", absence.value(), found.client().value(), "TAKEN");
    }

    /**
     * Writes down a step and what came of it. Whoever does something about an absence that nobody
     * looks after looks after it.
     *
     * @param key made with the form; twice is once
     * @param consented whether the client agreed in writing that this person may be told
     */
    @Transactional
    public Change<Absence> add(
            Permit permit,
            UUID key,
            AbsenceId absence,
            Step step,
            Result result,
            String words,
            boolean consented) {
        permit.require(Action.OUTREACH);
        var found = open(permit, absence);
        var rung =
                ladder.rungs().stream()
                        .filter(one -> one.step() == step)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (rung.consent() && !consented) {
            return Change.refused(
                    "consented",
                    "CONSENT",
                    "Tick that the client agreed to it in writing. Without that nobody may be told.");
        }
        if (words.length() > LONGEST) {
            return Change.refused("words", "TOO_LONG", "Shorten it to 1000 characters.");
        }
        if (once.first(permit, key, step + " " + result + " " + absence.value() + words)) {
            append(permit, key, found, step, result, words.strip());
        }
        return new Change.Done<>(open(permit, absence));
    }

    /**
     * Writes to the client that they were missed, in their own way and language. The same absence
     * is written about once.
     */
    @Transactional
    public Result text(Permit permit, AbsenceId absence) {
        permit.require(Action.OUTREACH);
        return text(permit, open(permit, absence));
    }

    /**
     * Writes to everybody who is missing today and was not written to yet: what the board's one
     * button does.
     *
     * @return to how many it goes
     */
    @Transactional
    public int textAll(Permit permit) {
        permit.require(Action.OUTREACH);
        return (int)
                records.of(permit.actor().sites(), time.today()).stream()
                        .filter(Absence::open)
                        .filter(one ->
                                one.day().equals(clock.instant().atZone(one.zone()).toLocalDate()))
                        .filter(one -> !one.taken().contains(Step.TEXT))
                        .filter(one -> text(permit, one) == Result.QUEUED)
                        .count();
    }

    /** Ends it. Doing it twice keeps the first end. */
    @Transactional
    public void close(Permit permit, AbsenceId absence, Outcome outcome) {
        permit.require(Action.OUTREACH);
        var found = records.find(absence, permit.actor().sites()).orElseThrow(NotFound::new);
        if (records.close(absence, outcome, clock.instant())) {
            audit.record(
                    permit,
                    "outreach.absence",
                    absence.value(),
                    found.client().value(),
                    outcome.name());
        }
    }

    private Result text(Permit permit, Absence absence) {
        var key =
                UUID.nameUUIDFromBytes(
                        ("missed " + absence.id().value()).getBytes(StandardCharsets.UTF_8));
        var result =
                switch (messages.queue(permit, key, absence.client(), Wording.of("missed"))) {
                    case Queueing.Queued _, Queueing.AlreadyQueued _ -> Result.QUEUED;
                    case Queueing.NotWanted _,
                            Queueing.NoAddress _,
                            Queueing.TooMany _,
                            Queueing.TooLate _ ->
                            Result.NOT_WANTED;
                };
        if (!absence.taken().contains(Step.TEXT)) {
            append(permit, care.trellis.base.Ids.next(), absence, Step.TEXT, result, "");
        }
        return result;
    }

    private void append(
            Permit permit, UUID id, Absence absence, Step step, Result result, String words) {
        records.add(
                id,
                absence.id(),
                new Attempt(step, result, words, clock.instant(), permit.actor().name()),
                permit.actor().account());
        if (absence.ownerAccount() == null) {
            records.own(absence.id(), permit.actor().account(), permit.actor().name());
        }
        audit.record(
                permit,
                "outreach.attempt",
                absence.id().value(),
                absence.client().value(),
                step + " " + result);
    }

    private Absence open(Permit permit, AbsenceId absence) {
        return records.find(absence, permit.actor().sites())
                .filter(Absence::open)
                .orElseThrow(NotFound::new);
    }
}
