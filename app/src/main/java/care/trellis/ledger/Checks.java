package care.trellis.ledger;

import care.trellis.base.Role;
import care.trellis.engine.rulebook.Finding;
import care.trellis.engine.rulebook.LocalOverride;
import care.trellis.engine.rulebook.Outcome;
import care.trellis.engine.rulebook.Stage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns findings into checks, and makes those that no payer wrote. */
final class Checks {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final Pattern ISO_DATE =
            Pattern.compile("\\b\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])\\b");

    /** What a rule is known by that asks when a client left whom nobody saw leave. */
    static final String NOT_CONFIRMED = "LEAVING_NOT_CONFIRMED";

    private static final String TIMES = "session.start_stop_recorded";

    private Checks() {}

    /**
     * The same, in words of its own where a rule asks for the times of a session that nobody saw
     * the client leave.
     */
    static Check of(Finding finding, boolean decides, List<WeekFacts.Seat> seats, ZoneId zone) {
        var check = of(finding, decides);
        var fix = finding.fix();
        var wanted = fix == null ? null : fix.wanted();
        if (wanted == null || !wanted.fact().equals(TIMES)) {
            return check;
        }
        for (var seat : seats) {
            if (seat.meeting().id().equals(check.session()) && !seat.leavingSeen()) {
                return new Check(
                        check.rule(),
                        NOT_CONFIRMED,
                        check.stage(),
                        check.outcome(),
                        notSeen(seat, zone),
                        check.citation(),
                        decides,
                        false,
                        "confirm or correct when the client left the " + label(seat, zone),
                        check.owner(),
                        check.session());
            }
        }
        return check;
    }

    static Check of(Finding finding, boolean decides) {
        var fix = finding.fix();
        return new Check(
                finding.rule(),
                finding.reason(),
                words(finding.stage()),
                finding.outcome(),
                days(finding.evidence(), finding.date()),
                finding.citation(),
                decides,
                finding.date() == null,
                fix == null ? null : days(fix.words(), finding.date()),
                fix == null ? null : Owners.of(fix.owner()),
                finding.sessionId() == null ? null : UUID.fromString(finding.sessionId()));
    }

    /**
     * The engine's days as people say them: {@code Mar 5}, with the year where it is not that of
     * the day that is judged.
     */
    private static String days(String words, @Nullable LocalDate judged) {
        return ISO_DATE.matcher(words)
                .replaceAll(found -> {
                    var day = LocalDate.parse(found.group());
                    boolean sameYear = judged != null && judged.getYear() == day.getYear();
                    return (sameYear ? DAY : DATE).format(day);
                });
    }

    /** The whole trace of a day: what no payer wrote, then the payer's rules in their order. */
    static List<Check> trace(JudgedWeek.JudgedDay day, ZoneId zone) {
        var trace = new ArrayList<Check>(day.own());
        for (var seat : day.seats()) {
            if (seat.present() && seat.estimated()) {
                trace.add(estimated(seat, zone));
            }
        }
        var decision = day.decision();
        if (decision != null) {
            var because = decision.because();
            decision.findings()
                    .forEach(finding ->
                            trace.add(of(finding, because.contains(finding), day.seats(), zone)));
        }
        if (day.week() != null && decision != null) {
            for (var finding : day.week().findings()) {
                if (finding.date() == null) {
                    trace.add(of(finding, decision.because().contains(finding)));
                }
            }
        }
        return List.copyOf(trace);
    }

    static Check noEpisode(LocalDate day) {
        return own(
                "NO_EPISODE",
                Stage.PROGRAM,
                "no episode of care covers " + DAY.format(day),
                "admit the client, or correct the dates of the episode",
                Role.ADMISSIONS);
    }

    static Check noCoverage(LocalDate day) {
        return own(
                "NO_COVERAGE",
                Stage.COVERAGE,
                "no coverage is on file for " + DAY.format(day),
                "add the coverage that was in force on " + DAY.format(day),
                Role.FRONT_DESK);
    }

    static Check noContract(WeekFacts.Coverage coverage) {
        return own(
                "NO_CONTRACT",
                Stage.COVERAGE,
                "the coverage by " + coverage.payer() + " points to no contract in force",
                "choose the contract of the coverage by " + coverage.payer(),
                Role.BILLER);
    }

    static Check unknownRules(WeekFacts.Contract contract) {
        return own(
                "UNKNOWN_RULE_SET",
                Stage.RULE_SET_IN_FORCE,
                "the contract asks for the rule set "
                        + contract.ruleSet()
                        + ", which is not installed",
                "choose a rule set for the contract",
                Role.BILLER);
    }

