package care.trellis.aftercare;

import care.trellis.papers.Answers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the discharge form promises, read from its answers. */
final class DischargePaper {

    /** The form it is signed on. */
    static final String FORM = "discharge";

    /** The first appointment is due within a week, and so is what has no day of its own. */
    private static final int FIRST_DAYS = 7;

    private static final int APPOINTMENTS = 3;

    /** A promise that has no id yet. */
    record Made(Promise.Kind kind, LocalDate due, String words) {}

    private DischargePaper() {}

    /** Every promise of the form, the check-ins only where the client agreed to them. */
    static List<Made> promises(Answers answers, LocalDate signedOn) {
        var last = day(answers.one("last_day")).orElse(signedOn);
        var made = new ArrayList<Made>();
        for (int row = 0; row < APPOINTMENTS; row++) {
            var cell = "appointments." + row + ".";
            var words =
                    Stream.of(answers.one(cell + 0), answers.one(cell + 2))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(", "));
            if (!words.isEmpty()) {
                made.add(
                        new Made(
                                Promise.Kind.APPOINTMENT,
                                day(answers.one(cell + 1)).orElse(last.plusDays(FIRST_DAYS)),
                                words));
            }
        }
        if (!answers.one("referrals").isEmpty()) {
            made.add(
                    new Made(
                            Promise.Kind.REFERRAL,
                            last.plusDays(FIRST_DAYS),
                            answers.one("referrals")));
        }
        if (answers.yes("alumni_consent")) {
            var way = answers.one("alumni_way");
            for (var after : answers.all("check_in_days")) {
                days(after)
                        .ifPresent(days ->
                                made.add(
                                        new Made(
                                                Promise.Kind.CHECK_IN,
                                                last.plusDays(days),
                                                way.isEmpty()
                                                        ? after + " after the stay"
                                                        : way + ", " + after + " after the stay")));
            }
        }
        return made;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> days(String answer) {
        var number = answer.replaceAll("\\D", "");
        return number.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(number));
    }
}
