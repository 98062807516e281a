package care.trellis.placement;

import static care.trellis.base.Action.LEDGER_VIEW;
import static care.trellis.base.Action.MAKE_UP_OFFER;

import care.trellis.access.Access;
import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.messages.Messages;
import care.trellis.messages.Queueing;
import care.trellis.messages.TextReceived;
import care.trellis.messages.Wording;
import care.trellis.sessions.Holding;
import care.trellis.sessions.SeatHolds;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Taking;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to offers of make-up sessions: two choices, a seat held in each for half an hour,
 * one answer. The client answers by text, or staff writes down what they said.
 */
@Service
public class MakeUpOffers {

    /** How long seats are held. */
    public static final Duration HELD = Duration.ofMinutes(30);

    private final MakeUpFinder finder;
    private final OfferRecords records;
    private final SeatHolds holds;
    private final Messages messages;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    MakeUpOffers(
            MakeUpFinder finder,
            OfferRecords records,
            SeatHolds holds,
            Messages messages,
            Audit audit,
            Once once,
            Clock clock) {
        this.finder = finder;
        this.records = records;
        this.holds = holds;
        this.messages = messages;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** What the client was offered, the newest first. */
    @Transactional(readOnly = true)
    public List<Offer> of(Permit permit, ClientId client) {
        permit.require(WaitingList.resource(client), LEDGER_VIEW, MAKE_UP_OFFER);
        return records.of(client);
    }

    /**
     * Offers one or two sessions and holds a seat in each. Seats of an offer that is still open are
     * let go: a client has one offer at a time.
     *
     * @param text whether the client is written to; where they want no messages, staff tells them
     */
    @Transactional
    public Change<UUID> offer(
            Permit permit,
            UUID key,
            ClientId client,
            LocalDate monday,
            List<SessionId> sessions,
            boolean text) {
        permit.require(MAKE_UP_OFFER, WaitingList.resource(client));
        if (sessions.isEmpty() || sessions.size() > 2) {
            return Change.refused("session", "ONE_OR_TWO", "Tick one or two sessions.");
        }
        if (!once.first(permit, key, "offer " + client.value() + sessions)) {
            return new Change.Done<>(key);
        }
        withdrawOpen(permit, client);
        var possible = finder.find(permit, client, monday).sessions();
        var until = clock.instant().plus(HELD);
        var choices = new ArrayList<Offer.Choice>();
        for (var session : sessions) {
            var fits = possible.stream().filter(it -> it.session().equals(session)).findFirst();
            if (fits.isEmpty()) {
                throw new SeatGone();
            }
            var hold = Ids.next();
            switch (holds.hold(permit, hold, session, client, fits.get().most(), until)) {
                case Holding.Held(var id, var _) ->
                        choices.add(
                                new Offer.Choice(
                                        choices.size() + 1,
                                        session,
                                        id,
                                        fits.get().title(),
                                        fits.get().startsAt(),
                                        fits.get().endsAt(),
                                        fits.get().zone(),
                                        false));
                case Holding.Full _, Holding.AlreadyThere _, Holding.NotTakingPlace _ ->
                        throw new SeatGone();
            }
        }
        boolean texted = text && choices.size() == 2 && write(permit, key, client, choices);
        records.add(
                new Offer(
                        key,
                        client,
                        monday,
                        clock.instant(),
                        permit.actor().name(),
                        until,
                        texted,
                        null,
                        "",
                        choices));
        audit.record(permit, "placement.offer", key, client.value());
        return new Change.Done<>(key);
    }

    /** Thrown where a seat went to somebody else meanwhile: nothing is offered, nothing is held. */
    public static final class SeatGone extends RuntimeException {
        SeatGone() {
            super("A seat went to somebody else");
        }
    }

    private void withdrawOpen(Permit permit, ClientId client) {
        for (var offer : records.of(client)) {
            if (offer.answer() == null) {
                offer.choices().forEach(choice -> holds.release(permit, choice.hold()));
                records.answer(
                        offer.id(),
                        offer.until().isAfter(clock.instant())
                                ? Offer.Answer.WITHDRAWN
                                : Offer.Answer.TOO_LATE,
                        0,
                        permit.actor().name(),
                        clock.instant());
            }
        }
    }

    private boolean write(Permit permit, UUID key, ClientId client, List<Offer.Choice> choices) {
        var first = choices.getFirst();
        var second = choices.getLast();
        return switch (messages.queue(
                permit,
                derived(key, "offer"),
                client,
                Wording.of("offer")
                        .with("first", first.startsAt().atZone(first.zone()))
                        .with("second", second.startsAt().atZone(second.zone()))
                        .with("minutes", String.valueOf(HELD.toMinutes())),
                clock.instant(),
                clock.instant().plus(HELD.dividedBy(2)))) {
            case Queueing.Queued _, Queueing.AlreadyQueued _ -> true;
            case Queueing.NotWanted _,
                    Queueing.NoAddress _,
                    Queueing.TooMany _,
                    Queueing.TooLate _ ->
                    false;
        };
    }

    /**
     * Takes one of the sessions offered. Two answers at once, or a second one: the first counts.
     *
     * @param number 1 or 2
     */
    @Transactional
    public Answered take(Permit permit, UUID offer, int number) {
        permit.require(MAKE_UP_OFFER);
        var found = records.find(offer).orElseThrow(NotFound::new);
        permit.require(MAKE_UP_OFFER, WaitingList.resource(found.client()));
        var choice =
                found.choices().stream()
                        .filter(it -> it.number() == number)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (found.answer() != null) {
            return new Answered.Before(found.answer());
        }
        boolean taken = holds.take(permit, choice.hold()) instanceof Taking.Taken;
        var answer = taken ? Offer.Answer.TAKEN : Offer.Answer.TOO_LATE;
        if (!records.answer(offer, answer, number, permit.actor().name(), clock.instant())) {
            return new Answered.Before(
                    records.find(offer).map(Offer::answer).orElse(Offer.Answer.TAKEN));
        }
        found.choices().stream()
                .filter(it -> it.number() != number || !taken)
                .forEach(it -> holds.release(permit, it.hold()));
        audit.record(permit, "placement.offer", offer, found.client().value(), answer.name());
        return taken ? new Answered.Taken(choice) : new Answered.TooLate();
    }

    /** The client wants neither; the seats are free at once. */
    @Transactional
    public void decline(Permit permit, UUID offer) {
        permit.require(MAKE_UP_OFFER);
        var found = records.find(offer).orElseThrow(NotFound::new);
        permit.require(MAKE_UP_OFFER, WaitingList.resource(found.client()));
        if (records.answer(
                offer, Offer.Answer.DECLINED, 0, permit.actor().name(), clock.instant())) {
            found.choices().forEach(choice -> holds.release(permit, choice.hold()));
            audit.record(permit, "placement.offer", offer, found.client().value(), "DECLINED");
        }
    }

    /** A client answered an open offer by text with its number. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TextReceived text) {
        if (!text.words().matches("[12]")) {
            return;
        }
        for (var client : text.clients()) {
            records.of(client).stream()
                    .filter(offer -> offer.texted() && waits(offer, text.at()))
                    .findFirst()
                    .ifPresent(offer -> answer(offer, text));
        }
    }

    private static boolean waits(Offer offer, Instant at) {
        return offer.answer() == null && offer.madeAt().isBefore(at);
    }

    private void answer(Offer offer, TextReceived text) {
        var permit =
                Access.system(
                        OrganizationContext.current(), MAKE_UP_OFFER, Permit.Purpose.TREATMENT);
        int number = Integer.parseInt(text.words());
        if (number > offer.choices().size()) {
            return;
        }
        var wording =
                switch (take(permit, offer.id(), number)) {
                    case Answered.Taken(var choice) ->
                            Wording.of("offer-taken").at(choice.startsAt().atZone(choice.zone()));
                    case Answered.TooLate _, Answered.Before _ -> Wording.of("offer-over");
                };
        messages.queue(permit, derived(text.id(), "answer"), offer.client(), wording);
    }

    /** A key of its own for what one key causes, the same every time. */
    private static UUID derived(UUID key, String what) {
        return UUID.nameUUIDFromBytes((key + what).getBytes(StandardCharsets.UTF_8));
    }
}
