package care.trellis.transitions;

import care.trellis.audit.Audit;
import care.trellis.base.Permit;
import care.trellis.clients.Clients;
import care.trellis.episodes.Episode;
import care.trellis.episodes.Episodes;
import care.trellis.episodes.Plans;
import care.trellis.plans.PlanSignatures;
import care.trellis.plans.Reviews;
import care.trellis.plans.TreatmentPlans;
import care.trellis.sessions.Bookings;
import care.trellis.sessions.Seats;
import care.trellis.web.When;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes changes back: what stands against it, and how all that gave way is given back. */
@Component
class Undoings {

    private final TransitionRecords records;
    private final NeedRecords needs;
    private final Clients clients;
    private final Episodes episodes;
    private final Plans prescriptions;
    private final TreatmentPlans plans;
    private final PlanSignatures signatures;
    private final Reviews reviews;
    private final Bookings bookings;
    private final Audit audit;
    private final Clock clock;

    Undoings(
            TransitionRecords records,
            NeedRecords needs,
            Clients clients,
            Episodes episodes,
            Plans prescriptions,
            TreatmentPlans plans,
            PlanSignatures signatures,
            Reviews reviews,
            Bookings bookings,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.needs = needs;
        this.clients = clients;
        this.episodes = episodes;
        this.prescriptions = prescriptions;
        this.plans = plans;
        this.signatures = signatures;
        this.reviews = reviews;
        this.bookings = bookings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why a change cannot be taken back, as a sentence; nothing where it can. */
    Optional<String> bound(Permit permit, TransitionRecords.Whole made) {
        var transition = made.transition();
        if (transition.undone() != null) {
            return Optional.of("It was taken back.");
        }
        var later =
                records.of(made.client()).stream()
                        .map(TransitionRecords.Whole::transition)
                        .filter(other -> other.undone() == null)
                        .filter(other -> other.madeAt().isAfter(transition.madeAt()))
                        .reduce((newer, older) -> older);
        if (later.isPresent()) {
            return Optional.of(
                    "The change from %s was made after it: take that one back first."
                            .formatted(When.day(later.get().from())));
        }
        var home = made.before().admitted() == null ? made.episode() : made.before().admitted();
        var stay =
                episodes.of(permit, made.client()).stream()
                        .filter(one -> one.id().equals(home))
                        .findFirst();
        if (stay.filter(Episode::isOpen).isEmpty()) {
            return Optional.of("The stay has ended since.");
        }
        var site = made.before().site();
        if (site != null && !permit.actor().worksAt(site.value())) {
            return Optional.of(
                    "The client came from a site at which you do not work: somebody who works at both takes it back.");
        }
        var attended = records.attended(made.client(), transition.from());
        if (attended.isPresent()) {
            return Optional.of(
                    "Attendance of %s is on record under it: make a new change instead."
                            .formatted(When.day(attended.get())));
        }
        boolean signed =
                signatures.of(permit, made.client()).stream()
                        .anyMatch(version -> version.signedAt().isAfter(transition.madeAt()));
        return signed
                ? Optional.of(
                        "A plan with these hours was signed since: make a new change instead.")
                : Optional.empty();
    }

    /** Gives back all that gave way. */
    Seats undo(Permit permit, TransitionRecords.Whole made) {
        var client = made.client();
        var before = made.before();
        var from = made.transition().from();
        var admitted = before.admitted();
        if (admitted == null) {
            episodes.restore(permit, client, made.episode(), from, before.placements());
            prescriptions.prescribe(permit, client, made.episode(), from, before.prescribed());
            var today = clients.today(permit, client);
            if (!from.isAfter(today)) {
                plans.follow(permit, client, made.episode(), before.minutes());
            }
        } else {
            var site = before.site();
            if (site != null) {
                clients.move(permit, client, site);
            }
            prescriptions.prescribe(permit, client, admitted, from, List.of());
            episodes.reopen(permit, client, made.episode(), from, before.placements());
        }
        var seats =
                bookings.rewrite(
                        permit,
                        client,
                        admitted == null
                                ? List.of(made.episode())
                                : List.of(made.episode(), admitted),
                        from,
                        before.bookings());
        if (admitted != null) {
            episodes.withdraw(permit, client, admitted);
        }
        var due = before.planDue();
        if (due != null) {
            reviews.moveBack(permit, client, made.episode(), due);
        }
        needs.takeBack(made.transition().id(), clock.instant());
        needs.reopen(made.transition().id());
        records.undo(
                made.transition().id(),
                new Transition.Undone(clock.instant(), permit.actor().name()));
        audit.record(
                permit,
                "transitions.transition",
                made.transition().id().value(),
                client.value(),
                "UNDONE");
        return seats;
    }
}
