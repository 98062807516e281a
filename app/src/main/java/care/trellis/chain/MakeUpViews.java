package care.trellis.chain;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.ledger.ClientWeek;
import care.trellis.ledger.Ledger;
import care.trellis.placement.MakeUp;
import care.trellis.placement.MakeUpFinder;
import care.trellis.placement.MakeUpOffers;
import care.trellis.placement.Offer;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lays out what can make up for a week that falls short. */
@Component
class MakeUpViews {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMM d", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    private final Ledger ledger;
    private final MakeUpFinder finder;
    private final MakeUpOffers offers;
    private final Access access;
    private final Clock clock;

    MakeUpViews(
            Ledger ledger, MakeUpFinder finder, MakeUpOffers offers, Access access, Clock clock) {
        this.ledger = ledger;
        this.finder = finder;
        this.offers = offers;
        this.access = access;
        this.clock = clock;
    }

    MakeUpView view(Permit permit, ClientId client, LocalDate monday, Form form, String said) {
        var week = week(permit, client, monday);
        int lack = week.map(MakeUpViews::lack).orElse(0);
        var fitting = finder.find(permit, client, monday);
        var found =
                fitting.sessions().stream()
                        .sorted(
                                Comparator.comparing((MakeUp it) -> it.minutes() < lack)
                                        .thenComparing(it -> !it.wished())
                                        .thenComparing(MakeUp::startsAt))
                        .toList();
        return new MakeUpView(
                MakeUpController.path(client, monday),
                "/ledger/" + client.value() + "?week=" + monday,
                week.map(ClientWeek::name).orElse("The client"),
                "Week of " + When.day(monday),
                lack == 0 ? "" : Words.hours(lack),
                week.map(MakeUpViews::asked).orElse(""),
                said(form, said),
                found.stream().map(it -> option(it, lack, form)).toList(),
                fitting.against().entrySet().stream()
                        .map(it -> it.getKey().label() + " would not count: " + it.getValue())
                        .sorted()
                        .toList(),
                offers.of(permit, client).stream()
                        .filter(it -> it.monday().equals(monday))
                        .map(it -> past(client, monday, it))
                        .toList(),
                form,
                access.mayByRole(permit.actor(), Action.MAKE_UP_OFFER));
    }

    /** What the payer's week lacks; where it asks for no hours, what the plan's week lacks. */
    private static int lack(ClientWeek week) {
        var prescribed = week.prescribed();
        return week.needed() != null || prescribed == null
                ? week.willLack()
                : Math.max(0, prescribed - week.forecast());
    }

    private static String asked(ClientWeek week) {
        var needed = week.needed();
        var prescribed = week.prescribed();
        if (needed != null) {
            return "The payer asks " + Words.hours(needed) + " of a week";
        }
        return prescribed == null
                ? ""
                : "The plan asks " + Words.hours(prescribed) + " of a week, the payer no number";
    }

    /** The permit of an offer reads no ledger: after a refusal only the sessions are shown. */
    private Optional<ClientWeek> week(Permit permit, ClientId client, LocalDate monday) {
        return permit.action() == Action.LEDGER_VIEW
                ? Optional.of(ledger.week(permit, client, monday).orElseThrow(NotFound::new))
                : Optional.empty();
    }

    private static String said(Form form, String said) {
        if (!form.error("session").isEmpty()) {
            return form.error("session");
        }
        return switch (said) {
            case "late" ->
                    "The seat is no longer held, or the client has another group at that hour by now. Offer another one from below.";
            case "before" -> "Somebody recorded an answer before. It stands below.";
            default -> "";
        };
    }

    private static MakeUpView.Option option(MakeUp found, int lack, Form form) {
        var id = found.session().value().toString();
        return new MakeUpView.Option(
                id,
                DAY.format(found.startsAt().atZone(found.zone())),
                time(found.startsAt(), found.endsAt(), found.zone()),
                found.title(),
                found.track(),
                Words.hours(found.minutes()),
                found.modality().label() + (found.rule().isEmpty() ? "" : ": " + found.rule()),
                found.wished(),
                found.bound().isEmpty()
                        ? "No limit of seats"
                        : found.left() == 1
                                ? "Last seat, set by " + found.bound()
                                : "%d seats free, set by %s".formatted(found.left(), found.bound()),
                found.left() == 1,
                lack > 0 && found.minutes() >= lack,
                form.ticked("session", id));
    }

    private static String time(Instant from, Instant to, ZoneId zone) {
        return TIME.format(from.atZone(zone)) + " – " + TIME.format(to.atZone(zone));
    }

    private MakeUpView.Past past(ClientId client, LocalDate monday, Offer offer) {
        var now = clock.instant();
        boolean open = offer.open(now);
        var zone = offer.choices().getFirst().zone();
        var answer = offer.answer();
        return new MakeUpView.Past(
                open
                        ? "Seats held for %d more minutes"
                                .formatted(
                                        Math.max(
                                                1,
                                                Duration.between(now, offer.until()).toMinutes()))
                        : "Offered " + When.time(offer.madeAt(), zone),
                "%s, by %s%s"
                        .formatted(
                                offer.texted() ? "Sent by text" : "To be told by staff",
                                offer.madeBy(),
                                answer == null ? "" : "; answer recorded by " + offer.answeredBy()),
                answer == null ? (open ? "Waits for an answer" : "No answer") : word(answer),
                answer == Offer.Answer.TAKEN ? Tone.GOOD : open ? Tone.WATCH : Tone.NEUTRAL,
                open,
                MakeUpController.path(client, monday) + "/" + offer.id() + "/answer",
                offer.choices().stream()
                        .map(it ->
                                new MakeUpView.Said(
                                        it.number(),
                                        "%s, %s · %s"
                                                .formatted(
                                                        DAY.format(it.startsAt().atZone(it.zone())),
                                                        time(it.startsAt(), it.endsAt(), it.zone()),
                                                        it.title()),
                                        it.taken()))
                        .toList());
    }

    private static String word(Offer.Answer answer) {
        return switch (answer) {
            case TAKEN -> "Taken";
            case DECLINED -> "Declined";
            case TOO_LATE -> "Too late";
            case WITHDRAWN -> "Offered anew";
        };
    }
}
