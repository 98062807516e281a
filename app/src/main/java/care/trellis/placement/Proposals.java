package care.trellis.placement;

import static care.trellis.base.Action.PLACEMENT_EDIT;
import static care.trellis.base.Action.PLACEMENT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Checker;
import care.trellis.engine.placement.Optimizer;
import care.trellis.engine.placement.Place;
import care.trellis.engine.placement.Proposal;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.Booking;
import care.trellis.sessions.Bookings;
import care.trellis.sessions.SeatLocks;
import care.trellis.sessions.TrackId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to proposals: staff ask for one, look at it, take all of it or some, and can take
 * that back. A proposal by itself changes nothing.
 */
@Service
public class Proposals {

    private static final int SHORTEST_SECONDS = 3;
    private static final int LONGEST_SECONDS = 20;

    private final Situations situations;
    private final ProposalRecords records;
    private final PinRecords pins;
    private final WaitingRecords waitings;
    private final Bookings bookings;
    private final SeatLocks locks;
    private final PlacementJobs.Later later;
    private final Audit audit;
    private final Once once;
    private final HomeTime home;
    private final Clock clock;

    Proposals(
            Situations situations,
            ProposalRecords records,
            PinRecords pins,
            WaitingRecords waitings,
            Bookings bookings,
            SeatLocks locks,
            PlacementJobs.Later later,
            Audit audit,
            Once once,
            HomeTime home,
            Clock clock) {
        this.situations = situations;
        this.records = records;
        this.pins = pins;
        this.waitings = waitings;
        this.bookings = bookings;
        this.locks = locks;
        this.later = later;
        this.audit = audit;
        this.once = once;
        this.home = home;
        this.clock = clock;
    }

    /** People and tracks of a site as they are now. The reading is recorded. */
    @Transactional
    public Situation situation(Permit permit, SiteId site, boolean whole) {
        permit.require(PLACEMENT_VIEW, PLACEMENT_EDIT);
        situations.atWork(permit, site);
        var situation = situations.of(permit, site, whole);
        audit.recordMany(
                permit, "sessions.enrollment", site.value(), situation.question().people().size());
        return situation;
    }

    /**
     * Begins to look for places; a job does it.
     *
     * @param whole whether who has a place may be moved too
     */
    @Transactional
    public UUID start(Permit permit, UUID key, SiteId site, boolean whole) {
        permit.require(PLACEMENT_EDIT);
        situations.atWork(permit, site);
        if (once.first(permit, key, "search " + site.value() + whole)) {
            var question = situations.of(permit, site, whole).question();
            long free = question.people().stream().filter(it -> !it.pinned()).count();
            int seconds = (int) Math.clamp(free / 4, SHORTEST_SECONDS, LONGEST_SECONDS);
            records.start(
                    new Search(
                            key,
                            site,
                            whole,
                            clock.instant(),
                            permit.actor().name(),
                            seconds,
                            0,
                            0,
                            null,
                            Search.State.RUNNING),
                    question);
            later.search(key);
            audit.record(permit, "placement.search", key, null);
        }
        return key;
    }

    /** The search of a site that was begun last. */
    @Transactional(readOnly = true)
    public Optional<Search> latest(Permit permit, SiteId site) {
        permit.require(PLACEMENT_VIEW, PLACEMENT_EDIT);
        situations.atWork(permit, site);
        return records.latest(site);
    }

    /** What a finished search proposes. */
    @Transactional
    public Optional<Proposal> proposal(Permit permit, UUID search) {
        permit.require(PLACEMENT_VIEW, PLACEMENT_EDIT);
        find(permit, search);
        audit.record(permit, "placement.search", search, null, "READ");
        return records.proposal(search);
    }

    /** What was taken of it, the newest first. */
    @Transactional(readOnly = true)
    public List<Acceptance> acceptances(Permit permit, UUID search) {
        permit.require(PLACEMENT_VIEW, PLACEMENT_EDIT);
        find(permit, search);
        return records.acceptances(search, null).stream()
                .map(ProposalRecords.Whole::acceptance)
                .toList();
    }

