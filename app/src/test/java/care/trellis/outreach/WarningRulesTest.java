package care.trellis.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The early warning adds up before one's eyes. */
class WarningRulesTest {

    private static final LocalDate ADMITTED = LocalDate.of(2026, 2, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 6);

    private final WarningRules rules = new WarningRules();

    WarningRulesTest() throws IOException {}

    @Test
    void somebody_who_comes_is_steady() {
        assertThat(rules.judge(steady()).points()).isZero();
        assertThat(rules.judge(steady()).band()).isEqualTo(Warning.Band.STEADY);
    }

    @Test
    void three_days_away_in_a_row_is_for_acting_today_and_says_why() {
        var days = new ArrayList<>(steady().days());
        for (int back = 1; back <= 3; back++) {
            var day = days.get(days.size() - back);
            days.set(days.size() - back, missed(day.date()));
        }

        var warning = rules.judge(with(days));

        assertThat(warning.band()).isEqualTo(Warning.Band.ACT);
        assertThat(warning.reasons().getFirst().evidence())
                .isEqualTo("Missed the last 3 program days.");
        assertThat(warning.plays()).extracting(Warning.Play::title).contains("Call today");
    }

    @Test
    void an_absence_that_was_agreed_is_no_sign() {
        var days =
                steady().days().stream()
                        .map(day -> new Signals.Day(day.date(), 180, 0, true, false, false))
                        .toList();

        assertThat(rules.judge(with(days)).points()).isZero();
    }

    @Test
    void a_thin_first_week_counts_for_three_weeks_and_no_longer() {
        var first =
                List.of(missed(ADMITTED), missed(ADMITTED.plusDays(2)), came(ADMITTED.plusDays(4)));
        var early = signals(ADMITTED, ADMITTED.plusDays(8), first);
        var later = signals(ADMITTED, ADMITTED.plusDays(30), first);

        assertThat(rules.judge(early).reasons())
                .extracting(Warning.Reason::sign)
                .contains("first-week");
        assertThat(rules.judge(later).reasons())
                .extracting(Warning.Reason::sign)
                .doesNotContain("first-week");
    }

    @Test
    void barriers_count_each_and_no_more_than_three() {
        var one = barriers("Transport");
        var four = barriers("Transport", "Cost", "Childcare", "Work hours");

        assertThat(rules.judge(one).points()).isEqualTo(1);
        assertThat(rules.judge(four).points()).isEqualTo(3);
        assertThat(rules.judge(one).plays()).extracting(Warning.Play::title).contains("Find a way");
    }

    @Test
    void the_points_are_the_sum_of_their_reasons_and_coming_less_never_lowers_them() {
        var random = new Random(5);
        for (int turn = 0; turn < 3_000; turn++) {
            var days = new ArrayList<Signals.Day>();
            for (int back = 27; back >= 0; back--) {
                if (random.nextInt(2) == 0) {
                    var date = TODAY.minusDays(back);
                    days.add(random.nextInt(3) == 0 ? missed(date) : came(date));
                }
            }
            var before = rules.judge(with(days));
            assertThat(before.points())
                    .isEqualTo(before.reasons().stream().mapToInt(Warning.Reason::points).sum());
            int last = days.size() - 1;
            if (last >= 0) {
                days.set(last, missed(days.get(last).date()));
                assertThat(rules.judge(with(days)).points())
                        .as("missing the newest day as well, turn %d", turn)
                        .isGreaterThanOrEqualTo(before.points());
            }
        }
    }

    @Test
    void every_sign_has_a_source_and_none_is_about_who_somebody_is() {
        assertThat(rules.explained())
                .hasSizeGreaterThan(8)
                .allSatisfy(sign -> {
                    assertThat(sign.source()).isNotBlank();
                    assertThat(sign.title().toLowerCase(Locale.ROOT))
                            .doesNotContainPattern("\\b(race|ethnic|sex|gender|age)\\b");
                });
    }

    private static Signals steady() {
        var days = new ArrayList<Signals.Day>();
        for (var date = ADMITTED; !date.isAfter(TODAY); date = date.plusDays(2)) {
            days.add(came(date));
        }
        return with(days);
    }

    private static Signals.Day came(LocalDate date) {
        return new Signals.Day(date, 180, 175, false, false, false);
    }

    private static Signals.Day missed(LocalDate date) {
        return new Signals.Day(date, 180, 0, false, false, false);
    }

    private static Signals with(List<Signals.Day> days) {
        return signals(ADMITTED, TODAY, days);
    }

    private static Signals signals(LocalDate admitted, LocalDate asOf, List<Signals.Day> days) {
        return signals(admitted, asOf, days, List.of());
    }

    private static Signals barriers(String... barriers) {
        return signals(ADMITTED, TODAY, steady().days(), List.of(barriers));
    }

    private static Signals signals(
            LocalDate admitted, LocalDate asOf, List<Signals.Day> days, List<String> barriers) {
        return new Signals(
                admitted, asOf, days, "", asOf, List.of(), false, false, List.of(), barriers);
    }
}
