package care.trellis.cashier;

import care.trellis.base.Money;
import care.trellis.base.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of clients' money. They hold for everybody alike: no form lets anybody choose a fee.
 *
 * @param id null while it is not on record
 * @param from the first day on which it holds
 * @param dayRate of a program day that no payer is asked for
 * @param classes by income, ascending; above the last one the whole rate is paid
 * @param nominal a day of the class that pays nothing else
 * @param secondAbove refunds and what is given up above this amount take a second person
 * @param statementsBefore so many statements must have gone out before a debt is given up
 * @param daysBefore and the oldest of it must be so many days old
 * @param shares whether nobody pays more of a day after a payer than without one
 */
public record Policy(
        @Nullable UUID id,
        LocalDate from,
        Money dayRate,
        List<FeeClass> classes,
        Money nominal,
        Money secondAbove,
        int statementsBefore,
        int daysBefore,
        boolean shares) {

    /**
     * A class of income.
     *
     * @param upTo percent of the poverty guideline, itself within
     * @param pays percent of the rate
     */
    public record FeeClass(int upTo, int pays) {}

    /** Keeps its own copy of the list. */
    public Policy {
        classes = List.copyOf(classes);
    }

    /** What to begin from: full discount up to the guideline, none above twice of it. */
    public static Policy usual(LocalDate from) {
        return new Policy(
                null,
                from,
                new Money(24_000),
                List.of(
                        new FeeClass(100, 0),
                        new FeeClass(133, 25),
                        new FeeClass(166, 50),
                        new FeeClass(200, 75)),
                new Money(1_000),
                new Money(10_000),
                3,
                120,
                true);
    }

    /** What a percentage of the guideline pays of the rate, in percent. */
    public int pays(int percent) {
        return classes.stream()
                .filter(one -> percent <= one.upTo())
                .map(FeeClass::pays)
                .findFirst()
                .orElse(100);
    }

    /** What a day costs somebody of a class; never less than the nominal charge. */
    public Money dayAt(int pays) {
        long cents = Math.floorDiv(dayRate.cents() * pays + 50, 100);
        return new Money(Math.min(dayRate.cents(), Math.max(cents, nominal.cents())));
    }

    /** What cannot be, field by field. */
    Problems problems() {
        var problems =
                new Problems()
                        .require(
                                dayRate.cents() > 0,
                                "dayRate",
                                "MISSING",
                                "Enter what a day costs.")
                        .require(
                                nominal.compareTo(dayRate) <= 0,
                                "nominal",
                                "MORE_THAN_ALL",
                                "A nominal charge is no more than the rate.")
                        .require(
                                statementsBefore >= 1 && daysBefore >= 1,
                                "daysBefore",
                                "TOO_SOON",
                                "Nothing is given up before a statement and a day.");
        int last = 0;
        int pays = -1;
        for (var one : classes) {
            problems.require(
                    one.upTo() > last && one.pays() > pays && one.pays() <= 100,
                    "classes",
                    "CLASS_ORDER",
                    "Each class reaches further and pays more than the one before it.");
            last = one.upTo();
            pays = one.pays();
        }
        return problems;
    }
}
