package care.trellis.outreach.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.Clients;
import care.trellis.clients.Contact;
import care.trellis.outreach.Absence;
import care.trellis.outreach.AbsenceId;
import care.trellis.outreach.Ladder;
import care.trellis.outreach.Ladder.Step;
import care.trellis.web.Choice;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes absences out as cards. */
@Component
class OutreachCards {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private final Ladder ladder;
    private final Clients clients;
    private final Access access;
    private final Clock clock;

    OutreachCards(Ladder ladder, Clients clients, Access access, Clock clock) {
        this.ladder = ladder;
        this.clients = clients;
        this.access = access;
        this.clock = clock;
    }

    OutreachView of(
            Permit permit,
            List<Absence> absences,
            boolean warns,
            @Nullable AbsenceId wrong,
            String error) {
        var now = clock.instant();
        var open = absences.stream().filter(Absence::open).toList();
        var done = absences.stream().filter(one -> !one.open()).toList().reversed();
        return new OutreachView(
                String.valueOf(open.size()),
                String.valueOf(open.stream().filter(one -> overdue(one, now)).count()),
                String.valueOf(done.size()),
                (int) open.stream().filter(one -> untold(one, now)).count(),
                tabs("/outreach", warns),
                open.stream()
                        .map(one -> card(permit, one, now, one.id().equals(wrong) ? error : ""))
                        .toList(),
                done.stream().map(OutreachCards::settled).toList());
    }

    static List<Tab> tabs(String active, boolean warns) {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab("Not here today", "/outreach", active.equals("/outreach")));
        if (warns) {
            tabs.add(
                    new Tab(
                            "Early warning",
                            "/outreach/warning",
                            active.equals("/outreach/warning")));
        }
        return tabs;
    }

    private OutreachView.Card card(Permit permit, Absence one, Instant now, String error) {
        var owner = one.owner();
        var due = ladder.due(one.noticedAt(), one.taken());
        return new OutreachView.Card(
                "a-" + one.id().value(),
                "/outreach/" + one.id().value(),
                "/clients/" + one.client().value(),
                one.name(),
                missed(one),
                owner == null ? "Nobody yet" : owner,
                permit.actor().account().equals(one.ownerAccount()),
                due.map(moment -> clock(moment, now)).orElse("All steps taken: say how it ended"),
                overdue(one, now) ? Tone.BAD : Tone.WATCH,
                one.phone(),
                one.phone().isEmpty() ? "" : "tel:" + one.phone().replaceAll("[^0-9+]", ""),
                one.taken().contains(Step.TEXT),
                rungs(one),
                one.attempts().reversed().stream().map(attempt -> line(one, attempt)).toList(),
                contacts(permit, one),
                ladder.rungs().stream()
                        .filter(rung -> rung.step() != Step.TEXT)
                        .map(rung -> new Choice(rung.step().name(), rung.title(), next(one, rung)))
                        .toList(),
                List.of(
                        new Choice("REACHED", "Reached", false),
                        new Choice("VOICEMAIL", "Voicemail", false),
                        new Choice("NO_ANSWER", "No answer", true),
                        new Choice("DONE", "Done", false)),
                Arrays.stream(Absence.Outcome.values())
                        .map(outcome ->
                                new Choice(
                                        outcome.name(),
                                        outcome.label(),
                                        outcome == Absence.Outcome.RETURNS))
                        .toList(),
                Ids.next(),
                error);
    }

    private boolean next(Absence one, Ladder.Rung rung) {
        return ladder.rungs().stream()
                .filter(other -> other.step() != Step.TEXT)
                .filter(other -> !one.taken().contains(other.step()))
                .findFirst()
                .map(other -> other.step() == rung.step())
                .orElse(false);
    }

    private List<OutreachView.Rung> rungs(Absence one) {
        var next = ladder.next(one.taken());
        return ladder.rungs().stream()
                .map(rung -> {
                    boolean done = one.taken().contains(rung.step());
                    boolean turn = next.isPresent() && next.get().step() == rung.step();
                    return new OutreachView.Rung(
                            rung.title(),
                            "within %d h".formatted(rung.within().toHours()),
                            done ? "done" : turn ? "next" : "later",
                            done ? "done" : turn ? "next" : "later");
                })
                .toList();
    }

    /** Only for whoever may open the client at all; whom they may tell is the client's to say. */
    private List<String> contacts(Permit permit, Absence one) {
        return access.decide(
                        permit.actor(),
                        Action.CLIENT_VIEW,
                        permit.purpose(),
                        new Resource(Resource.Kind.CLIENT, one.client().value()))
                .map(may ->
                        clients.contacts(may, one.client()).stream()
                                .filter(Contact::emergency)
                                .map(contact ->
                                        "%s (%s) %s"
                                                .formatted(
                                                        contact.name(),
                                                        contact.relationship(),
                                                        contact.phone())
                                                .strip())
                                .toList())
                .orElse(List.of());
    }

    private static OutreachView.Line line(Absence one, Absence.Attempt attempt) {
        return new OutreachView.Line(
                When.time(attempt.at(), one.zone()),
                word(attempt.step()) + ": " + attempt.result().label().toLowerCase(Locale.US),
                attempt.words(),
                attempt.by());
    }

    private static OutreachView.Settled settled(Absence one) {
        var outcome = one.outcome();
        var ended = outcome == null ? Absence.Outcome.EXPLAINED : outcome;
        return new OutreachView.Settled(
                one.name(),
                "/clients/" + one.client().value(),
                missed(one),
                ended.label(),
                switch (ended) {
                    case CAME, EXPLAINED, RETURNS -> Tone.GOOD;
                    case WANTS_CHANGE, LEAVES -> Tone.WATCH;
                    case UNREACHED -> Tone.BAD;
                });
    }

    private static String missed(Absence one) {
        return "%s, %s at %s"
                .formatted(
                        one.group(),
                        DAY.format(one.day()),
                        TIME.format(one.startsAt().atZone(one.zone())));
    }

    private boolean overdue(Absence one, Instant now) {
        return ladder.due(one.noticedAt(), one.taken()).map(due -> due.isBefore(now)).orElse(false);
    }

    private static boolean untold(Absence one, Instant now) {
        return one.day().equals(now.atZone(one.zone()).toLocalDate())
                && !one.taken().contains(Step.TEXT);
    }

    private static String clock(Instant due, Instant now) {
        var left = Duration.between(now, due);
        var size = left.abs();
        var words =
                size.toHours() >= 24
                        ? size.toDays() + (size.toDays() == 1 ? " day" : " days")
                        : size.toHours() > 0
                                ? "%d h %d min".formatted(size.toHours(), size.toMinutesPart())
                                : size.toMinutes() + " min";
        return left.isNegative() ? "Next step overdue by " + words : "Next step within " + words;
    }

    private static String word(Step step) {
        return switch (step) {
            case TEXT -> "Message";
            case CALL -> "Call";
            case CALL_AGAIN -> "Second call";
            case EMERGENCY_CONTACT -> "Emergency contact";
            case LETTER -> "Letter";
            case CONFERENCE -> "Case conference";
        };
    }
}
