package care.trellis.chain;

import care.trellis.base.Money;
import care.trellis.engine.rulebook.Outcome;
import care.trellis.ledger.BilledLine;
import care.trellis.ledger.Check;
import care.trellis.ledger.DayReasons;
import care.trellis.ledger.DayState;
import care.trellis.ledger.Ledger;
import care.trellis.web.Initials;
import care.trellis.web.Stage;
import care.trellis.web.Tone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains one client-day to a biller. */
@Component
class ReasonsViews {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE h:mm", Locale.US);

    /** What is mended on the page of the session. */
    private static final Set<String> WHO_CAME =
            Set.of("ATTENDANCE_NOT_RECORDED", "LEAVING_NOT_CONFIRMED", "LEAVING_ESTIMATED");

    ReasonsView of(DayReasons day, JoinedRecords.Claimed claimed, @Nullable FilesBy limit) {
        var files = mayStillGoOut(day, claimed) ? limit : null;
        var client = day.client().value();
        var until = day.validUntil();
        return new ReasonsView(
                "Reasons for " + Words.day(day.date()),
                day.name(),
                Initials.of(day.name()),
                day.recordNumber(),
                "/clients/" + client,
                "/ledger/" + client + "?week=" + Ledger.mondayOf(day.date()),
                day.payer() == null ? "No coverage" : day.payer(),
                day.state().label(),
                Words.tone(day.state()),
                verdict(day),
                day.reason() == null ? "" : Words.capital(day.reason().evidence()) + ".",
                files == null ? "" : files.words(),
                files == null ? Tone.NEUTRAL : files.tone(),
                stages(day, claimed, files),
                steps(day),
                day.sessions().stream().map(session -> session(day, session)).toList(),
                groups(day),
                day.lines().stream().map(ReasonsViews::line).toList(),
                linesHint(day),
                day.rules() == null
                        ? "No rule set could be asked."
                        : "Decided by " + day.rules() + ", version " + day.ruleVersion() + ".",
                until == null
                        ? ""
                        : "This answer may change by itself on " + moment(until, day.zone()) + ".");
    }

    /** Whether the payer's limit matters: it is worth something, or may be, and is on no claim. */
    private static boolean mayStillGoOut(DayReasons day, JoinedRecords.Claimed claimed) {
        return claimed.claimedCents() == 0
                && (day.state() == DayState.BILLABLE || day.state() == DayState.HOLD);
    }

    private static String verdict(DayReasons day) {
        var reason = day.reason();
        return switch (day.state()) {
            case BILLABLE -> "Billable at " + day.expected().text();
            case PLANNED -> "Not over yet: nothing is decided before its last session ends";
            case HOLD ->
                    reason == null
                            ? "On hold"
                            : "On hold: " + Words.sentence(reason.code()).toLowerCase(Locale.ROOT);
            case NOT_BILLABLE ->
                    reason == null
                            ? "Not billable"
                            : "Not billable: "
                                    + Words.sentence(reason.code()).toLowerCase(Locale.ROOT);
        };
    }

    /** The picture: passed stages, the one where it stops, and what lies ahead. */
    private static List<Stage> stages(
            DayReasons day, JoinedRecords.Claimed claimed, @Nullable FilesBy files) {
        var stop = stop(day);
        var stages = new ArrayList<Stage>();
        for (var link : Link.values()) {
            Tone tone;
            if (link == Link.CLAIMED) {
                tone =
                        claimed.claimedCents() != 0
                                ? Tone.GOOD
                                : files == null ? Tone.NEUTRAL : files.tone();
            } else if (link == Link.PAID) {
                tone = !claimed.answered() ? Tone.NEUTRAL : paidTone(claimed);
            } else if (stop == null) {
                tone = Tone.GOOD;
            } else if (link == stop) {
                tone = day.state() == DayState.PLANNED ? Tone.NEUTRAL : Words.tone(day.state());
            } else {
                tone = link.compareTo(stop) < 0 ? Tone.GOOD : Tone.NEUTRAL;
            }
            stages.add(
                    new Stage(link.label, value(link, day, claimed, files), tone, path(link, day)));
        }
        return stages;
    }

    private static Tone paidTone(JoinedRecords.Claimed claimed) {
        return claimed.paidCents() >= claimed.claimedCents() ? Tone.GOOD : Tone.WATCH;
    }

    /** The links of the chain, from prescribed to paid. */
    private enum Link {
        PRESCRIBED("Prescribed"),
        SCHEDULED("Scheduled"),
        ATTENDED("Attended"),
        DOCUMENTED("Documented"),
        COUNTABLE("Countable"),
        AUTHORIZED("Authorized"),
        BILLABLE("Billable"),
        CLAIMED("Claimed"),
        PAID("Paid");

