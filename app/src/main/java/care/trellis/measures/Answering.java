package care.trellis.measures;

import static care.trellis.base.Action.MEASURE_ANSWER;
import static care.trellis.base.Action.MEASURE_GIVE;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.engine.instruments.AlertClass;
import care.trellis.engine.instruments.Scoring;
import care.trellis.organizations.HomeTime;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to answers: one at a time, from whoever holds the code or link, or from staff who
 * interview or transcribe. A safety answer raises its alert here, in the transaction that keeps it,
 * long before anything is submitted.
 */
@Service
public class Answering {

    /** A score so many days old is not told as the last one any more. */
    private static final int TOLD_BACK = 120;

    private final SittingRecords sittings;
    private final AnswerRecords answers;
    private final SubjectRecords subjects;
    private final ResultRecords results;
    private final FeedbackRecords feedback;
    private final AlertRaiser alerts;
    private final Library library;
    private final Audit audit;
    private final Clock clock;
    private final HomeTime home;

    Answering(
            SittingRecords sittings,
            AnswerRecords answers,
            SubjectRecords subjects,
            ResultRecords results,
            FeedbackRecords feedback,
            AlertRaiser alerts,
            Library library,
            Audit audit,
            Clock clock,
            HomeTime home) {
        this.sittings = sittings;
        this.answers = answers;
        this.subjects = subjects;
        this.results = results;
        this.feedback = feedback;
        this.alerts = alerts;
        this.library = library;
        this.audit = audit;
        this.clock = clock;
        this.home = home;
    }

    /** The measure as it stands; the first opening of its sitting is recorded. */
    @Transactional
    public Asked open(Permit permit, AdministrationId id) {
        var measure = permitted(permit, sittings.measure(id).orElseThrow(NotFound::new));
        sittings.opened(measure.sitting(), clock.instant());
        return asked(measure);
    }

    /** Asks in another language from now on, where the sitting is the client's own. */
    @Transactional
    public void speak(Permit permit, Sitting sitting, Language language) {
        permit.require(MEASURE_ANSWER, Giving.resource(sitting.client()));
        boolean everywhere =
                sitting.measures().stream()
                        .allMatch(measure ->
                                library.version(measure.instrument(), measure.version())
                                        .about()
                                        .languages()
                                        .contains(language.code()));
        if (everywhere) {
            sittings.speak(sitting.id(), language);
        }
    }

    /**
     * Keeps one answer; the same answer again changes nothing.
     *
     * @param code the raw option code; null where the question is left out on purpose
     */
    @Transactional
    public Answered answer(
            Permit permit,
            AdministrationId id,
            String item,
            @Nullable Integer code,
            Language language) {
        var measure = permitted(permit, sittings.hold(id).orElseThrow(NotFound::new));
        if (!measure.open()) {
            return new Answered.Over();
        }
        var before = asked(measure);
        var question = before.instrument().item(item);
        if (question == null || (code != null && !question.answers().allows(code))) {
            return new Answered.NotAnAnswer();
        }
        var standing = new LinkedHashMap<String, @Nullable Integer>(before.standing());
        if (!standing.containsKey(item) || !Objects.equals(standing.get(item), code)) {
            answers.add(id, item, code, language, permit.actor().account(), clock.instant());
            standing.put(item, code);
        }
        return new Answered.Kept(raise(measure, before, standing));
    }

    private @Nullable AlertClass raise(
            Administration measure, Asked before, Map<String, @Nullable Integer> standing) {
        var now = new Asked(measure, before.instrument(), standing, before.words());
        AlertClass most = null;
        for (var flag : Scoring.flagsSoFar(now.instrument(), now.answers())) {
            var alert = now.instrument().alertOf(flag);
            if (alert != null && Safety.is(alert)) {
                alerts.raise(measure, alert, flag);
                most = most == null || alert.compareTo(most) < 0 ? alert : most;
            }
        }
        return most;
    }

    /**
     * Finishes a measure: it is scored with what stands, blanks and all. Finishing it again gives
     * the result on record.
     *
     * @param words what the client wants the team to know; empty for nothing
     */
    @Transactional
    public Outcome submit(Permit permit, AdministrationId id, String words) {
        var measure = permitted(permit, sittings.hold(id).orElseThrow(NotFound::new));
        if (measure.cancelled()) {
            throw new NotFound();
        }
        if (measure.submitted()) {
            return results.standing(id).orElseThrow(NotFound::new);
        }
        var asked = asked(measure);
        var sitting = sittings.find(measure.sitting()).orElseThrow();
        var subject = subjects.of(measure.client());
        var now = clock.instant();
        var taken =
                sitting.takenOn() == null
                        ? LocalDate.ofInstant(now, subject.zone())
                        : sitting.takenOn();
        int days = subjects.treatmentDays(subject, taken);
        var outcome =
                Outcome.first(
                        sitting,
                        asked,
                        Scoring.score(asked.instrument(), asked.answers()),
                        taken,
                        days == 0 ? null : days,
                        now);
        results.insert(outcome, permit.actor().account());
        sittings.submitted(measure, now);
        if (!words.isBlank()) {
            feedback.insert(measure, words.strip(), now);
        }
        alerts.raiseAll(measure, asked.instrument(), outcome, subject);
        audit.record(
                permit,
                "measures.result",
                id.value(),
                measure.client().value(),
                measure.instrument());
        return outcome;
    }

    /** What the client is told at the end of a sitting: each total, and the one before it. */
    @Transactional(readOnly = true)
    public List<Told> told(Permit permit, Sitting sitting) {
        permit.require(MEASURE_ANSWER, Giving.resource(sitting.client()));
        var told = new ArrayList<Told>();
        var since = home.day(sitting.askedAt()).minusDays(TOLD_BACK);
        var all = results.since(List.of(sitting.client()), since);
        for (var measure : sitting.measures()) {
            if (Satisfaction.OWN.contains(measure.instrument())) {
                continue;
            }
            var instrument = library.version(measure.instrument(), measure.version());
            BigDecimal before = null;
            for (var outcome : all) {
                var total = outcome.result().total();
                if (outcome.instrument().equals(measure.instrument()) && total != null) {
                    if (outcome.id().equals(measure.id())) {
                        told.add(new Told(instrument, total, before));
                    }
                    before = total;
                }
            }
        }
        return told;
    }

    /** The most urgent class that the answers of a sitting raise; null where there is none. */
    @Transactional(readOnly = true)
    public @Nullable AlertClass safety(Permit permit, Sitting sitting) {
        permit.require(MEASURE_ANSWER, Giving.resource(sitting.client()));
        return sitting.measures().stream()
                .map(this::asked)
                .map(Asked::safety)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Asked asked(Administration measure) {
        return new Asked(
                measure,
                library.version(measure.instrument(), measure.version()),
                answers.standing(measure.id()),
                subjects.of(measure.client()).words());
    }

    /** A holder may touch their own sitting only; staff need the client's permit. */
    private static Administration permitted(Permit permit, Administration measure) {
        permit.require(Giving.resource(measure.client()), MEASURE_ANSWER, MEASURE_GIVE);
        if (permit.action() == MEASURE_ANSWER
                && !permit.actor().account().equals(measure.sitting().value())) {
            throw new NotFound();
        }
        return measure;
    }
}
