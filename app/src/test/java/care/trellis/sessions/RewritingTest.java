package care.trellis.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ten thousand changed series: nobody's session is lost, and no date is given twice. */
class RewritingTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void every_session_ends_up_in_one_place_and_every_date_in_one_hand() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var before = days(random);
            var after = days(random);
            var ahead =
                    before.dates(MONDAY, MONDAY, MONDAY.plusWeeks(5)).stream()
                            .map(slot ->
                                    new Rewriting.Ahead(
                                            new SessionId(UUID.randomUUID()),
                                            slot,
                                            random.nextInt(5) == 0))
                            .toList();
            var dates = after.dates(MONDAY, MONDAY, MONDAY.plusWeeks(5));

            var rewriting = Rewriting.of(ahead, dates, after);

            var placed = new ArrayList<>(rewriting.moved().values());
            placed.addAll(rewriting.kept().values());
            assertThat(placed).doesNotHaveDuplicates();
            placed.addAll(rewriting.added());
            assertThat(placed).containsExactlyInAnyOrderElementsOf(dates);
            var seen = new ArrayList<>(rewriting.moved().keySet());
            seen.addAll(rewriting.kept().keySet());
            seen.addAll(rewriting.alone());
            seen.addAll(rewriting.gone());
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(
                            ahead.stream().map(Rewriting.Ahead::session).toList());
            var fixed = new HashSet<SessionId>();
            ahead.stream().filter(Rewriting.Ahead::fixed).forEach(it -> fixed.add(it.session()));
            assertThat(rewriting.moved().keySet()).noneMatch(fixed::contains);
            assertThat(rewriting.gone()).noneMatch(fixed::contains);
            for (var one : ahead) {
                if (dates.contains(one.slot())) {
                    assertThat(one.fixed() ? rewriting.kept() : rewriting.moved())
                            .as("a date that stays keeps its session")
                            .containsEntry(one.session(), one.slot());
                }
            }
        }
    }

    private static Recurrence days(Random random) {
        var days = new ArrayList<DayOfWeek>();
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(3) == 0) {
                days.add(day);
            }
        }
        return Recurrence.weekly(
                1 + random.nextInt(2), days.isEmpty() ? List.of(DayOfWeek.MONDAY) : days);
    }
}
