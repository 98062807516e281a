package care.trellis.chain;

import static care.trellis.chain.DecisionForm.Answer.APPROVED;
import static care.trellis.chain.DecisionForm.Answer.DENIED;
import static care.trellis.chain.DecisionForm.Answer.WAITING;
import static care.trellis.chain.DecisionForm.Answer.WITHDRAWN;

import care.trellis.access.Access;
import care.trellis.authorizations.Authorization;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.FollowUp;
import care.trellis.authorizations.Packet;
import care.trellis.authorizations.PayerMemory;
import care.trellis.authorizations.ReviewTerms;
import care.trellis.authorizations.Reviews;
import care.trellis.authorizations.SentPacket;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ConsentState;
import care.trellis.episodes.Clearance;
import care.trellis.episodes.Clearances;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Choice;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says one review as text: the packet, the call sheet, the form of the decision. */
@Component
class ReviewViews {

    private final Reviews reviews;
    private final ApprovalViews approvals;
    private final Clearances clearances;
    private final Outlooks outlooks;
    private final JoinedRecords records;
    private final HomeTime home;
    private final Access access;
    private final Clock clock;

    ReviewViews(
            Reviews reviews,
            ApprovalViews approvals,
            Clearances clearances,
            Outlooks outlooks,
            JoinedRecords records,
            HomeTime home,
            Access access,
            Clock clock) {
        this.reviews = reviews;
        this.approvals = approvals;
        this.clearances = clearances;
        this.outlooks = outlooks;
        this.records = records;
        this.home = home;
        this.access = access;
        this.clock = clock;
    }

    /** Where the pages of an authorization stand. */
    static String base(Authorization of) {
        return "/clients/" + of.client().value() + "/authorizations/" + of.id().value();
    }

    /** The page; an empty form is filled with what the payer will most likely say. */
    ReviewView of(Permit permit, Authorization found, LocalDate today, @Nullable Form typed) {
        return of(permit, found, today, typed, "");
    }

    /**
     * The same after a request by file was not sent.
     *
     * @param unsent why; empty when nothing was refused
     */
    ReviewView of(
            Permit permit,
            Authorization found,
            LocalDate today,
            @Nullable Form typed,
            String unsent) {
        var look =
                Objects.requireNonNull(outlooks.of(permit, List.of(found), today).get(found.id()));
        var terms =
                Objects.requireNonNull(
                        reviews.terms(permit, List.of(found.contract())).get(found.contract()));
        var packet = reviews.packets(permit, List.of(found), today).get(found.id());
        if (packet == null) {
            throw new NotFound();
        }
        var clearance = clearances.of(permit, found.client());
        var memory = reviews.memory(permit, found.contract(), today);
        var steps = reviews.followUps(permit, List.of(found.id()));
        boolean edits = access.mayByRole(permit.actor(), Action.AUTHORIZATION_EDIT);
        boolean next = next(found);
        var form = typed == null ? suggested(found, look, terms, today) : typed;
        var decision = new DecisionForm(form);
        var base = base(found);
        return new ReviewView(
                records.names(permit, List.of(found.client())).getOrDefault(found.client(), ""),
                "/clients/" + found.client().value(),
                found.state().label(),
                tone(found.state()),
                warnings(permit, found, look, terms),
                packet.criteria().label(),
                packet.ready() + " of " + packet.items() + " ready",
                packet.ready() == packet.items(),
                sections(packet),
                clearance.open() ? "" : "42 CFR Part 2 applies and no payment consent is in force.",
                consent(clearance),
                edits && clearance.open() ? base + "/packets" : "",
                reviews.sent(permit, found.id()).stream().map(it -> sent(it, found)).toList(),
                approvals.of(permit, found, unsent),
                facts(found, look),
                call(found, terms, memory),
                terms.script() == null ? "" : terms.script(),
                terms.portal() == null ? "" : terms.portal(),
                edits ? "/authorizations/payers/" + found.contract().value() : "",
                steps.stream().map(step -> step(step, base, edits, today)).toList(),
                edits && found.state() == AuthorizationState.DENIED && clearance.open()
                        ? base + "/packets"
                        : "",
                edits ? base + "/review" : "",
                next,
                next
                        ? "Record the next review"
                        : found.state() == AuthorizationState.DENIED
                                ? "If the payer grants it after all"
                                : "Record the decision",
                form.value("key"),
                Ids.next().toString(),
                Ids.next().toString(),
                decision.units(),
                next
                        ? decision.choices(APPROVED, DENIED, WAITING)
                        : decision.choices(APPROVED, DENIED, WITHDRAWN),
                form);
    }