        private final String label;

        Link(String label) {
            this.label = label;
        }
    }

    private static @Nullable Link stop(DayReasons day) {
        var reason = day.reason();
        if (day.state() == DayState.PLANNED) {
            return Link.ATTENDED;
        }
        if (reason == null) {
            return null;
        }
        return switch (reason.code()) {
            case "ATTENDANCE_NOT_RECORDED", "LEAVING_NOT_CONFIRMED", "ABSENT", "NO_MINUTES" ->
                    Link.ATTENDED;
            case "NO_FEE", "FEE_CODE_NOT_ACCEPTED", "NO_CONSENT_FOR_PAYMENT" -> Link.BILLABLE;
            default ->
                    switch (reason.stage()) {
                        case "Plan" -> Link.PRESCRIBED;
                        case "Documentation" -> Link.DOCUMENTED;
                        case "Authorization" -> Link.AUTHORIZED;
                        default -> Link.COUNTABLE;
                    };
        };
    }

    private static String value(
            Link link, DayReasons day, JoinedRecords.Claimed claimed, @Nullable FilesBy files) {
        var authorized = day.authorized();
        return switch (link) {
            case PRESCRIBED ->
                    day.prescribedWeek() == null
                            ? "No plan"
                            : Words.hours(day.prescribedWeek()) + " a week";
            case SCHEDULED -> Words.hours(day.scheduled());
            case ATTENDED -> Words.hours(day.attended());
            case DOCUMENTED -> Words.hours(day.documented());
            case COUNTABLE -> countable(day);
            case AUTHORIZED ->
                    authorized == null
                            ? (day.authorizationRequired() ? "None" : "Not required")
                            : Words.plain(authorized.usedBefore().add(authorized.drawn()))
                                    + " of "
                                    + Words.plain(authorized.granted());
            case BILLABLE -> day.expected().text();
            case CLAIMED ->
                    claimed.claimedCents() != 0
                            ? new Money(claimed.claimedCents()).text()
                            : files == null ? "" : files.brief();
            case PAID -> claimed.answered() ? new Money(claimed.paidCents()).text() : "";
        };
    }

    private static String countable(DayReasons day) {
        if (day.neededMinutes() != null) {
            return Words.hours(day.countable()) + " of " + Words.hours(day.neededMinutes());
        }
        return day.neededServices() == null
                ? Words.hours(day.countable())
                : day.services() == 1 ? "1 service" : day.services() + " services";
    }

    private static String path(Link link, DayReasons day) {
        var client = day.client().value();
        return switch (link) {
            case PRESCRIBED -> "/clients/" + client;
            case SCHEDULED, ATTENDED, DOCUMENTED -> "#sessions";
            case COUNTABLE -> "#proof";
            case AUTHORIZED -> "/clients/" + client + "/authorizations";
            case BILLABLE -> "#lines";
            case CLAIMED, PAID -> "";
        };
    }

    /** Everything in the way, the one that the state hangs on first. */
    private static List<ReasonsView.Step> steps(DayReasons day) {
        var steps = new ArrayList<ReasonsView.Step>();
        var reason = day.reason();
        if (reason != null) {
            steps.add(step(day, reason, true));
        }
        for (var check : day.checks()) {
            boolean again =
                    reason != null
                            && check.code().equals(reason.code())
                            && java.util.Objects.equals(check.session(), reason.session());
            if (check.decides() && check.outcome() == Outcome.FAIL && !again) {
                steps.add(step(day, check, reason == null && steps.isEmpty()));
            }
        }
        return steps;
    }

    private static ReasonsView.Step step(DayReasons day, Check check, boolean first) {
        var owner = check.owner();
        var name = lead(day, check);
        var place = place(day, check);
        return new ReasonsView.Step(
                check.fix() == null ? "Nothing can mend this" : Words.capital(check.fix()),
                name != null ? name : owner == null ? "" : owner.label(),
                Words.capital(check.evidence()) + (check.week() ? " (the whole week)" : ""),
                place == null ? "" : place.path,
                place == null ? "" : place.words,
                first);
    }

    /** The lead of the session: what is missing is that person's work and no role's. */
    private static @Nullable String lead(DayReasons day, Check check) {
        if (!check.code().equals("NOTE_NOT_SIGNED")
                && !check.code().equals("LEAVING_NOT_CONFIRMED")) {
            return null;
        }
        for (var session : day.sessions()) {
            if (session.session().equals(check.session())) {
                return session.lead();
            }
        }
        return null;
    }

