package care.trellis.demo;

import static care.trellis.base.Action.SESSION_EDIT;

import care.trellis.base.Ids;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Place;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.Leaves;
import care.trellis.sessions.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is under way at the moment the story ends: somebody is out and covered, and a client who
 * missed days is offered other groups, with seats held that nobody has answered yet.
 */
@InDemo
class FirstDay {

    private static final Duration AGO = Duration.ofMinutes(1);

    private final Leaves leaves;
    private final StandingOffer offer;

    FirstDay(Leaves leaves, StandingOffer offer) {
        this.leaves = leaves;
        this.offer = offer;
    }

    /** All of it a minute before the end of the story. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var story = clinic.plan().story();
        var at = story.until().minus(AGO);
        return monday.equals(story.anchor())
                ? List.of(
                        new Step(at, () -> away(clinic)),
                        new Step(at, () -> offer.make(clinic, monday)))
                : List.of();
    }

    /** Who leads the next group is out today and tomorrow; a colleague covers where one is free. */
    private void away(Clinic clinic) {
        var now = clinic.plan().story().until();
        var next = nextLead(now);
        if (next.isEmpty()) {
            return;
        }
        var permit = clinic.badges().of(Colleague.DANA, SESSION_EDIT);
        var today = clinic.plan().story().today(next.get().place().orElse(Place.HOLLOW));
        var leave =
                leaves.add(
                                permit,
                                Ids.next(),
                                clinic.house().staff(next.get()),
                                today,
                                today.plusDays(1))
                        .orThrow();
        var cover = new HashMap<SessionId, StaffId>();
        for (var need : leaves.needs(permit, leave)) {
            need.free().stream()
                    .findFirst()
                    .ifPresent(one -> cover.put(need.session(), one.staff()));
        }
        leaves.cover(permit, leave, cover);
    }

    private record Ahead(Instant at, Colleague lead) {}

    /**
     * Whoever leads the next group, rather one who has led none today; never the clinician whom
     * most visitors sign in as.
     */
    private static Optional<Colleague> nextLead(Instant now) {
        var ahead = new ArrayList<Ahead>();
        for (var group : Group.values()) {
            var today = now.atZone(group.place().zone()).toLocalDate();
            for (var day : List.of(today, today.plusDays(1))) {
                if (group.days().contains(day.getDayOfWeek())) {
                    for (var block : group.blocks(day.getDayOfWeek())) {
                        ahead.add(new Ahead(group.place().at(day, block.starts()), block.lead()));
                    }
                }
            }
        }
        var here =
                ahead.stream()
                        .filter(one -> !one.at().isAfter(now))
                        .map(Ahead::lead)
                        .collect(Collectors.toSet());
        return ahead.stream()
                .filter(one -> one.at().isAfter(now) && one.lead() != Colleague.MARIA)
                .min(
                        Comparator.comparing((Ahead one) -> here.contains(one.lead()))
                                .thenComparing(Ahead::at))
                .map(Ahead::lead);
    }
}
