package care.trellis.transitions.web;

import care.trellis.base.Problem;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramId;
import care.trellis.sessions.TrackId;
import care.trellis.transitions.Proposal;
import care.trellis.transitions.Step;
import care.trellis.web.Form;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What is typed on the page: steps with numbered fields, read into a proposal and back. */
final class LevelForm {

    private static final int LONGEST_WEEK = 168;

    private LevelForm() {}

    /** How many steps the form holds. */
    static int steps(Form form) {
        var steps = form.whole("steps");
        return steps == null ? 1 : Math.clamp(steps, 1, Proposal.MOST_STEPS);
    }

    /** The program chosen, or else the present one. */
    static ProgramId program(Form form, ProgramId present) {
        try {
            return new ProgramId(UUID.fromString(form.value("program")));
        } catch (IllegalArgumentException none) {
            return present;
        }
    }

    /** The proposal; what cannot be read is noted in the form. */
    static Proposal read(Form form, ProgramId present, LocalDate otherwise) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < steps(form); i++) {
            steps.add(
                    new Step(
                            form.requiredDate("from" + i, otherwise, "Choose the first day."),
                            form.choice("level" + i, LevelOfCare.IOP),
                            minutes(form, "hours" + i),
                            week(form.all("days" + i))));
        }
        return new Proposal(program(form, present), steps, form.value("reason"));
    }

    /** The value of a box: a track and a day of the week. */
    static String box(TrackId track, DayOfWeek day) {
        return track.value() + "." + day.getValue();
    }

    private static int minutes(Form form, String field) {
        var hours = form.decimal(field);
        if (hours == null
                || hours.signum() <= 0
                || hours.compareTo(BigDecimal.valueOf(LONGEST_WEEK)) > 0) {
            if (form.error(field).isEmpty()) {
                form.refused(
                        List.of(new Problem(field, "HOURS", "Enter hours a week, such as 9.")));
            }
            return 1;
        }
        return Math.max(1, hours.multiply(BigDecimal.valueOf(60)).intValue());
    }

    private static List<Step.Slot> week(List<String> boxes) {
        var week = new LinkedHashMap<TrackId, Set<DayOfWeek>>();
        for (var box : boxes) {
            var parts = box.split("\\.");
            if (parts.length == 2 && parts[1].matches("[1-7]")) {
                var track = new TrackId(UUID.fromString(parts[0]));
                Objects.requireNonNull(
                                week.computeIfAbsent(
                                        track, first -> EnumSet.noneOf(DayOfWeek.class)))
                        .add(DayOfWeek.of(Integer.parseInt(parts[1])));
            }
        }
        return week.entrySet().stream()
                .map(entry -> new Step.Slot(entry.getKey(), entry.getValue()))
                .toList();
    }
}