    private record Place(String path, String words) {}

    /** Where the fix is done. */
    private static @Nullable Place place(DayReasons day, Check check) {
        var client = "/clients/" + day.client().value();
        UUID session = check.session();
        if (check.code().equals("NOTE_NOT_SIGNED") && session != null) {
            return new Place("/sessions/" + session + "/note", "Open the note");
        }
        if (WHO_CAME.contains(check.code()) && session != null) {
            return new Place("/sessions/" + session, "Open the session");
        }
        if (check.stage().equals("Authorization")) {
            return new Place(client + "/authorizations", "Open the authorizations");
        }
        return switch (check.code()) {
            case "NO_FEE", "FEE_CODE_NOT_ACCEPTED", "UNKNOWN_RULE_SET" ->
                    day.contract() == null
                            ? null
                            : new Place(
                                    "/settings/contracts/" + day.contract().value(),
                                    "Open the contract");
            case "OVERRIDE_CANNOT_STAND" ->
                    day.contract() == null
                            ? null
                            : new Place(
                                    "/rules/contracts/" + day.contract().value(), "Open the rules");
            case "NO_CONSENT_FOR_PAYMENT", "NO_COVERAGE", "NO_CONTRACT", "NO_EPISODE" ->
                    new Place(client, "Open the chart");
            default -> check.stage().equals("Plan") ? new Place(client, "Open the chart") : null;
        };
    }

    private static ReasonsView.Session session(DayReasons day, DayReasons.Attended session) {
        boolean signed = session.note() != null;
        boolean came = session.minutes() > 0;
        return new ReasonsView.Session(
                time(session.starts(), day.zone()) + " to " + time(session.ends(), day.zone()),
                session.title(),
                "/sessions/" + session.session(),
                session.lead() == null ? "" : session.lead(),
                came(day, session),
                Words.hours(session.minutes()),
                signed ? "Signed" : came ? "Not signed" : "–",
                signed ? Tone.GOOD : came ? Tone.WATCH : Tone.NEUTRAL,
                came ? "/sessions/" + session.session() + "/note" : "",
                session.counts() == null ? "–" : session.counts() ? "Counts" : "Does not count");
    }

    private static String came(DayReasons day, DayReasons.Attended session) {
        var status = session.status();
        if (status == null || status.equals("EXPECTED")) {
            return "Not recorded";
        }
        if (!status.equals("PRESENT") || session.arrived() == null) {
            return Words.sentence(status);
        }
        return time(session.arrived(), day.zone())
                + (session.left() == null ? "" : " to " + time(session.left(), day.zone()))
                + (session.estimated() ? ", estimated" : "");
    }

    private static List<ReasonsView.Group> groups(DayReasons day) {
        var groups = new LinkedHashMap<String, List<ReasonsView.Item>>();
        for (var check : day.checks()) {
            groups.computeIfAbsent(check.stage(), stage -> new ArrayList<>()).add(item(check));
        }
        return groups.entrySet().stream()
                .map(group -> new ReasonsView.Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static ReasonsView.Item item(Check check) {
        int at = check.citation().lastIndexOf("http");
        boolean linked = at >= 0 && check.citation().indexOf(' ', at) < 0;
        var source = linked ? check.citation().substring(0, at).strip() : check.citation();
        return new ReasonsView.Item(
                Words.sentence(check.rule()),
                switch (check.outcome()) {
                    case PASS -> "Met";
                    case FAIL -> check.decides() ? "In the way" : "Not met";
                    case UNKNOWN -> "Not known";
                },
                switch (check.outcome()) {
                    case PASS -> Tone.GOOD;
                    case FAIL -> check.decides() ? Tone.BAD : Tone.WATCH;
                    case UNKNOWN -> Tone.NEUTRAL;
                },
                Words.capital(check.evidence()),
                check.outcome() == Outcome.FAIL && check.fix() != null ? check.fix() : "",
                source.endsWith(",") ? source.substring(0, source.length() - 1) : source,
                linked ? check.citation().substring(at) : "",
                check.decides());
    }

    private static String linesHint(DayReasons day) {
        return day.state() == DayState.BILLABLE
                ? "These lines go on the claim."
                : "What the day would be billed as, if nothing stood in the way.";
    }

    private static ReasonsView.Line line(BilledLine line) {
        return new ReasonsView.Line(
                String.valueOf(line.number()),
                line.procedureCode() == null ? "–" : line.procedureCode(),
                line.revenueCode() == null ? "–" : line.revenueCode(),
                String.join(" ", line.modifiers()),
                String.valueOf(line.units()),
                new Money(line.chargeCents()).text());
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }
}