    static Check overrideCannotStand(LocalOverride override, String because) {
        return own(
                "OVERRIDE_CANNOT_STAND",
                Stage.RULE_SET_IN_FORCE,
                "what "
                        + override.author()
                        + " changed for this contract does not fit the rules of the day: "
                        + because,
                "end the override of "
                        + override.path()
                        + ", or write it anew for the rules of the day",
                Role.BILLER);
    }

    static Check noFee(String service) {
        return own(
                "NO_FEE",
                Stage.COVERAGE,
                "the contract has no fee for " + service,
                "add the fee for " + service + " to the contract",
                Role.BILLER);
    }

    static Check otherCode(String asked, String ours) {
        return own(
                "FEE_CODE_NOT_ACCEPTED",
                Stage.COVERAGE,
                "the payer takes " + asked + ", the contract's fee says " + ours,
                "change the code of the fee to " + asked,
                Role.BILLER);
    }

    static Check afterClose(Closing closing, JudgedWeek.JudgedDay day) {
        var state = closing.state();
        return own(
                "CHANGED_AFTER_CLOSE",
                Stage.DOCUMENTATION,
                DAY.format(day.date())
                        + " closed "
                        + (state == null
                                ? "without this client"
                                : state == DayState.BILLABLE
                                        ? "with another bill"
                                        : "as " + state.label().toLowerCase(Locale.US))
                        + "; it would be billed otherwise now",
                "reopen " + DAY.format(day.date()) + " with a reason, or take the change back",
                Role.BILLER);
    }

    static Check otherService(LocalDate day, List<WeekFacts.Grant> grants) {
        return own(
                "AUTHORIZATION_FOR_OTHER_SERVICE",
                Stage.AUTHORIZATION,
                grants.stream()
                                .map(it -> it.number() + " is for " + String.join(", ", it.codes()))
                                .collect(Collectors.joining("; "))
                        + "; the day bills another service",
                "ask for the service of " + DAY.format(day),
                Role.UTILIZATION_REVIEWER);
    }

    static Check unmarked(WeekFacts.Seat seat, ZoneId zone) {
        return new Check(
                "attendance-recorded",
                "ATTENDANCE_NOT_RECORDED",
                words(Stage.DOCUMENTATION),
                Outcome.FAIL,
                label(seat, zone) + ": nobody has said whether the client came",
                "",
                true,
                false,
                "record who came to the " + label(seat, zone),
                Role.FRONT_DESK,
                seat.meeting().id());
    }

    /** Says it beside the rules; it stops nothing by itself. */
    private static Check estimated(WeekFacts.Seat seat, ZoneId zone) {
        return new Check(
                "leaving-seen",
                "LEAVING_ESTIMATED",
                words(Stage.DOCUMENTATION),
                Outcome.UNKNOWN,
                notSeen(seat, zone),
                "",
                false,
                false,
                null,
                null,
                seat.meeting().id());
    }

    private static String notSeen(WeekFacts.Seat seat, ZoneId zone) {
        return label(seat, zone)
                + ": nobody saw when the client left; the end of the session stands for it, estimated";
    }

    static Check absent() {
        return own(
                "ABSENT",
                Stage.DAY_MINIMUM,
                "the client did not come to any session of the day",
                "offer a make-up session",
                Role.FRONT_DESK);
    }

    static Check nothingAttended() {
        return own(
                "NO_MINUTES",
                Stage.DAY_MINIMUM,
                "the times on record leave no minute inside a session",
                "correct the times of arrival or leaving",
                Role.FRONT_DESK);
    }

    /** How staff call a session: {@code 9:00 Process group}. */
    static String label(WeekFacts.Seat seat, ZoneId zone) {
        return TIME.format(seat.meeting().starts().atZone(zone)) + " " + seat.meeting().title();
    }

    private static Check own(
            String code, Stage stage, String evidence, @Nullable String fix, Role owner) {
        return new Check(
                code.toLowerCase(Locale.ROOT).replace('_', '-'),
                code,
                words(stage),
                Outcome.FAIL,
                evidence,
                "",
                true,
                false,
                fix,
                owner,
                null);
    }

    private static String words(Stage stage) {
        return switch (stage) {
            case RULE_SET_IN_FORCE -> "Rules in force";
            case COVERAGE -> "Coverage";
            case AUTHORIZATION -> "Authorization";
            case PROGRAM -> "Program";
            case PLAN -> "Plan";
            case DOCUMENTATION -> "Documentation";
            case STAFF_AND_GROUP -> "Staff and group";
            case SESSION_MINIMUM -> "Session minimum";
            case DAY_MINIMUM -> "Day minimum";
            case WEEK_DAYS -> "Days of the week";
            case WEEK_MINUTES -> "Minutes of the week";
            case WEEK_COMPONENTS -> "Parts of the week";
        };
    }
}
