package care.trellis.organizations;

import care.trellis.base.Problems;
import care.trellis.base.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a program is to payers and to the law.
 *
 * @param setting a key of {@link ProgramWords#SETTINGS}
 * @param programType a key of {@link ProgramWords#TYPES}
 * @param part2 whether 42 CFR Part 2 applies: nothing leaves for a payer without consent
 * @param licenseRuleSet id of the licence's rulebook, where one is chosen
 * @param offeredDays days a week, 1 to 7
 * @param hoursPerDay more than 0, at most 24
 * @param bhpCaseload clients per behavioral health professional, where a rule asks
 * @param bhmpOnSiteShare 0 to 1, the share of hours a medical practitioner is on site
 */
public record ProgramDetails(
        SiteId site,
        String name,
        LevelOfCare levelOfCare,
        String setting,
        String programType,
        boolean part2,
        @Nullable String licenseRuleSet,
        int offeredDays,
        BigDecimal hoursPerDay,
        @Nullable Boolean nationallyAccredited,
        @Nullable Integer bhpCaseload,
        @Nullable BigDecimal bhmpOnSiteShare,
        @Nullable LocalDate startedOn) {

    public ProgramDetails {
        name = name.strip();
        licenseRuleSet = Text.clean(licenseRuleSet);
    }

    Problems problems() {
        return new Problems()
                .text(name, 60, "name", "the program's name")
                .require(
                        ProgramWords.SETTINGS.containsKey(setting),
                        "setting",
                        "SETTING_UNKNOWN",
                        "Choose where the program is run.")
                .require(
                        ProgramWords.TYPES.containsKey(programType),
                        "programType",
                        "PROGRAM_TYPE_UNKNOWN",
                        "Choose what kind of program it is.")
                .require(
                        offeredDays >= 1 && offeredDays <= 7,
                        "offeredDays",
                        "OFFERED_DAYS_RANGE",
                        "A program is offered on 1 to 7 days a week.")
                .require(
                        hoursPerDay.signum() > 0
                                && hoursPerDay.compareTo(BigDecimal.valueOf(24)) <= 0,
                        "hoursPerDay",
                        "HOURS_RANGE",
                        "Hours a day lie above 0 and at most at 24.")
                .require(
                        bhpCaseload == null || bhpCaseload >= 0,
                        "bhpCaseload",
                        "CASELOAD_RANGE",
                        "A caseload is 0 or more.")
                .require(
                        bhmpOnSiteShare == null
                                || (bhmpOnSiteShare.signum() >= 0
                                        && bhmpOnSiteShare.compareTo(BigDecimal.ONE) <= 0),
                        "bhmpOnSiteShare",
                        "SHARE_RANGE",
                        "A share lies between 0 and 1.");
    }
}
