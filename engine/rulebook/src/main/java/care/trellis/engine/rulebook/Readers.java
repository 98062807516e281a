package care.trellis.engine.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Readers of facts that take parameters from the file. */
final class Readers {

    private Readers() {}

    /** Counts the sessions of the day or week that count and meet the conditions. */
    static Fact.Reader sessions(List<Test> of, boolean ofDay) {
        return scene -> {
            int sure = 0;
            int possible = 0;
            var before = scene.entry;
            for (var day : ofDay ? List.of(scene.day()) : scene.days) {
                for (var entry : day.entries) {
                    if (entry.counts && (scene.withHeld || !entry.held)) {
                        scene.entry = entry;
                        var outcome = Test.all(of, scene);
                        sure += outcome == Outcome.PASS ? 1 : 0;
                        possible += outcome == Outcome.FAIL ? 0 : 1;
                    }
                }
            }
            scene.entry = before;
            scene.low = sure;
            scene.high = possible;
        };
    }

    /** Counts the charged lines of the day that meet the conditions. */
    static Fact.Reader lines(List<Test> of) {
        return scene -> {
            int sure = 0;
            int possible = 0;
            var before = scene.line;
            for (var line : scene.day().lines) {
                scene.line = line;
                var outcome = Test.all(of, scene);
                sure += outcome == Outcome.PASS ? 1 : 0;
                possible += outcome == Outcome.FAIL ? 0 : 1;
            }
            scene.line = before;
            scene.low = sure;
            scene.high = possible;
        };
    }

    /** Counts earlier services of these codes, by this provider, less than so many months ago. */
    static Fact.Reader earlierServices(Set<String> codes, int withinMonths) {
        return scene -> {
            var today = scene.day().date;
            int count = 0;
            for (var past : scene.week.history()) {
                boolean same =
                        past.code() != null
                                && codes.contains(past.code())
                                && !Boolean.FALSE.equals(past.sameProvider());
                count += same && within(past.date(), today, withinMonths) ? 1 : 0;
            }
            scene.exactly(count);
        };
    }

    private static boolean within(@Nullable LocalDate then, LocalDate today, int months) {
        return then != null && then.isBefore(today) && then.plusMonths(months).isAfter(today);
    }
}
