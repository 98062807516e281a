package care.trellis.placement.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Place;
import care.trellis.engine.placement.Proposal;
import care.trellis.engine.placement.Rule;
import care.trellis.engine.placement.Track;
import care.trellis.organizations.SiteId;
import care.trellis.placement.Proposals;
import care.trellis.placement.Situation;
import care.trellis.web.Choice;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the reasons of one person's place. */
@Component
class WhyViews {

    private final Proposals proposals;
    private final Access access;

    WhyViews(Proposals proposals, Access access) {
        this.proposals = proposals;
        this.access = access;
    }

    WhyView view(Permit permit, SiteId site, ClientId client) {
        var now = proposals.situation(permit, site, true);
        var id = client.value().toString();
        var stay = Optional.ofNullable(now.stays().get(id)).orElseThrow(NotFound::new);
        var proposal =
                proposals.latest(permit, site).flatMap(it -> proposals.proposal(permit, it.id()));
        var placed =
                proposal.flatMap(it ->
                        it.placed().stream().filter(one -> one.person().equals(id)).findFirst());
        var unplaced =
                proposal.flatMap(it ->
                        it.unplaced().stream().filter(one -> one.person().equals(id)).findFirst());
        var current =
                now.question().people().stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .flatMap(it -> Optional.ofNullable(it.current()));
        var place = placed.map(Proposal.Placed::place).or(() -> current);
        boolean apart = access.mayByRole(permit.actor(), Action.KEEP_APART);
        boolean edits = access.mayByRole(permit.actor(), Action.PLACEMENT_EDIT);
        boolean pinned = proposals.pinned(permit).containsKey(client);
        var path = "/placement/%s/people/%s".formatted(site.value(), id);
        return new WhyView(
                stay.name(),
                place.map(it -> words(now, it)).orElse("Waits on"),
                held(placed, unplaced, current),
                placed.map(Proposal.Placed::costs).orElse(List.of()),
                placed
                        .map(Proposal.Placed::others)
                        .or(() -> unplaced.map(Proposal.Unplaced::others))
                        .orElse(List.of())
                        .stream()
                        .map(it ->
                                new WhyView.Other(
                                        track(now, it.track()),
                                        said(it.rule(), it.words(), apart),
                                        it.rule() == null))
                        .toList(),
                edits ? path + "/pin" : "",
                edits && pinned ? path + "/unpin" : "",
                edits ? places(permit, site, client, now, place) : List.of());
    }

    private static List<String> held(
            Optional<Proposal.Placed> placed,
            Optional<Proposal.Unplaced> unplaced,
            Optional<Place> current) {
        return placed.map(Proposal.Placed::held)
                .or(() -> unplaced.map(it -> List.of(it.smallest())))
                .orElse(
                        current.isPresent()
                                ? List.of("Has this place now.")
                                : List.of("Nothing was proposed for them yet."));
    }

    /** Who must not meet whom is for few eyes; the others see that a rule stands in the way. */
    private static String said(@Nullable Rule rule, String words, boolean apart) {
        return rule == Rule.APART && !apart ? "cannot take them, by a rule of the program" : words;
    }

    private List<Choice> places(
            Permit permit, SiteId site, ClientId client, Situation now, Optional<Place> place) {
        var all = new ArrayList<Place>();
        place.ifPresent(all::add);
        proposals.possible(permit, site, client).stream()
                .filter(it -> !all.contains(it))
                .limit(40)
                .forEach(all::add);
        return all.stream()
                .map(it ->
                        new Choice(value(it), words(now, it), place.filter(it::equals).isPresent()))
                .toList();
    }

    static String value(Place place) {
        return place.track()
                + " "
                + place.days().stream()
                        .sorted()
                        .map(it -> String.valueOf(it.getValue()))
                        .collect(Collectors.joining());
    }

    /** The place that a choice stands for; nothing where it is none. */
    static Optional<Place> place(String value) {
        var parts = value.split(" ");
        if (parts.length != 2
                || !parts[0].matches("[0-9a-f-]{36}")
                || !parts[1].matches("[1-7]{1,7}")) {
            return Optional.empty();
        }
        return Optional.of(
                new Place(
                        parts[0],
                        Arrays.stream(parts[1].split(""))
                                .map(it -> DayOfWeek.of(Integer.parseInt(it)))
                                .collect(Collectors.toSet())));
    }

    private static String words(Situation now, Place place) {
        return track(now, place.track()) + " · " + PlacementWords.days(place.days());
    }

    private static String track(Situation now, String track) {
        return now.question().tracks().stream()
                .filter(it -> it.id().equals(track))
                .map(Track::name)
                .findFirst()
                .orElse("A track that ended");
    }
}
