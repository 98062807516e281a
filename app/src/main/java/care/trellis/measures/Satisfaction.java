package care.trellis.measures;

import static care.trellis.base.Action.MEASURE_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to what clients think of the program: how many of those asked answered, what they
 * said in figures, and what they wrote to the team.
 */
@Service
public class Satisfaction {

    /** Our own session check and survey; neither is a validated instrument. */
    public static final List<String> OWN = List.of("SESSION-CHECK", "SATISFACTION");

    private static final int MOST = 100;

    /**
     * One of the two.
     *
     * @param asked how many were handed out and not called off
     * @param mean of the totals; null for fewer than {@link ProgramOutcomes#SMALLEST} answers
     */
    public record Asked(String instrument, int asked, int answered, @Nullable Spread mean) {}

    /** A mean in the middle of what is possible. */
    public record Spread(Figures.Interval interval, BigDecimal highest) {}

    private final SatisfactionRecords records;
    private final FeedbackRecords feedback;
    private final Library library;
    private final Audit audit;
    private final Clock clock;

    Satisfaction(
            SatisfactionRecords records,
            FeedbackRecords feedback,
            Library library,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.feedback = feedback;
        this.library = library;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the last days were answered. */
    @Transactional(readOnly = true)
    public List<Asked> asked(Permit permit, int days) {
        permit.require(MEASURE_VIEW);
        var from = clock.instant().minus(Duration.ofDays(days));
        var all = new ArrayList<Asked>();
        for (var id : OWN) {
            var instrument = library.rules(id);
            var counted = records.counted(id, from);
            var totals = records.totals(id, from);
            var range = instrument == null ? null : instrument.about().totals();
            all.add(
                    new Asked(
                            id,
                            counted.asked(),
                            counted.answered(),
                            totals.size() < ProgramOutcomes.SMALLEST || range == null
                                    ? null
                                    : new Spread(Figures.mean(totals), range.to())));
        }
        return all;
    }

    /** What clients of the reader's sites wrote in the last days, the newest first. */
    @Transactional
    public List<Feedback> words(Permit permit, int days) {
        permit.require(MEASURE_VIEW);
        var found =
                feedback.since(clock.instant().minus(Duration.ofDays(days)), MOST).stream()
                        .filter(one -> permit.actor().worksAt(one.site()))
                        .toList();
        audit.recordMany(permit, "measures.feedback", null, found.size());
        return found;
    }

    /** Marks that the team read what a client wrote. */
    @Transactional
    public void read(Permit permit, AdministrationId id) {
        permit.require(MEASURE_VIEW);
        var one =
                words(permit, 365).stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        feedback.read(id, permit.actor().account(), clock.instant());
        audit.record(permit, "measures.feedback", id.value(), one.client().value(), "read");
    }
}
