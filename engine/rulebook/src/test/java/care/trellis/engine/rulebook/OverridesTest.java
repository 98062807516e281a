package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import care.trellis.engine.rulebook.facts.Authorization;
import care.trellis.engine.rulebook.facts.Client;
import care.trellis.engine.rulebook.facts.Course;
import care.trellis.engine.rulebook.facts.Modality;
import care.trellis.engine.rulebook.facts.PlanOfCare;
import care.trellis.engine.rulebook.facts.Program;
import care.trellis.engine.rulebook.facts.ServiceType;
import care.trellis.engine.rulebook.facts.Session;
import care.trellis.engine.rulebook.facts.Week;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverridesTest {

    static final LocalDate MONDAY = LocalDate.of(2024, 9, 16);
    static final Rulebook NEW_YORK = Rulebooks.library().find("NY_OASAS_IOS", MONDAY);

    @Test
    void a_limit_is_overridden_with_its_code_and_the_trace_names_author_and_reason() {
        var rulebook = applied(override("rules/day-minutes/at_least", "150"));

        var day = day(rulebook, 149);

        assertThat(day.reason()).isEqualTo("DAY_MINUTES_LT_150");
        assertThat(day.because().getFirst().citation())
                .isEqualTo(
                        "local override by A. Lee, in force since 2024-09-01: amendment 3;"
                                + " instead of: WCH, Intensive Outpatient Service (restates OASAS APG"
                                + " guidance), https://wchsb.com/wch-news/intensive-outpatient-service-ios");
        assertThat(day(rulebook, 150).billable()).isTrue();
        assertThat(day(NEW_YORK, 150).billable()).isFalse();
    }

    @Test
    void a_rule_can_be_taken_out() {
        assertThat(day(applied(override("rules/day-minutes", LocalOverride.OFF)), 20).billable())
                .isTrue();
    }

    @Test
    void what_a_day_bills_can_be_overridden() {
        assertThat(day(applied(override("bill/0/code", "H0015")), 180).bill().code())
                .isEqualTo("H0015");
    }

    @Test
    void what_the_rules_leave_open_can_be_laid_down_and_only_what_a_claim_knows() {
        var tricare = Rulebooks.library().find("TRICARE_IOP", MONDAY);

        var outcome = outcome(tricare, override("bill/0/modifiers", "HF, U1"));
        assertThat(outcome).isInstanceOf(OverrideOutcome.Applied.class);
        var bill = day(((OverrideOutcome.Applied) outcome).rulebook(), 180).bill();
        assertThat(bill.modifiers()).containsExactly("HF", "U1");
        assertThat(outcome(tricare, override("bill/0/colour", "blue")))
                .isInstanceOf(OverrideOutcome.Refused.class);
        assertThat(outcome(tricare, override("bill/7/code", "H0015")))
                .isInstanceOf(OverrideOutcome.Refused.class);
    }

    @Test
    void a_group_of_credentials_is_replaced_by_a_list() {
        var indiana = Rulebooks.library().find("IN_MEDICAID_IOT", MONDAY);

        assertThat(outcome(indiana, override("credentials/QBHP", "QBHP, LCSW-A")))
                .isInstanceOf(OverrideOutcome.Applied.class);
    }

    @Test
    void outside_of_its_days_an_override_changes_nothing() {
        var september =
                new LocalOverride(
                        "rules/day-minutes/at_least",
                        "150",
                        "A. Lee",
                        "amendment 3",
                        LocalDate.of(2024, 9, 17),
                        LocalDate.of(2024, 9, 30));

        assertThat(Overrides.apply(NEW_YORK, List.of(september), MONDAY))
                .isEqualTo(new OverrideOutcome.Applied(NEW_YORK));
        assertThat(Overrides.apply(NEW_YORK, List.of(september), LocalDate.of(2024, 10, 1)))
                .isEqualTo(new OverrideOutcome.Applied(NEW_YORK));
        assertThat(Overrides.apply(NEW_YORK, List.of(september), LocalDate.of(2024, 9, 30)))
                .isNotEqualTo(new OverrideOutcome.Applied(NEW_YORK));
    }

    @Test
    void another_set_of_overrides_is_another_version() {
        var one = applied(override("rules/day-minutes/at_least", "150"));
        var other = applied(override("rules/day-minutes/at_least", "160"));

        assertThat(one.id()).isEqualTo(NEW_YORK.id());
        assertThat(one.version()).startsWith("2011-01-01+").isNotEqualTo(other.version());
        assertThat(applied(override("rules/day-minutes/at_least", "150")).version())
                .isEqualTo(one.version());
    }

    @Test
    void what_cannot_stand_is_refused_with_the_reason() {
        refused("rules/day-hours/at_least", "3", "there is no \"rules/day-hours/at_least\"");
        refused("rules/day-minutes/at_most", "3", "there is no \"rules/day-minutes/at_most\"");
        refused("rules/day-minutes/at_least", "three", "\"at_least\" takes a number");
        refused("rules/day-minutes", "150", "there is no \"rules/day-minutes\"");
        refused("rules/day-minutes/stage", "lunch", "\"stage\" is \"lunch\"");
        refused("bill/9/code", "H0015", "there is no \"bill/9/code\"");
        refused("version", "2", "cannot be overridden");
        refused("sources/NYWCH/title", "ours", "cannot be overridden");
    }

    @Test
    void a_wrong_override_is_refused_before_its_day_comes() {
        var later =
                new LocalOverride(
                        "rules/none/at_least",
                        "1",
                        "A. Lee",
                        "amendment 4",
                        LocalDate.of(2030, 1, 1),
                        null);

        assertThat(Overrides.apply(NEW_YORK, List.of(later), MONDAY))
                .isInstanceOf(OverrideOutcome.Refused.class);
    }

    @Test
    void two_overrides_of_one_place_on_the_same_days_are_refused() {
        var one = override("rules/day-minutes/at_least", "150");
        var other = override("rules/day-minutes/at_least", "160");

        assertThat(Overrides.apply(NEW_YORK, List.of(one, other), MONDAY))
                .asInstanceOf(type(OverrideOutcome.Refused.class))
                .extracting(OverrideOutcome.Refused::reason)
                .asString()
                .contains("on the same days");
    }

    @Test
    void an_override_needs_an_author_a_reason_and_an_order_of_days() {
        var from = LocalDate.of(2024, 9, 1);
        var path = "rules/day-minutes/at_least";

        assertThat(outcome(NEW_YORK, new LocalOverride(path, "150", " ", "why", from, null)))
                .isInstanceOf(OverrideOutcome.Refused.class);
        assertThat(outcome(NEW_YORK, new LocalOverride(path, "150", "who", "", from, null)))
                .isInstanceOf(OverrideOutcome.Refused.class);
        assertThat(
                        outcome(
                                NEW_YORK,
                                new LocalOverride(
                                        path, "150", "who", "why", from, from.minusDays(1))))
                .isInstanceOf(OverrideOutcome.Refused.class);
    }

    private static void refused(String path, String value, String reason) {
        assertThat(outcome(NEW_YORK, override(path, value)))
                .asInstanceOf(type(OverrideOutcome.Refused.class))
                .extracting(OverrideOutcome.Refused::reason)
                .asString()
                .contains(reason);
    }

    private static Rulebook applied(LocalOverride override) {
        return ((OverrideOutcome.Applied) outcome(NEW_YORK, override)).rulebook();
    }

    private static OverrideOutcome outcome(Rulebook rulebook, LocalOverride override) {
        return Overrides.apply(rulebook, List.of(override), MONDAY);
    }

    private static LocalOverride override(String path, String value) {
        return new LocalOverride(
                path, value, "A. Lee", "amendment 3", LocalDate.of(2024, 9, 1), null);
    }

    private static DayDecision day(Rulebook rulebook, int minutes) {
        var session =
                Session.attended(
                        "a",
                        MONDAY,
                        540,
                        540 + minutes,
                        ServiceType.GROUP_THERAPY,
                        Modality.IN_PERSON,
                        "LCSW",
                        true,
                        8,
                        null,
                        null);
        var week =
                Week.of(
                        Client.UNKNOWN,
                        Program.UNKNOWN,
                        PlanOfCare.UNKNOWN,
                        List.of(session),
                        Course.UNKNOWN);
        return Decisions.decide(week, rulebook, Authorization.NOT_REQUIRED).days().getFirst();
    }
}
