package care.trellis.cashier;

import care.trellis.base.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An agreement to pay what is owed in parts, without interest.
 *
 * @param parts at most four: more would be credit under Regulation Z (12 CFR 1026.2(a)(17))
 */
public record Agreement(
        UUID id,
        Money total,
        int parts,
        Every every,
        LocalDate first,
        Instant agreedAt,
        String by) {

    /** More parts than this bring the papers of a lender. */
    public static final int MOST_PARTS = 4;

    /** How often a part is due. */
    public enum Every {
        WEEK("Every week"),
        TWO_WEEKS("Every two weeks"),
        MONTH("Every month");

        private final String label;

        Every(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** One part. */
    public record Part(LocalDate due, Money amount) {}

    /** The parts, the odd cents in the first. */
    public List<Part> schedule() {
        long each = total.cents() / parts;
        var schedule = new ArrayList<Part>();
        for (int n = 0; n < parts; n++) {
            var due =
                    switch (every) {
                        case WEEK -> first.plusWeeks(n);
                        case TWO_WEEKS -> first.plusWeeks(2L * n);
                        case MONTH -> first.plusMonths(n);
                    };
            schedule.add(
                    new Part(due, new Money(n == 0 ? total.cents() - each * (parts - 1) : each)));
        }
        return schedule;
    }

    /** What should have come by that day. */
    public Money dueBy(LocalDate day) {
        return schedule().stream()
                .filter(part -> !part.due().isAfter(day))
                .map(Part::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