    /** Whether what is decided on this page is a request that comes after this one. */
    static boolean next(Authorization found) {
        return found.state().granted() || found.state() == AuthorizationState.WITHDRAWN;
    }

    private static Form suggested(
            Authorization found, Outlook look, ReviewTerms terms, LocalDate today) {
        var asked = found.requested() == null ? found.granted() : found.requested();
        var form =
                Form.empty()
                        .with("key", Ids.next())
                        .with("answer", APPROVED)
                        .with("unit", found.unit())
                        .with("decidedOn", today)
                        .with("granted", asked);
        if (!next(found)) {
            return form.with("from", found.from()).with("to", found.to());
        }
        var over = look.drawn().firstOverdrawn();
        var from =
                over != null
                        ? over
                        : look.forecast().gone() ? today : look.lastCovered().plusDays(1);
        long span = found.from().until(found.to(), java.time.temporal.ChronoUnit.DAYS);
        return form.with("from", from)
                .with("to", from.plusDays(span))
                .with("units", asked)
                .with("procedureCode", found.procedureCode());
    }

    private List<ReviewView.Warning> warnings(
            Permit permit, Authorization found, Outlook look, ReviewTerms terms) {
        var warnings = new ArrayList<ReviewView.Warning>();
        if (look.overdrawn()) {
            var first = look.drawn().firstOverdrawn();
            warnings.add(
                    new ReviewView.Warning(
                            Tone.BAD,
                            "Overdrawn by " + found.unit().words(look.drawn().overdrawn()),
                            (first == null ? "" : "Since " + Words.weekday(first) + ". ")
                                    + "The utilization reviewer asks for more, back to that day."));
        }
        var asked = found.requestedOn();
        if (found.state() == AuthorizationState.REQUESTED && asked != null) {
            var due = terms.decisionDue(found.kind(), asked, found.requestedAt(), home.zone());
            if (due.isBefore(clock.instant())) {
                warnings.add(
                        new ReviewView.Warning(
                                Tone.BAD,
                                "Decision late",
                                "The payer had "
                                        + terms.decisionHours(found.kind())
                                        + " hours ("
                                        + terms.regime().source()
                                        + ")."));
            }
        }
        return warnings;
    }

    private static List<ReviewView.Section> sections(Packet packet) {
        return packet.sections().stream().map(ReviewViews::section).toList();
    }

    static ReviewView.Section section(Packet.Section section) {
        return new ReviewView.Section(
                section.name(),
                section.about(),
                section.items().stream()
                        .map(item ->
                                new ReviewView.Item(
                                        item.evidence().label(),
                                        item.text(),
                                        item.on() == null ? "" : Words.brief(item.on()),
                                        item.ready()))
                        .toList());
    }

    private static String consent(Clearance clearance) {
        return switch (clearance.consent()) {
            case ConsentState.InForce(var id, var until) ->
                    "Payment consent in force"
                            + (until == null ? "" : " until " + Words.dated(until));
            case ConsentState.Expired(var on) -> "Payment consent ran out " + Words.brief(on);
            case ConsentState.Revoked(var on) -> "Payment consent revoked " + Words.brief(on);
            case ConsentState.Missing() -> "No payment consent";
        };
    }

    private static ReviewView.Sent sent(SentPacket packet, Authorization found) {
        return new ReviewView.Sent(
                (packet.purpose() == SentPacket.Purpose.APPEAL ? "Appeal" : "Packet")
                        + " of "
                        + Words.brief(packet.sentOn())
                        + " to "
                        + packet.recipient(),
                "/clients/" + found.client().value() + "/packets/" + packet.id());
    }

