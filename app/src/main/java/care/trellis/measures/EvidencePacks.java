package care.trellis.measures;

import static care.trellis.base.Action.MEASURE_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.measures.Evidence.Line;
import care.trellis.measures.Evidence.Line.Kind;
import care.trellis.organizations.HomeTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to the proof of value: made for days that are over, kept with its hash, and made
 * again whenever a payer asks. What is wrong in it can be found by anybody with the same records.
 */
@Service
public class EvidencePacks {

    private static final String FORMAT = "trellis-evidence/1";
    private static final int SECOND_WEEK_KNOWN = 13;
    private static final int AGAIN_KNOWN = 30;

    private final EvidenceRecords records;
    private final PastTrends trends;
    private final Audit audit;
    private final Once once;
    private final Clock clock;
    private final HomeTime home;

    EvidencePacks(
            EvidenceRecords records,
            PastTrends trends,
            Audit audit,
            Once once,
            Clock clock,
            HomeTime home) {
        this.records = records;
        this.trends = trends;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
        this.home = home;
    }

    /** Those made before about the reader's sites, the newest first. */
    @Transactional(readOnly = true)
    public List<Evidence> all(Permit permit) {
        permit.require(MEASURE_VIEW);
        return records.all(permit);
    }

    /**
     * One that was made.
     *
     * @throws NotFound where there is none about the reader's sites
     */
    @Transactional
    public Evidence open(Permit permit, UUID id) {
        permit.require(MEASURE_VIEW);
        var found = records.find(permit, id).orElseThrow(NotFound::new);
        audit.record(permit, "measures.evidence", id, null);
        return found;
    }

    /**
     * Makes one about the stays that began in these days.
     *
     * @param key made with the form; becomes its id
     * @param to before today, so that its days are over
     */
    @Transactional
    public Change<UUID> make(Permit permit, UUID key, LocalDate from, LocalDate to) {
        permit.require(MEASURE_VIEW);
        var today = home.today();
        var problems =
                new Problems()
                        .require(!to.isBefore(from), "to", "ORDER", "It ends before it begins.")
                        .require(to.isBefore(today), "to", "NOT_OVER", "Choose a day before today.")
                        .require(
                                from.plusYears(2).isAfter(to),
                                "from",
                                "TOO_LONG",
                                "Choose at most two years.");
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "evidence " + from + to)) {
            records.insert(key, permit, content(permit, from, to), clock.instant());
            audit.record(permit, "measures.evidence", key, null, from + " to " + to);
        }
        return new Change.Done<>(key);
    }

    /** The same question asked again, over the records as they are now. */
    @Transactional
    public Evidence.Content again(Permit permit, Evidence evidence) {
        permit.require(MEASURE_VIEW);
        return content(permit, evidence.from(), evidence.to());
    }

    /** The hash that such a content has. */
    public String hash(Evidence.Content content) {
        return EvidenceRecords.hash(records.written(content));
    }

    private Evidence.Content content(Permit permit, LocalDate from, LocalDate to) {
        var stays =
                records.stays(from, to).stream()
                        .filter(one -> permit.actor().worksAt(one.site()))
                        .toList();
        var charted = trends.of(permit, from, to);
        audit.recordMany(permit, "measures.outcomes", null, charted.size());
        var lines = new ArrayList<Line>();
        lines.add(
                new Line(
                        "Admissions",
                        "Stays that began in the period.",
                        Kind.COUNT,
                        stays.size(),
                        stays.size() < ProgramOutcomes.SMALLEST ? null : (double) stays.size(),
                        null,
                        null));
        lines.add(
                share(
                        "Still coming in the second week",
                        "Of stays that began at least 13 days before the last day: came to at least one group on the 8th to 14th day.",
                        stays.stream()
                                .filter(one ->
                                        !one.admittedOn().plusDays(SECOND_WEEK_KNOWN).isAfter(to))
                                .toList(),
                        EvidenceRecords.StayRow::secondWeek));
        lines.add(places(permit, from, to));
        var ended = stays.stream().filter(one -> one.endedOn() != null).toList();
        lines.add(
                share(
                        "Completed or moved on as planned",
                        "Of stays that began and ended in the period: the reason is completed, or transferred to another level or provider.",
                        ended,
                        one ->
                                "COMPLETED".equals(one.reason())
                                        || "TRANSFERRED".equals(one.reason())));
        lines.add(
                share(
                        "Left against advice or lost",
                        "Of the same: the reason is left against advice, or lost contact.",
                        ended,
                        one ->
                                "LEFT_AGAINST_ADVICE".equals(one.reason())
                                        || "LOST_CONTACT".equals(one.reason())));
        lines.add(
                share(
                        "Admitted again within 30 days",
                        "Of stays that ended at least 30 days before the last day: admitted to a program of ours again by the 30th day. Other providers are not seen.",
                        ended.stream()
                                .filter(one -> {
                                    var on = one.endedOn();
                                    return on != null && !on.plusDays(AGAIN_KNOWN).isAfter(to);
                                })
                                .toList(),
                        EvidenceRecords.StayRow::again));
        lines.addAll(EvidenceScores.of(byInstrument(charted)));
        return new Evidence.Content(
                FORMAT,
                from.toString(),
                to.toString(),
                lines,
                List.of(
                        "Days from referral to admission: referrals are not kept yet.",
                        "Outcomes 90 and 180 days after discharge: measures after a stay are not counted yet.",
                        "Cost of care elsewhere: only the payer knows it.",
                        "Missing scores are counted, never filled in; nobody is left out because of a bad course."));
    }

    private Line places(Permit permit, LocalDate from, LocalDate to) {
        var kept = records.kept(permit, from, to);
        return new Line(
                "Places kept",
                "Of all places on rosters of sessions that took place in the period: the client was there. One client holds many places, so no interval is given.",
                Kind.SHARE,
                kept.scheduled(),
                kept.scheduled() < ProgramOutcomes.SMALLEST
                        ? null
                        : EvidenceScores.rounded((double) kept.kept() / kept.scheduled()),
                null,
                null);
    }

    private static Line share(
            String name,
            String definition,
            List<EvidenceRecords.StayRow> all,
            Predicate<EvidenceRecords.StayRow> what) {
        return EvidenceScores.share(
                name, definition, (int) all.stream().filter(what).count(), all.size());
    }

    private static TreeMap<String, List<Trend>> byInstrument(List<Trends.Charted> charted) {
        var by = new TreeMap<String, List<Trend>>();
        for (var one : charted) {
            for (var trend : one.trends()) {
                if (trend.scale().isEmpty() && trend.rules().reliable() != null) {
                    by.computeIfAbsent(trend.instrument().id(), any -> new ArrayList<>())
                            .add(trend);
                }
            }
        }
        return by;
    }
}