    /**
     * Gives these clients the places that the proposal has for them, all or nobody. The rules are
     * checked again as things are now; whoever no longer fits is named.
     *
     * @param from the first day, not in the past; of a stay that begins later, its own
     */
    @Transactional
    public Change<UUID> accept(
            Permit permit, UUID key, UUID search, Collection<ClientId> clients, LocalDate from) {
        permit.require(PLACEMENT_EDIT);
        var found = find(permit, search);
        var proposal = records.proposal(search).orElseThrow(NotFound::new);
        if (clients.isEmpty()) {
            return Change.refused("", "NOBODY", "Tick at least one person.");
        }
        if (from.isBefore(home.today())) {
            return Change.refused("from", "PAST", "Places begin today or later.");
        }
        records.lock(found.site());
        if (!once.first(permit, key, "accept " + search + clients + from)) {
            return new Change.Done<>(key);
        }
        locks.lock(permit, clients);
        var now = situations.of(permit, found.site(), true);
        var chosen = chosen(proposal, pins.all(), clients);
        var problems = problems(now, chosen);
        if (!problems.isEmpty()) {
            return new Change.Refused<>(problems);
        }
        var before = new ArrayList<ProposalRecords.GaveWay>();
        chosen.forEach((client, place) -> before.add(place(permit, now, client, place, from)));
        records.accept(
                new ProposalRecords.Whole(
                        new Acceptance(
                                key,
                                from,
                                List.copyOf(chosen.keySet()),
                                clock.instant(),
                                permit.actor().name(),
                                false),
                        search,
                        before));
        audit.recordMany(permit, "placement.acceptance", key, chosen.size());
        return new Change.Done<>(key);
    }

    /** Where staff pinned somebody, that is the place; the proposal's is for the others. */
    private static Map<ClientId, Place> chosen(
            Proposal proposal, Map<ClientId, Place> pinned, Collection<ClientId> clients) {
        var places = proposal.places();
        var chosen = new HashMap<ClientId, Place>();
        for (var client : clients) {
            var place = pinned.getOrDefault(client, places.get(client.value().toString()));
            if (place == null) {
                throw new NotFound();
            }
            chosen.put(client, place);
        }
        return chosen;
    }

    private static List<Problem> problems(Situation now, Map<ClientId, Place> chosen) {
        var places = new HashMap<String, Place>();
        now.question().people().stream()
                .filter(person -> person.current() != null)
                .forEach(person -> places.put(person.id(), person.current()));
        var problems = new ArrayList<Problem>();
        var known = now.question().tracks().stream().map(it -> it.id()).toList();
        var people = now.question().people().stream().map(it -> it.id()).toList();
        chosen.forEach((client, place) -> {
            var id = client.value().toString();
            if (!known.contains(place.track()) || !people.contains(id)) {
                problems.add(gone(now, id));
            } else {
                places.put(id, place);
            }
        });
        if (problems.isEmpty()) {
            Checker.breaches(now.question(), places).stream()
                    .map(Checker.Breach::person)
                    .distinct()
                    .map(person -> gone(now, person))
                    .forEach(problems::add);
        }
        return problems;
    }

    private static Problem gone(Situation now, String person) {
        var stay = now.stays().get(person);
        return new Problem(
                "",
                "NO_LONGER_FITS",
                "%s no longer fits: something changed since the proposal was made. Propose again, or leave them out."
                        .formatted(stay == null ? "Somebody who left" : stay.name()));
    }

    private ProposalRecords.GaveWay place(
            Permit permit, Situation now, ClientId client, Place place, LocalDate wanted) {
        var stay = now.stays().get(client.value().toString());
        if (stay == null) {
            throw new NotFound();
        }
        var from = wanted.isBefore(stay.admittedOn()) ? stay.admittedOn() : wanted;
        var before =
                bookings.of(permit, client, from).stream()
                        .filter(it -> it.episode().equals(stay.episode()))
                        .toList();
        bookings.rewrite(
                permit,
                client,
                List.of(stay.episode()),
                from,
                List.of(
                        new Booking(
                                Ids.next(),
                                stay.episode(),
                                TrackId.of(place.track()),
                                place.days(),
                                from,
                                null)));
        var waiting = waitings.leave(client, LeaveReason.PLACED, clock.instant()).orElse(null);
        return new ProposalRecords.GaveWay(client, before, waiting);
    }

