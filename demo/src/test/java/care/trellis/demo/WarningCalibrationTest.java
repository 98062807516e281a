package care.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.outreach.Warning;
import care.trellis.outreach.WarningRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/**
 * The bounds of the early warning, weighed on one half of two thousand invented stays and checked
 * on the other. Invented people prove the arithmetic, not the medicine.
 */
class WarningCalibrationTest {

    private static final int STAYS = 1000;
    private static final int SOON = 14;
    private static final int RESAMPLES = 1000;

    private final WarningRules rules = new WarningRules();
    private final int watchFrom = rules.bounds().getFirst();
    private final int actFrom = rules.bounds().getLast();
    private final List<Judged> all =
            InventedStay.make(20260302, 2 * STAYS).stream().map(this::judge).toList();
    private final List<Judged> chosenOn = all.subList(0, STAYS);
    private final List<Judged> heldOut = all.subList(STAYS, 2 * STAYS);

    WarningCalibrationTest() throws IOException {}

    /** One week's points, and how it went on. */
    private record Week(int points, boolean breaksOff, int daysLeft) {}

    /** A stay with its weeks. */
    private record Judged(boolean brokeOff, List<Week> weeks) {

        /** Days from the first such warning of the last two weeks; 0 is none. */
        int lead(int from) {
            return weeks.stream()
                    .filter(week -> week.breaksOff() && week.points() >= from)
                    .mapToInt(Week::daysLeft)
                    .max()
                    .orElse(0);
        }
    }

    /** Weeks of one band. */
    private record Count(int judged, int brokeOff) {

        double share() {
            return judged == 0 ? 0 : (double) brokeOff / judged;
        }
    }

    @Test
    void about_three_in_ten_break_off_as_in_what_was_published() {
        double share = (double) all.stream().filter(Judged::brokeOff).count() / all.size();

        assertThat(share).isBetween(0.27, 0.34);
    }

    @Test
    void a_bound_that_held_half_of_them_would_mark_half_of_all_weeks_so_the_bounds_stay() {
        double marked =
                (double) count(chosenOn, points -> points >= 1).judged()
                        / count(chosenOn, _ -> true).judged();

        assertThat(held(chosenOn, 1)).isGreaterThan(0.5);
        assertThat(held(chosenOn, 2)).isLessThan(0.5);
        assertThat(marked).isGreaterThan(0.45);
    }

    @Test
    void a_higher_band_breaks_off_more_often_on_the_half_that_chose_nothing() {
        assertThat(share(Warning.Band.WATCH)).isGreaterThan(share(Warning.Band.STEADY) + 0.01);
        assertThat(share(Warning.Band.ACT)).isGreaterThan(share(Warning.Band.WATCH) + 0.01);
    }

    @Test
    void acting_finds_one_in_seven_and_an_eye_on_it_four_in_ten_while_they_still_come() {
        assertThat(held(heldOut, actFrom)).isBetween(0.12, 0.19);
        assertThat(held(heldOut, watchFrom)).isBetween(0.40, 0.49);
    }

    @Test
    void the_guide_states_what_was_measured() throws IOException {
        var guide = Files.readString(Path.of("../docs/guide/outreach.md"));

        for (var band : Warning.Band.values()) {
            var count = count(heldOut, points -> in(band, points));
            var interval = interval(heldOut, band);
            assertThat(guide)
                    .contains(
                            "| %s | %d | %d | %.0f percent (%.0f to %.0f) |"
                                    .formatted(
                                            band.label(),
                                            count.judged(),
                                            count.brokeOff(),
                                            100 * count.share(),
                                            100 * interval.getFirst(),
                                            100 * interval.getLast()));
        }
        var leads = leads(heldOut);
        assertThat(guide.replace('\n', ' '))
                .contains(
                        "Of %d who broke off, *act today* stood for %d"
                                .formatted(
                                        heldOut.stream().filter(Judged::brokeOff).count(),
                                        leads.size()))
                .contains("in the middle %d days".formatted(leads.get(leads.size() / 2)));
    }

    private double share(Warning.Band band) {
        return count(heldOut, points -> in(band, points)).share();
    }

    private Judged judge(InventedStay stay) {
        var weeks =
                stay.sundays().stream()
                        .map(signals ->
                                new Week(
                                        rules.judge(signals).points(),
                                        stay.breaksOffWithin(SOON, signals.asOf()),
                                        (int)
                                                ChronoUnit.DAYS.between(
                                                        signals.asOf(), stay.lastCame())))
                        .toList();
        return new Judged(stay.brokeOff(), weeks);
    }

    private boolean in(Warning.Band band, int points) {
        return switch (band) {
            case STEADY -> points < watchFrom;
            case WATCH -> points >= watchFrom && points < actFrom;
            case ACT -> points >= actFrom;
        };
    }

    private static Count count(List<Judged> stays, IntPredicate band) {
        int judged = 0;
        int brokeOff = 0;
        for (var stay : stays) {
            for (var week : stay.weeks()) {
                if (band.test(week.points())) {
                    judged++;
                    brokeOff += week.breaksOff() ? 1 : 0;
                }
            }
        }
        return new Count(judged, brokeOff);
    }

    /** The share of all who broke off that was warned of from so many points on. */
    private static double held(List<Judged> stays, int from) {
        var left = stays.stream().filter(Judged::brokeOff).toList();
        return (double) left.stream().filter(stay -> stay.lead(from) > 0).count() / left.size();
    }

    private List<Integer> leads(List<Judged> stays) {
        return stays.stream()
                .map(stay -> stay.lead(actFrom))
                .filter(lead -> lead > 0)
                .sorted()
                .toList();
    }

    /** 95 percent, by drawing stays rather than weeks: the weeks of one person hang together. */
    private List<Double> interval(List<Judged> stays, Warning.Band band) {
        var chance = new Random(1);
        var shares = new ArrayList<Double>();
        for (int draw = 0; draw < RESAMPLES; draw++) {
            var drawn = chance.ints(stays.size(), 0, stays.size()).mapToObj(stays::get).toList();
            shares.add(count(drawn, points -> in(band, points)).share());
        }
        shares.sort(null);
        return List.of(shares.get(RESAMPLES / 40), shares.get(RESAMPLES - RESAMPLES / 40 - 1));
    }
}
