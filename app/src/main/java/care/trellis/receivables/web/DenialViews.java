package care.trellis.receivables.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.billing.AdjustmentReasons;
import care.trellis.billing.ClaimDetail;
import care.trellis.billing.Claims;
import care.trellis.engine.rulebook.Outcome;
import care.trellis.ledger.Check;
import care.trellis.ledger.DayReasons;
import care.trellis.ledger.Ledger;
import care.trellis.organizations.HomeTime;
import care.trellis.receivables.Cause;
import care.trellis.receivables.Denial;
import care.trellis.receivables.DenialStep;
import care.trellis.receivables.Denials;
import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what three rooms know of a denied claim. */
@Component
class DenialViews {

    private final Denials denials;
    private final Claims claims;
    private final Ledger ledger;
    private final Access access;
    private final HomeTime home;

    DenialViews(Denials denials, Claims claims, Ledger ledger, Access access, HomeTime home) {
        this.denials = denials;
        this.claims = claims;
        this.ledger = ledger;
        this.access = access;
        this.home = home;
    }

    DenialView page(Permit permit, Denial denial, @Nullable LocalDate wanted, String problem) {
        var path = "/denials/" + denial.claim().value();
        var sent = claim(permit, denial);
        var dates = sent.lines().stream().map(ClaimDetail.Line::date).distinct().sorted().toList();
        var day =
                dates.stream()
                        .filter(date -> date.equals(wanted))
                        .findFirst()
                        .orElse(dates.getFirst());
        var trace = trace(permit, denial, day);
        long left = denial.daysLeft(home.today());
        return new DenialView(
                denial.number(),
                path,
                denial.name(),
                Words.reason(denial),
                denial.cause().words(),
                Words.tone(denial.cause()),
                Words.deadline(left),
                Words.deadlineTone(left),
                denial.owner() == null ? "" : denial.owner(),
                permit.actor().name().equals(denial.owner()),
                denial.waitingSince() != null,
                denial.asked(),
                denial.open().text(),
                plain(denial.open().cents()),
                facts(denial),
                denial.reasons().stream().map(DenialViews::reason).toList(),
                sent.asSent(),
                "/claims/" + denial.claim().value(),
                dates.stream()
                        .map(date ->
                                new Tab(Words.date(date), path + "?day=" + date, date.equals(day)))
                        .toList(),
                trace.map(DenialViews::hint).orElse("The ledger keeps no trace of this day."),
                "/ledger/" + denial.client().value() + "/" + day,
                trace.map(reasons -> checks(reasons, denial.cause())).orElse(List.of()),
                denials.steps(permit, denial.claim()).stream().map(this::event).toList(),
                closedOff(denial),
                access.mayByRole(permit.actor(), Action.DENIAL_WORK),
                denials.mayLeave(permit, denial.claim()) ? path + "/letter" : "",
                Ids.next().toString(),
                problem);
    }

    ClaimDetail claim(Permit permit, Denial denial) {
        var see =
                access.decide(permit.actor(), Action.CLAIM_VIEW, Permit.Purpose.PAYMENT, null)
                        .orElseThrow();
        return claims.open(see, denial.claim());
    }

    Optional<DayReasons> trace(Permit permit, Denial denial, LocalDate day) {
        return access.decide(
                        permit.actor(),
                        Action.LEDGER_VIEW,
                        Permit.Purpose.PAYMENT,
                        new Resource(Resource.Kind.CLIENT, denial.client().value()))
                .map(see -> ledger.reasons(see, denial.client(), day));
    }

    private static List<Fact> facts(Denial denial) {
        return List.of(
                new Fact("Client", denial.name(), "/clients/" + denial.client().value()),
                new Fact("Payer", denial.payer()),
                new Fact("Days", Words.span(denial.from(), denial.through())),
                new Fact("Answered", Words.date(denial.answeredOn())),
                new Fact("Appeal by", Words.date(denial.appealBy())),
                new Fact("Correct by", Words.date(denial.correctBy())),
                new Fact(
                        "Chance",
                        Words.percent(denial.chance())
                                + (denial.history() == 0
                                        ? ", the usual"
                                        : ", with "
                                                + Words.count(
                                                        denial.history(),
                                                        "closed case",
                                                        "closed cases")
                                                + " of your own")),
                new Fact("Usual effort", denial.minutes() + " minutes"),
                new Fact("A minute brings", Words.perMinute(denial.centsPerMinute())));
    }

    private static String reason(Denial.Reason reason) {
        return reason.amount().text()
                + " · "
                + AdjustmentReasons.words(reason.code())
                + " ("
                + reason.group()
                + " "
                + reason.code()
                + ")";
    }

    private static String hint(DayReasons day) {
        return day.state().label()
                + (day.rules() == null
                        ? ""
                        : " by " + day.rules() + ", version " + day.ruleVersion());
    }

    /** What failed first, then what the payer disputes, then the rest. */
    static List<DenialView.Check> checks(DayReasons day, Cause cause) {
        return day.checks().stream()
                .map(check -> check(check, cause))
                .sorted(Comparator.comparing((DenialView.Check check) -> check.lit() ? 0 : 1))
                .toList();
    }

    private static DenialView.Check check(Check check, Cause cause) {
        boolean failed = check.outcome() == Outcome.FAIL;
        return new DenialView.Check(
                sentence(check.rule()),
                switch (check.outcome()) {
                    case PASS -> "Met";
                    case FAIL -> "Not met";
                    case UNKNOWN -> "Not known";
                },
                switch (check.outcome()) {
                    case PASS -> Tone.GOOD;
                    case FAIL -> Tone.BAD;
                    case UNKNOWN -> Tone.NEUTRAL;
                },
                capital(check.evidence()),
                failed || disputes(cause, check.stage()));
    }

    /** Whether a stage of the trace is what a denial of this cause doubts. */
    private static boolean disputes(Cause cause, String stage) {
        return switch (cause) {
            case AUTHORIZATION, PAYER_ERROR -> stage.equals("Authorization");
            case NECESSITY, DOCUMENTS -> stage.equals("Documentation") || stage.equals("Plan");
            default -> false;
        };
    }

    private Event event(DenialStep step) {
        return new Event(
                When.time(step.at(), home.zone()),
                step.kind().label(),
                step.by() + (step.words().isEmpty() ? "" : ": " + step.words()),
                step.kind() == DenialStep.Kind.REFUSED ? Tone.WATCH : Tone.NEUTRAL);
    }

    private static String closedOff(Denial denial) {
        return denial.reasons().stream()
                        .anyMatch(it -> it.group().equals("CO") || it.group().equals("PI"))
                ? "The payer's answer leaves it with the program (group "
                        + denial.reasons().getFirst().group()
                        + "): the client may not be billed."
                : "";
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String plain(long cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    private static String sentence(String rule) {
        var words = rule.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
        return capital(words);
    }
}
