package care.trellis.demo;

import static care.trellis.base.Action.CASHIER_EDIT;
import static care.trellis.base.Action.CASHIER_POLICY;
import static care.trellis.base.Action.CASHIER_TAKE;
import static care.trellis.base.Action.CASHIER_VIEW;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.cashier.Agreement;
import care.trellis.cashier.Cashier;
import care.trellis.cashier.Determination;
import care.trellis.cashier.Fees;
import care.trellis.cashier.Payment;
import care.trellis.cashier.Policy;
import care.trellis.cashier.Statements;
import care.trellis.cashier.Wish;
import care.trellis.cashier.Wishes;
import care.trellis.cashier.web.AccountPapers;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Clients' money: the director sets the rules once, the front desk takes payments on Fridays, and
 * the day before the story ends holds statements, a plan, a fee by income and a refund that waits
 * for the director.
 */
@InDemo
class MoneyDesk {

    private static final long COPAY_CENTS = 3_000;
    private static final Money PAID_TWICE = new Money(15_000);

    private final Cashier cashier;
    private final Fees fees;
    private final Wishes wishes;
    private final Statements statements;
    private final AccountPapers papers;

    MoneyDesk(
            Cashier cashier,
            Fees fees,
            Wishes wishes,
            Statements statements,
            AccountPapers papers) {
        this.cashier = cashier;
        this.fees = fees;
        this.wishes = wishes;
        this.statements = statements;
        this.papers = papers;
    }

    /** The week that begins on this Monday. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var steps = new ArrayList<Step>();
        var story = clinic.plan().story();
        if (monday.equals(story.opening())) {
            steps.add(
                    new Step(
                            Place.HOLLOW.at(monday, LocalTime.of(4, 40)),
                            () ->
                                    fees.set(
                                                    clinic.badges()
                                                            .of(Colleague.DANA, CASHIER_POLICY),
                                                    Ids.next(),
                                                    Policy.usual(monday))
                                            .orThrow()));
        }
        var friday = monday.with(DayOfWeek.FRIDAY);
        steps.add(
                new Step(
                        Place.HOLLOW.at(friday, LocalTime.of(16, 20)), () -> take(clinic, friday)));
        var yesterday = story.until().atZone(Place.HOLLOW.zone()).toLocalDate().minusDays(1);
        if (monday.equals(yesterday.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))) {
            steps.add(
                    new Step(
                            Place.HOLLOW.at(yesterday, LocalTime.of(17, 10)),
                            () -> agree(clinic, yesterday)));
        }
        return steps;
    }

    /** Most pay something when they owe: a copay or a few at once, some by check. */
    private void take(Clinic clinic, LocalDate day) {
        var see = clinic.badges().of(Colleague.BEN, CASHIER_VIEW);
        var take = clinic.badges().of(Colleague.BEN, CASHIER_TAKE);
        for (var owing : cashier.owing(see)) {
            int turn =
                    Math.floorMod(
                            Objects.hash(owing.client().value().hashCode(), day.toEpochDay()), 10);
            long owed = owing.balance().cents();
            if (owed < COPAY_CENTS || turn < 4) {
                continue;
            }
            boolean check = turn == 9;
            cashier.take(
                            take,
                            Ids.next(),
                            owing.client(),
                            new Money(
                                    turn < 7
                                            ? Math.min(owed, COPAY_CENTS * 2)
                                            : turn == 7 ? owed + COPAY_CENTS : owed),
                            check ? Payment.Method.CHECK : Payment.Method.CASH,
                            check ? String.valueOf(1_000 + turn + day.getDayOfYear()) : "",
                            day)
                    .orThrow();
        }
    }

    /**
     * The largest balance is paid in parts, the next one has a fee by income, two get a statement;
     * somebody paid twice and waits for the director's word.
     */
    private void agree(Clinic clinic, LocalDate day) {
        var take = clinic.badges().of(Colleague.BEN, CASHIER_TAKE);
        var edit = clinic.badges().of(Colleague.BEN, CASHIER_EDIT);
        var all =
                cashier.owing(clinic.badges().of(Colleague.BEN, CASHIER_VIEW)).stream()
                        .filter(one -> one.balance().cents() > COPAY_CENTS)
                        .toList();
        if (all.size() < 4) {
            return;
        }
        statements
                .agree(
                        edit,
                        Ids.next(),
                        all.getFirst().client(),
                        4,
                        Agreement.Every.MONTH,
                        day.plusWeeks(2))
                .orThrow();
        fees.determine(
                        edit,
                        Ids.next(),
                        all.get(1).client(),
                        new Fees.Income(
                                3,
                                new Money(2_400_000),
                                "MAINLAND",
                                Determination.Proof.PAY_STUBS,
                                "Two stubs of last month seen; one child, one parent at home."),
                        day.minusDays(45))
                .orThrow();
        papers.give(take, Ids.next(), all.getFirst().client());
        papers.give(take, Ids.next(), all.get(2).client());
        var twice = all.get(3);
        cashier.take(
                        take,
                        Ids.next(),
                        twice.client(),
                        twice.balance().plus(PAID_TWICE),
                        Payment.Method.CHECK,
                        "1207",
                        day)
                .orThrow();
        wishes.ask(
                        edit,
                        Ids.next(),
                        twice.client(),
                        Wish.Kind.REFUND,
                        PAID_TWICE,
                        "A check came after the desk was paid in cash; asks for it back.")
                .orThrow();
    }
}
