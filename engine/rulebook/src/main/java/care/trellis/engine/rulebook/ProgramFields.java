package care.trellis.engine.rulebook;

import care.trellis.engine.content.CaseError;
import care.trellis.engine.rulebook.facts.DeliverySystem;
import care.trellis.engine.rulebook.facts.Program;
import care.trellis.engine.rulebook.facts.ProgramType;
import care.trellis.engine.rulebook.facts.Setting;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the program of a payer case. */
final class ProgramFields {

    private static final Set<String> KNOWN =
            Set.of(
                    "setting",
                    "program_type",
                    "offered_days",
                    "hours_per_day",
                    "scheduled_hours_per_week",
                    "week_starts",
                    "weeks_in_service",
                    "clinical_rationale_documented",
                    "nationally_accredited",
                    "bhp_caseload",
                    "bhmp_on_site_share",
                    "average_daily_census",
                    "substance_abuse_counsellors",
                    "group_counselling_held_that_day",
                    "delivery_system",
                    "region");

    private ProgramFields() {}

    static Program read(Fields top) {
        var program = top.object("program", KNOWN);
        return new Program(
                program.choice("setting", Setting.values(), Enum::name),
                program.choice("program_type", ProgramType.values(), ProgramType::word),
                weekdays(program),
                program.number("hours_per_day"),
                program.number("scheduled_hours_per_week"),
                program.date("week_starts"),
                program.whole("weeks_in_service"),
                program.flag("clinical_rationale_documented"),
                program.flag("nationally_accredited"),
                program.whole("bhp_caseload"),
                program.number("bhmp_on_site_share"),
                program.number("average_daily_census"),
                program.number("substance_abuse_counsellors"),
                program.flag("group_counselling_held_that_day"),
                program.choice("delivery_system", DeliverySystem.values(), Enum::name),
                program.text("region"));
    }

    private static @Nullable List<DayOfWeek> weekdays(Fields program) {
        var named = program.texts("offered_days");
        if (named == null) {
            return null;
        }
        var days = new ArrayList<DayOfWeek>();
        for (var name : named) {
            days.add(weekday(name, program.at("offered_days")));
        }
        return days;
    }

    private static DayOfWeek weekday(String name, String path) {
        for (var day : DayOfWeek.values()) {
            if (day.name().equals(name) || day.name().substring(0, 3).equals(name)) {
                return day;
            }
        }
        throw new CaseError("unknown value \"" + name + "\" of " + path);
    }
}
