package care.trellis.benefits.web;

import care.trellis.base.Money;
import care.trellis.benefits.Estimate;
import care.trellis.benefits.Given;
import care.trellis.web.When;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** An estimate as a client reads it: short sentences, nothing to look up. */
final class EstimateWords {

    private EstimateWords() {}

    /**
     * For somebody whose plan pays a part.
     *
     * @param exempt whether they may not be asked for what the plan leaves
     */
    static List<String> insured(Estimate estimate, boolean exempt) {
        var words = new ArrayList<String>();
        if (exempt) {
            words.add(
                    "You are a Qualified Medicare Beneficiary: the law does not let us ask you for"
                            + " what Medicare leaves of a covered day.");
        }
        var course = estimate.course();
        var usualWeek = estimate.typicalDay().times(course.daysPerWeek());
        if (estimate.limitDay() != null && estimate.limitDay() == 0) {
            words.add("Your plan does not pay for these days.");
            words.add(own(course));
            words.add(all(estimate));
            return words;
        }
        if (estimate.firstDay().equals(estimate.typicalDay())) {
            words.add(
                    "A day costs you about %s, a week of %d days about %s."
                            .formatted(
                                    text(estimate.typicalDay()),
                                    course.daysPerWeek(),
                                    text(usualWeek)));
        } else {
            words.add("Your first day costs about %s.".formatted(text(estimate.firstDay())));
        }
        if (estimate.deductibleWeek() != null) {
            words.add(
                    ("Your deductible is used up in week %d. From then on a day costs you about %s,"
                                    + " a week of %d days about %s.")
                            .formatted(
                                    estimate.deductibleWeek(),
                                    text(estimate.typicalDay()),
                                    course.daysPerWeek(),
                                    text(usualWeek)));
        }
        if (estimate.maximumWeek() != null) {
            words.add(
                    ("In week %d you reach your plan's out-of-pocket maximum: after that, covered"
                                    + " days cost you nothing until the plan's year ends.")
                            .formatted(estimate.maximumWeek()));
        }
        if (estimate.limitDay() != null) {
            words.add(
                    ("Your plan pays for %d days of this course and no more. Each day after that"
                                    + " costs %s, unless the plan grants more.")
                            .formatted(estimate.limitDay(), text(course.charge())));
        }
        words.add(all(estimate));
        return words;
    }

    /** For somebody who pays it all. */
    static List<String> own(Estimate estimate) {
        return List.of(own(estimate.course()), all(estimate));
    }

    /**
     * What is otherwise than in the estimate before this one, as 45 CFR 149.610(b)(1)(x) asks to be
     * told.
     */
    static List<String> changes(Given before, Estimate now, Money perDay, ZoneId zone) {
        var words = new ArrayList<String>();
        var course = now.course();
        words.add(
                "It takes the place of the estimate of %s."
                        .formatted(When.day(LocalDate.ofInstant(before.at(), zone))));
        if (!before.perDay().equals(perDay)) {
            words.add("A day: %s, before %s.".formatted(text(perDay), text(before.perDay())));
        }
        if (before.daysPerWeek() != course.daysPerWeek()) {
            words.add(
                    "Days a week: %d, before %d."
                            .formatted(course.daysPerWeek(), before.daysPerWeek()));
        }
        if (before.weeks() != course.weeks()) {
            words.add("Weeks: %d, before %d.".formatted(course.weeks(), before.weeks()));
        }
        if (!before.total().equals(now.total())) {
            words.add(
                    "Together: %s, before %s.".formatted(text(now.total()), text(before.total())));
        }
        return words;
    }

    private static String own(Estimate.Course course) {
        return "A day costs %s, a week of %d days %s."
                .formatted(
                        text(course.charge()),
                        course.daysPerWeek(),
                        text(course.charge().times(course.daysPerWeek())));
    }

    private static String all(Estimate estimate) {
        return "All %d weeks together, %d days: about %s."
                .formatted(
                        estimate.course().weeks(),
                        estimate.course().days(),
                        text(estimate.total()));
    }

    private static String text(Money amount) {
        return amount.text();
    }
}
