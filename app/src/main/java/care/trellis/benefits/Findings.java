package care.trellis.benefits;

import care.trellis.base.Money;
import care.trellis.base.Problems;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a payer says of one coverage for a program day. What was not said is absent, never guessed.
 *
 * @param plan the plan in the payer's words; empty when not said
 * @param limit of program days in the plan's year; null when none was named
 * @param deductible of the year, and what of it is met
 * @param deductibleApplies whether a program day counts towards the deductible at all
 * @param maximum the most that the client pays out of pocket in the year, and what of it is met
 * @param copay of a program day
 * @param coinsurance the client's part in whole percent, after the deductible
 * @param carveOut who holds the behavioural benefit where it is not this payer; empty if it is
 * @param carveOutContact how they are reached
 * @param allowed what the plan allows for a program day
 * @param words whatever else was said; personal, sealed where it is kept
 */
public record Findings(
        State state,
        Network network,
        String plan,
        @Nullable Limit limit,
        Counter deductible,
        boolean deductibleApplies,
        Counter maximum,
        @Nullable Money copay,
        @Nullable Integer coinsurance,
        Answer authorization,
        String carveOut,
        String carveOutContact,
        @Nullable Money allowed,
        String words) {

    private static final int LONGEST = 2_000;

    /** Whether the coverage is in force. */
    public enum State {
        ACTIVE("Active"),
        INACTIVE("Not active"),
        UNKNOWN("Not said");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** Whether we are in the plan's network. */
    public enum Network {
        IN("In network"),
        OUT("Out of network"),
        UNKNOWN("Network not said");

        private final String label;

        Network(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** A yes or no that may not have been said. */
    public enum Answer {
        YES("Yes"),
        NO("No"),
        UNKNOWN("Not said");

        private final String label;

        Answer(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /**
     * How much of the program the plan pays for in its year.
     *
     * @param used null when not said
     */
    public record Limit(Unit unit, int total, @Nullable Integer used) {

        /** A program day has at least so many hours, for limits that count hours. */
        private static final int HOURS_A_DAY = 3;

        /** What a limit counts. */
        public enum Unit {
            DAYS("days"),
            VISITS("visits"),
            HOURS("hours");

            private final String label;

            Unit(String label) {
                this.label = label;
            }

            /** As people say it. */
            public String label() {
                return label;
            }
        }

        /** What is left in its own unit, never below nothing. */
        public int left() {
            return Math.max(0, total - Objects.requireNonNullElse(used, 0));
        }

        /** The program days that are left; one of a limit in hours takes three of them. */
        public int daysLeft() {
            return unit == Unit.HOURS ? left() / HOURS_A_DAY : left();
        }
    }

    /** An amount of the year and what of it is met; null where it was not said. */
    public record Counter(@Nullable Money total, @Nullable Money met) {

        /** Nothing was said. */
        public static final Counter UNKNOWN = new Counter(null, null);

        /** What is left, never below nothing; null where the amount itself was not said. */
        public @Nullable Money left() {
            if (total == null) {
                return null;
            }
            var left = total.minus(met == null ? Money.ZERO : met);
            return left.cents() < 0 ? Money.ZERO : left;
        }
    }

    /** Nothing but that the coverage was looked at. */
    public static Findings nothing(State state) {
        return new Findings(
                state,
                Network.UNKNOWN,
                "",
                null,
                Counter.UNKNOWN,
                true,
                Counter.UNKNOWN,
                null,
                null,
                Answer.UNKNOWN,
                "",
                "",
                null,
                "");
    }

    /** The same where nothing of it may be asked of the client: the plan's limit still holds. */
    public Findings exempt() {
        return new Findings(
                state,
                network,
                plan,
                limit,
                deductible,
                false,
                maximum,
                Money.ZERO,
                0,
                authorization,
                carveOut,
                carveOutContact,
                allowed,
                words);
    }

    /** What cannot be, field by field. */
    Problems problems() {
        return new Problems()
                .require(
                        limit == null || limit.used() == null || limit.used() <= limit.total(),
                        "limitUsed",
                        "MORE_THAN_ALL",
                        "No more can be used than there is.")
                .require(
                        notMoreMet(deductible),
                        "deductibleMet",
                        "MORE_THAN_ALL",
                        "No more can be met than the deductible.")
                .require(
                        notMoreMet(maximum),
                        "maximumMet",
                        "MORE_THAN_ALL",
                        "No more can be met than the out-of-pocket maximum.")
                .require(
                        coinsurance == null || (coinsurance >= 0 && coinsurance <= 100),
                        "coinsurance",
                        "PERCENT_RANGE",
                        "A percentage is between 0 and 100.")
                .require(
                        !carveOut.isBlank() || carveOutContact.isBlank(),
                        "carveOut",
                        "MISSING",
                        "Name who holds the behavioral benefit.")
                .atMost(plan, 120, "plan", "the plan's name")
                .atMost(carveOut, 120, "carveOut", "the name")
                .atMost(carveOutContact, 120, "carveOutContact", "the contact")
                .atMost(words, LONGEST, "words", "what else was said");
    }

    private static boolean notMoreMet(Counter counter) {
        var total = counter.total();
        var met = counter.met();
        return total == null || met == null || met.compareTo(total) <= 0;
    }

    /** What was said stays out of logs. */
    @Override
    public String toString() {
        return "Findings[" + state + "]";
    }
}