    /** Takes an acceptance back: bookings and waiting list are as they were. */
    @Transactional
    public void undo(Permit permit, UUID acceptance) {
        permit.require(PLACEMENT_EDIT);
        var whole =
                records.acceptances(null, acceptance).stream()
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var site = find(permit, whole.search()).site();
        records.lock(site);
        if (!records.undo(acceptance, clock.instant(), permit.actor().name())) {
            return;
        }
        locks.lock(permit, whole.before().stream().map(ProposalRecords.GaveWay::client).toList());
        var stays = situations.of(permit, site, true).stays();
        for (var before : whole.before()) {
            var stay = stays.get(before.client().value().toString());
            if (stay != null) {
                bookings.rewrite(
                        permit,
                        before.client(),
                        List.of(stay.episode()),
                        whole.acceptance().from(),
                        before.bookings());
            }
            if (before.waiting() != null) {
                waitings.back(before.waiting(), before.client());
            }
        }
        audit.recordMany(permit, "placement.acceptance", acceptance, whole.before().size());
    }

    /** Every place that a person's own facts allow, whoever else is there. */
    @Transactional(readOnly = true)
    public List<Place> possible(Permit permit, SiteId site, ClientId client) {
        permit.require(WaitingList.resource(client), PLACEMENT_VIEW, PLACEMENT_EDIT);
        var now = situations.of(permit, site, true);
        return Optimizer.possible(now.question(), now.person(client.value().toString()));
    }

    /**
     * Puts a client into a track as somebody does who drags a card there: they are pinned to the
     * place in it that gives them most of the week, on the days they come now where that is one.
     * Nothing changes until it is taken.
     */
    @Transactional
    public Change<Place> move(Permit permit, SiteId site, ClientId client, TrackId track) {
        permit.require(PLACEMENT_EDIT, WaitingList.resource(client));
        var now = situations.of(permit, site, true);
        var person = now.person(client.value().toString());
        var current = now.newcomers().contains(person.id()) ? null : person.current();
        var best =
                Optimizer.possible(now.question(), person).stream()
                        .filter(place -> place.track().equals(track.value().toString()))
                        .max(
                                Comparator.comparing((Place place) ->
                                                current != null
                                                        && place.days().equals(current.days()))
                                        .thenComparing(place -> place.days().size()));
        if (best.isEmpty()) {
            return Change.refused(
                    "",
                    "NOT_POSSIBLE",
                    "%s cannot come there: level, age, language, times or payer do not fit. Open the card to see why."
                            .formatted(
                                    Objects.requireNonNull(
                                                    now.stays().get(client.value().toString()))
                                            .name()));
        }
        if (best.get().equals(current)) {
            unpin(permit, client);
        } else {
            pin(permit, client, best.get());
        }
        return new Change.Done<>(best.get());
    }

    /** Keeps a client in a place: no proposal changes it, and nobody else gets that seat. */
    @Transactional
    public void pin(Permit permit, ClientId client, Place place) {
        permit.require(PLACEMENT_EDIT, WaitingList.resource(client));
        pins.put(client, place, clock.instant(), permit.actor().name());
        audit.record(permit, "placement.pin", client.value(), client.value());
    }

    /** Lets proposals move a client again. */
    @Transactional
    public void unpin(Permit permit, ClientId client) {
        permit.require(PLACEMENT_EDIT, WaitingList.resource(client));
        pins.remove(client);
        audit.record(permit, "placement.pin", client.value(), client.value(), "REMOVED");
    }

    /** Who is pinned. */
    @Transactional(readOnly = true)
    public Map<ClientId, Place> pinned(Permit permit) {
        permit.require(PLACEMENT_VIEW, PLACEMENT_EDIT);
        return pins.all();
    }

    private Search find(Permit permit, UUID search) {
        var found = records.find(search).orElseThrow(NotFound::new);
        situations.atWork(permit, found.site());
        return found;
    }
}
