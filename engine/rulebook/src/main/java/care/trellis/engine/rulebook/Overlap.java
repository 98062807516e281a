package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.OtherClaim;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Other claims of the same provider that this claim may not meet.
 *
 * @param conditionCode the code that marks them
 * @param daysBefore how many days before this claim's first day still count as meeting it
 */
record Overlap(String conditionCode, int daysBefore) implements Fact.Reader {

    @Override
    public void read(Scene scene) {
        scene.exactly(count(scene));
    }

    private int count(Scene scene) {
        var from = from(scene);
        var through = through(scene);
        if (from == null || through == null) {
            return 0;
        }
        int claims = 0;
        for (var other : scene.week.otherClaims()) {
            claims += meets(other, from, through) ? 1 : 0;
        }
        return claims;
    }

    private boolean meets(OtherClaim other, LocalDate from, LocalDate through) {
        return Boolean.TRUE.equals(other.sameProvider())
                && other.conditionCodes() != null
                && other.conditionCodes().contains(conditionCode)
                && other.statementFrom() != null
                && other.statementThrough() != null
                && !other.statementFrom().isAfter(through)
                && !other.statementThrough().isBefore(from.minusDays(daysBefore));
    }

    private static @Nullable LocalDate from(Scene scene) {
        var stated = scene.week.billing().statementFrom();
        return stated != null || scene.days.isEmpty() ? stated : scene.days.getFirst().date;
    }

    private static @Nullable LocalDate through(Scene scene) {
        var stated = scene.week.billing().statementThrough();
        return stated != null || scene.days.isEmpty() ? stated : scene.days.getLast().date;
    }
}
