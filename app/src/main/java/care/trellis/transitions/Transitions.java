package care.trellis.transitions;

import static care.trellis.base.Action.LEVEL_CHANGE;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.episodes.Admission;
import care.trellis.episodes.DischargeReason;
import care.trellis.episodes.Discharging;
import care.trellis.episodes.Episode;
import care.trellis.episodes.EpisodeId;
import care.trellis.episodes.Episodes;
import care.trellis.episodes.Plan;
import care.trellis.episodes.Plans;
import care.trellis.organizations.SiteId;
import care.trellis.papers.Papers;
import care.trellis.plans.Reviews;
import care.trellis.plans.TreatmentPlans;
import care.trellis.sessions.Booking;
import care.trellis.sessions.Bookings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to steps up, steps down, tapers and transfers. One action rewrites the placements,
 * the seats in sessions, the prescribed hours, the day the plan is due and what the payer is to be
 * asked, all or nothing; it is taken back as one. What a payer granted it never touches.
 */
@Service
public class Transitions {

    private final TransitionRecords records;
    private final NeedRecords needs;
    private final ProposalChecks checks;
    private final Undoings undoings;
    private final Clients clients;
    private final Episodes episodes;
    private final Plans prescriptions;
    private final TreatmentPlans plans;
    private final Reviews reviews;
    private final Bookings bookings;
    private final Papers papers;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Transitions(
            TransitionRecords records,
            NeedRecords needs,
            ProposalChecks checks,
            Undoings undoings,
            Clients clients,
            Episodes episodes,
            Plans prescriptions,
            TreatmentPlans plans,
            Reviews reviews,
            Bookings bookings,
            Papers papers,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.needs = needs;
        this.checks = checks;
        this.undoings = undoings;
        this.clients = clients;
        this.episodes = episodes;
        this.prescriptions = prescriptions;
        this.plans = plans;
        this.reviews = reviews;
        this.bookings = bookings;
        this.papers = papers;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * What a client's care looks like, and what was changed about it.
     *
     * @param stay null where the client is in no program
     * @param determination signed and not carried out; null where there is none
     * @param programs of the client's site, then of the others that the reader works at, by id and
     *     name
     * @param changes the newest first; a sentence beside one says why it cannot be taken back,
     *     nothing where it can
     */
    public record Care(
            @Nullable Episode stay,
            int minutesPerWeek,
            List<Booking> bookings,
            List<Authorized> authorized,
            @Nullable Determination determination,
            Map<UUID, String> programs,
            List<Made> changes) {

        /** Copies the lists. */
        public Care {
            bookings = List.copyOf(bookings);
            authorized = List.copyOf(authorized);
            changes = List.copyOf(changes);
        }
    }

    /** A change, and why it cannot be taken back; empty where it can. */
    public record Made(Transition transition, String bound) {}

    /** The care of today, for the page on which it is changed. */
    @Transactional
    public Care of(Permit permit, ClientId client) {
        permit.require(LEVEL_CHANGE, resource(client));
        var today = clients.today(permit, client);
        var stay = open(permit, client);
        audit.record(permit, "transitions.transition", client.value(), client.value());
        var programs = new LinkedHashMap<UUID, String>();
        records.programs(client, permit.actor().sites())
                .forEach(one -> programs.put(one.id().value(), one.label()));
        return new Care(
                stay.orElse(null),
                stay.map(one -> minutes(permit, one, today)).orElse(0),
                bookings.of(permit, client, today),
                needs.granted(client, today),
                determination(permit, client).orElse(null),
                programs,
                records.of(client).stream()
                        .map(one ->
                                new Made(one.transition(), undoings.bound(permit, one).orElse("")))
                        .toList());
    }

    /** What a proposal would do; nothing changes. Refused where it could not be made. */
    @Transactional(readOnly = true)
    public Change<Rewrite> preview(Permit permit, ClientId client, Proposal proposal) {
        permit.require(LEVEL_CHANGE, resource(client));
        var stay = open(permit, client);
        var problems = checks.check(permit, client, stay, proposal);
        if (stay.isEmpty() || !problems.none()) {
            return problems.refused();
        }
        return new Change.Done<>(rewrite(permit, client, stay.get(), proposal));
    }

    /**
     * Makes the change, all of it or nothing. The same key twice makes it once.
     *
     * @param key made with the form; becomes the change's id
     */
    @Transactional
    public Change<TransitionId> make(Permit permit, UUID key, ClientId client, Proposal proposal) {
        permit.require(LEVEL_CHANGE, resource(client));
        clients.hold(permit, client);
        var id = new TransitionId(key);
        if (records.of(client).stream().anyMatch(one -> one.transition().id().equals(id))) {
            return new Change.Done<>(id);
        }
        var stay = open(permit, client);
        var problems = checks.check(permit, client, stay, proposal);
        problems.text(proposal.reason(), Proposal.LONGEST_REASON, "reason", "why the care changes");
        if (stay.isEmpty() || !problems.none()) {
            return problems.refused();
        }
        if (once.first(
                permit, key, "transition " + client + proposal.program() + proposal.steps())) {
            var rewrite = rewrite(permit, client, stay.get(), proposal);
            carryOut(permit, id, client, stay.get(), proposal, rewrite);
        }
        return new Change.Done<>(id);
    }

    /** Takes a change back as one, as long as nothing depends on it. */
    @Transactional
    public Undoing undo(Permit permit, ClientId client, TransitionId transition) {
        permit.require(LEVEL_CHANGE, resource(client));
        clients.hold(permit, client);
        var made =
                records.of(client).stream()
                        .filter(one -> one.transition().id().equals(transition))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (made.transition().undone() != null) {
            return new Undoing.AlreadyUndone();
        }
        var bound = undoings.bound(permit, made);
        return bound.isPresent()
                ? new Undoing.Bound(bound.get())
                : new Undoing.Undone(undoings.undo(permit, made));
    }

    private void carryOut(
            Permit permit,
            TransitionId id,
            ClientId client,
            Episode stay,
            Proposal proposal,
            Rewrite rewrite) {
        var today = clients.today(permit, client);
        var from = proposal.steps().getFirst().from();
        boolean elsewhere = !proposal.program().equals(stay.program());
        var inForce = prescriptions.of(permit, client, stay.id()).on(from);
        var booked = booked(permit, client, stay, from);
        var due = reviews.bringForward(permit, client, stay.id(), from);
        var siteBefore = follow(permit, client, proposal).orElse(null);
        var home = elsewhere ? admit(permit, id, client, proposal) : stay.id();
        var placements =
                elsewhere
                        ? leave(permit, client, stay, from)
                        : episodes.place(permit, client, home, from, placements(proposal.steps()));
        if (elsewhere) {
            episodes.place(permit, client, home, from, placements(proposal.steps()));
        }
        var versions = versions(proposal.steps(), inForce);
        var prescribed =
                elsewhere
                        ? List.<Plan.Version>of()
                        : prescriptions.prescribe(permit, client, home, from, versions);
        if (elsewhere) {
            prescriptions.prescribe(permit, client, home, from, versions);
        } else if (from.equals(today)) {
            plans.follow(permit, client, home, proposal.steps().getFirst().minutesPerWeek());
        }
        bookings.rewrite(
                permit, client, List.of(stay.id(), home), from, bookings(home, proposal.steps()));
        var decided = needs.decided(client);
        needs.settle(client, clock.instant());
        records.insert(
                new Transition(
                        id,
                        rewrite.kind(),
                        from,
                        proposal.steps(),
                        proposal.reason().strip(),
                        rewrite.seats().left().size(),
                        rewrite.seats().taken().size(),
                        clock.instant(),
                        permit.actor().name(),
                        null),
                client,
                stay.id(),
                new Before(
                        placements,
                        prescribed,
                        booked,
                        rewrite.minutesBefore(),
                        elsewhere ? home : null,
                        siteBefore,
                        due.orElse(null)),
                permit.actor());
        decided.ifPresent(paper -> records.carries(id, paper.paper()));
        IntStream.range(0, rewrite.needs().size())
                .forEach(number -> needs.open(id, number, client, rewrite.needs().get(number)));
        audit.record(
                permit,
                "transitions.transition",
                id.value(),
                client.value(),
                rewrite.kind().name());
    }

    /** Takes the record along to a program of another site; the site that it leaves. */
    private Optional<SiteId> follow(Permit permit, ClientId client, Proposal proposal) {
        return records.otherSite(client, proposal.program())
                .map(to -> {
                    var before = clients.find(permit, client).site();
                    clients.move(permit, client, to.site());
                    return before;
                });
    }

    private EpisodeId admit(Permit permit, TransitionId id, ClientId client, Proposal proposal) {
        var first = proposal.steps().getFirst();
        return switch (episodes.admit(
                permit,
                UUID.nameUUIDFromBytes(("stay of " + id.value()).getBytes(StandardCharsets.UTF_8)),
                client,
                proposal.program(),
                first.level(),
                first.from())) {
            case Admission.Admitted admitted -> admitted.episode();
            case Admission.AlreadyAdmitted already -> throw unexpected();
            case Admission.BeforeLastDischarge early -> throw unexpected();
            case Admission.NoSuchProgram none -> throw unexpected();
        };
    }

    private List<Episode.Placement> leave(
            Permit permit, ClientId client, Episode stay, LocalDate from) {
        var before =
                stay.placements().stream()
                        .filter(one -> one.to() == null || !one.to().isBefore(from))
                        .toList();
        return switch (episodes.discharge(
                permit, client, stay.id(), from.minusDays(1), DischargeReason.TRANSFERRED)) {
            case Discharging.Discharged done -> before;
            case Discharging.AlreadyDischarged already -> throw unexpected();
            case Discharging.BeforeAdmission early -> throw unexpected();
        };
    }

    private Rewrite rewrite(Permit permit, ClientId client, Episode stay, Proposal proposal) {
        var steps = proposal.steps();
        var from = steps.getFirst().from();
        var level = stay.placement(from.minusDays(1)).orElseThrow().level();
        int minutes = minutes(permit, stay, from.minusDays(1));
        boolean elsewhere = !proposal.program().equals(stay.program());
        var asked = new ArrayList<Need>();
        var lastLevel = level;
        int lastMinutes = minutes;
        for (var step : steps) {
            if (elsewhere || step.level() != lastLevel || step.minutesPerWeek() != lastMinutes) {
                needs.asked(client, step).ifPresent(asked::add);
            }
            lastLevel = step.level();
            lastMinutes = step.minutesPerWeek();
        }
        return new Rewrite(
                Transition.Kind.of(elsewhere, level, minutes, steps),
                bookings.preview(
                        permit, client, List.of(stay.id()), from, bookings(stay.id(), steps)),
                minutes,
                asked,
                records.otherSite(client, proposal.program())
                        .map(TransitionRecords.Program::siteName)
                        .orElse(null),
                from);
    }

    private Optional<Determination> determination(Permit permit, ClientId client) {
        return needs.decided(client)
                .map(decided ->
                        new Determination(
                                decided.paper(),
                                decided.level(),
                                decided.on(),
                                papers.latest(permit, client, Determination.FORM)
                                        .map(answers -> answers.one("loc_reason"))
                                        .orElse("")));
    }

    private Optional<Episode> open(Permit permit, ClientId client) {
        return episodes.of(permit, client).stream().filter(Episode::isOpen).findFirst();
    }

    private int minutes(Permit permit, Episode stay, LocalDate day) {
        return prescriptions
                .of(permit, stay.client(), stay.id())
                .on(day)
                .map(Plan.Version::minutesPerWeek)
                .orElse(0);
    }

    private List<Booking> booked(Permit permit, ClientId client, Episode stay, LocalDate from) {
        return bookings.of(permit, client, from).stream()
                .filter(one -> one.episode().equals(stay.id()))
                .toList();
    }

    private static List<Episode.Placement> placements(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(i ->
                        new Episode.Placement(
                                steps.get(i).level(), steps.get(i).from(), last(steps, i)))
                .toList();
    }

    private static List<Plan.Version> versions(List<Step> steps, Optional<Plan.Version> before) {
        return steps.stream()
                .map(step ->
                        new Plan.Version(
                                step.minutesPerWeek(),
                                step.from(),
                                before.map(Plan.Version::physicianSignedOn).orElse(null),
                                before.map(Plan.Version::certifiedOn).orElse(null)))
                .toList();
    }

    private static List<Booking> bookings(EpisodeId stay, List<Step> steps) {
        return IntStream.range(0, steps.size())
                .boxed()
                .flatMap(i ->
                        steps.get(i).week().stream()
                                .map(slot ->
                                        new Booking(
                                                Ids.next(),
                                                stay,
                                                slot.track(),
                                                slot.days(),
                                                steps.get(i).from(),
                                                last(steps, i))))
                .toList();
    }

    private static @Nullable LocalDate last(List<Step> steps, int i) {
        return i + 1 == steps.size() ? null : steps.get(i + 1).from().minusDays(1);
    }

    private static IllegalStateException unexpected() {
        return new IllegalStateException("The stay changed while it was held");
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