    private static List<Fact> facts(Authorization found, Outlook look) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Kind", found.kind().label(), ""));
        facts.add(
                new Fact(
                        "Asked",
                        found.requested() == null ? "" : found.unit().words(found.requested()),
                        ""));
        if (found.state().granted()) {
            facts.add(
                    new Fact(
                            "Granted",
                            found.unit().words(Objects.requireNonNull(found.granted())),
                            ""));
            facts.add(
                    new Fact(
                            "Used",
                            Words.plain(look.drawn().used())
                                    + ", "
                                    + WorklistLine.left(found, look),
                            ""));
            var chance = WorklistLine.chance(found, look);
            facts.add(
                    new Fact(
                            "Runs out",
                            WorklistLine.runsOut(found, look)
                                    + (chance.isEmpty() ? "" : " (" + chance + ")"),
                            ""));
            facts.add(
                    new Fact(
                            "Forecast from",
                            look.booked()
                                    + (look.booked() == 1 ? " booked day" : " booked days")
                                    + "; kept "
                                    + look.history().kept()
                                    + " of "
                                    + look.history().booked()
                                    + " in eight weeks",
                            ""));
            facts.add(new Fact("Ask by", Words.weekday(look.ask()), ""));
        }
        facts.add(
                new Fact("Days", Words.brief(found.from()) + " to " + Words.brief(found.to()), ""));
        if (found.procedureCode() != null) {
            facts.add(new Fact("Only for", found.procedureCode(), ""));
        }
        if (found.number() != null) {
            facts.add(new Fact("Number", found.number(), ""));
        }
        if (found.denialReason() != null) {
            facts.add(new Fact("Denied because", found.denialReason(), ""));
        }
        return facts;
    }

    private static List<Fact> call(Authorization found, ReviewTerms terms, PayerMemory memory) {
        var call = new ArrayList<Fact>();
        call.add(new Fact("Phone", terms.phone() == null ? "" : terms.phone(), ""));
        call.add(
                new Fact(
                        "Decides within",
                        terms.decisionHours(found.kind())
                                + " hours"
                                + (terms.own() ? "" : " (" + terms.regime().source() + ")"),
                        ""));
        var average = memory.averageGranted();
        call.add(
                new Fact(
                        "Grants on average",
                        average == null ? "" : Words.plain(average) + " " + found.unit().many(),
                        ""));
        var usual = memory.usualDays();
        call.add(
                new Fact(
                        "Usually answers",
                        usual == null
                                ? ""
                                : usual == 0
                                        ? "the same day"
                                        : usual == 1 ? "the next day" : "after " + usual + " days",
                        ""));
        call.add(
                new Fact(
                        "In the last year",
                        memory.decided() == 0
                                ? ""
                                : memory.decided() + " decided, " + memory.denied() + " denied",
                        ""));
        call.add(
                new Fact(
                        "Last time",
                        lastTime(found)
                                + (found.reviewer() == null ? "" : ", by " + found.reviewer()),
                        ""));
        return call;
    }

    private static String lastTime(Authorization found) {
        var asked = found.requested();
        var granted = found.granted();
        if (granted == null) {
            return asked == null ? "" : "asked " + asked;
        }
        return (asked == null ? "" : "asked " + asked + ", ") + "granted " + granted;
    }

    private static ReviewView.Step step(
            FollowUp step, String base, boolean edits, LocalDate today) {
        var outcome = step.outcome();
        if (outcome != null) {
            return new ReviewView.Step(
                    step.kind().label(),
                    outcome.label() + " " + Words.brief(Objects.requireNonNull(step.closed())),
                    Tone.NEUTRAL,
                    "",
                    step.kind().name(),
                    List.of());
        }
        return new ReviewView.Step(
                step.kind().label(),
                "By " + Words.weekday(step.due()),
                step.due().isBefore(today.plusDays(3)) ? Tone.BAD : Tone.WATCH,
                edits ? base + "/steps" : "",
                step.kind().name(),
                edits ? ends(step.kind()) : List.of());
    }

    private static List<Choice> ends(FollowUp.Kind kind) {
        return switch (kind) {
            case PEER_TO_PEER ->
                    List.of(
                            new Choice("UPHELD", "Denial stands: appeal", true),
                            new Choice("DROPPED", "No talk: appeal", false));
            case APPEAL ->
                    List.of(
                            new Choice("FILED", "Appeal filed", true),
                            new Choice("DROPPED", "Not pursued", false));
            case APPEAL_ANSWER -> List.of(new Choice("UPHELD", "Denial stands", true));
        };
    }

    private static Tone tone(AuthorizationState state) {
        return switch (state) {
            case REQUESTED -> Tone.INFO;
            case APPROVED -> Tone.GOOD;
            case PARTIALLY_APPROVED -> Tone.WATCH;
            case DENIED -> Tone.BAD;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }
}
