package care.trellis.benefits;

import care.trellis.base.Money;
import care.trellis.benefits.Findings.Answer;
import care.trellis.benefits.Findings.Counter;
import care.trellis.benefits.Findings.Limit;
import care.trellis.benefits.Findings.Network;
import care.trellis.benefits.Findings.State;
import care.trellis.engine.x12.benefits.Benefit;
import care.trellis.engine.x12.benefits.BenefitAnswer;
import care.trellis.engine.x12.benefits.Rejection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a payer's answer (271) means for a program day. Pure. Of several statements that one counts
 * which is nearest to intensive outpatient care: outpatient behavioral before behavioral before the
 * plan as a whole; the person before the family; in network before out of it.
 */
final class PlanAnswer {

    private static final List<Set<String>> NEAREST_FIRST =
            List.of(
                    Set.of("A8", "CF", "CH", "CJ"),
                    Set.of("MH", "AI", "BB", "AJ", "AK"),
                    Set.of("30"));
    private static final Set<String> OF_THE_YEAR = Set.of("", "21", "22", "23", "25");
    private static final String SO_FAR = "24";
    private static final String LEFT = "29";
    private static final int LONGEST = 2_000;

    private PlanAnswer() {}

    static Findings findings(BenefitAnswer answer) {
        var nearest =
                answer.benefits().stream()
                        .filter(one -> rank(one) < NEAREST_FIRST.size())
                        .filter(one -> !Boolean.FALSE.equals(one.inNetwork()))
                        .sorted(
                                Comparator.comparingInt(PlanAnswer::rank)
                                        .thenComparing(one -> one.level().equals("FAM")))
                        .toList();
        return new Findings(
                state(answer),
                Network.UNKNOWN,
                answer.benefits().stream()
                        .filter(one -> one.code().matches("[1-5]") && !one.plan().isBlank())
                        .map(Benefit::plan)
                        .findFirst()
                        .orElse(""),
                limit(nearest),
                counter(nearest, "C"),
                true,
                counter(nearest, "G"),
                first(nearest, "B", one -> one.cents() != null)
                        .map(one -> money(one.cents()))
                        .orElse(null),
                first(nearest, "A", one -> one.percent() != null)
                        .map(one -> percent(one.percent()))
                        .orElse(null),
                nearest.stream()
                        .map(Benefit::authorization)
                        .filter(said -> said != null)
                        .reduce((one, other) -> one || other)
                        .map(needed -> needed ? Answer.YES : Answer.NO)
                        .orElse(Answer.UNKNOWN),
                answer.benefits().stream()
                        .filter(one -> Set.of("R", "U", "W", "MC").contains(one.code()))
                        .flatMap(one -> one.related().stream())
                        .findFirst()
                        .orElse(""),
                "",
                null,
                words(answer));
    }

    private static State state(BenefitAnswer answer) {
        if (answer.active()) {
            return State.ACTIVE;
        }
        return answer.benefits().stream().anyMatch(one -> one.code().matches("[6-8]"))
                ? State.INACTIVE
                : State.UNKNOWN;
    }

    private static int rank(Benefit benefit) {
        for (int rank = 0; rank < NEAREST_FIRST.size(); rank++) {
            if (benefit.serviceTypes().stream().anyMatch(NEAREST_FIRST.get(rank)::contains)) {
                return rank;
            }
        }
        return benefit.serviceTypes().isEmpty() ? NEAREST_FIRST.size() - 1 : NEAREST_FIRST.size();
    }

    private static Optional<Benefit> first(
            List<Benefit> nearest, String code, Predicate<Benefit> also) {
        return nearest.stream()
                .filter(one -> one.code().equals(code) && also.test(one))
                .findFirst();
    }

    /** Total, and what is met: said as such, or as what is left. */
    private static Counter counter(List<Benefit> nearest, String code) {
        var total =
                first(
                        nearest,
                        code,
                        one -> one.cents() != null && OF_THE_YEAR.contains(one.period()));
        // the person's total and the family's rest do not make a sum
        Predicate<Benefit> ofTheTotal =
                one ->
                        one.cents() != null
                                && total.map(it ->
                                                it.level().equals(one.level())
                                                        && rank(it) == rank(one))
                                        .orElse(true);
        var left = first(nearest, code, ofTheTotal.and(one -> one.period().equals(LEFT)));
        var soFar = first(nearest, code, ofTheTotal.and(one -> one.period().equals(SO_FAR)));
        if (total.isEmpty()) {
            return left.map(one -> new Counter(money(one.cents()), Money.ZERO))
                    .orElse(Counter.UNKNOWN);
        }
        var whole = money(total.get().cents());
        if (left.isPresent()) {
            var met = whole.minus(money(left.get().cents()));
            return new Counter(whole, met.cents() < 0 ? Money.ZERO : met);
        }
        return new Counter(whole, soFar.map(one -> money(one.cents())).orElse(null));
    }

    private static @Nullable Limit limit(List<Benefit> nearest) {
        for (var unit : Limit.Unit.values()) {
            var code = unit == Limit.Unit.DAYS ? "DY" : unit == Limit.Unit.VISITS ? "VS" : "HS";
            Predicate<Benefit> counts = one -> one.unit().equals(code) && one.quantity() != null;
            var total = first(nearest, "F", counts.and(one -> !one.period().equals(LEFT)));
            var left = first(nearest, "F", counts.and(one -> one.period().equals(LEFT)));
            if (total.isPresent() || left.isPresent()) {
                int rest = left.map(one -> whole(one.quantity())).orElse(0);
                int all = total.map(one -> whole(one.quantity())).orElse(rest);
                return new Limit(unit, all, left.isPresent() ? Math.max(0, all - rest) : null);
            }
        }
        return null;
    }

    private static String words(BenefitAnswer answer) {
        var words =
                answer.benefits().stream()
                        .flatMap(one -> one.messages().stream())
                        .distinct()
                        .collect(Collectors.joining(" "));
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    private static Money money(@Nullable Long cents) {
        return cents == null ? Money.ZERO : new Money(Math.max(0, cents));
    }

    private static int percent(@Nullable BigDecimal fraction) {
        return fraction == null
                ? 0
                : fraction.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
    }

    private static int whole(@Nullable BigDecimal quantity) {
        return quantity == null
                ? 0
                : Math.max(0, quantity.setScale(0, RoundingMode.DOWN).intValue());
    }

    /** Why there is no answer, in words with the fix (AAA03). */
    static String words(Rejection rejection) {
        return switch (rejection.code()) {
            case "42", "80" -> "The payer cannot answer now: ask again later.";
            case "43", "45", "50", "51" ->
                    "The payer does not know us under this NPI: call provider relations.";
            case "58", "71" -> "The birth date does not match: compare it with the card.";
            case "72" -> "The member id is wrong: compare it with the card.";
            case "73" -> "The name does not match: write it as the card does.";
            case "75", "76", "78" -> "The payer does not find this member: compare the card.";
            default -> "The payer refused the question (code " + rejection.code() + ").";
        };
    }
}
