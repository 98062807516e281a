package care.trellis.placement.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.engine.placement.Place;
import care.trellis.engine.placement.Proposal;
import care.trellis.engine.placement.Track;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import care.trellis.placement.Preference;
import care.trellis.placement.Proposals;
import care.trellis.placement.Search;
import care.trellis.placement.Waiting;
import care.trellis.placement.WaitingList;
import care.trellis.web.Initials;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lays out the desk of a site. */
@Component
class DeskViews {

    /** A proposal speaks for the facts of some days only. */
    private static final Duration GOOD_FOR = Duration.ofDays(3);

    private static final int LONG_WAIT = 14;

    private final Proposals proposals;
    private final WaitingList waitingList;
    private final DeskSearch search;
    private final Access access;
    private final HomeTime home;
    private final Clock clock;

    DeskViews(
            Proposals proposals,
            WaitingList waitingList,
            DeskSearch search,
            Access access,
            HomeTime home,
            Clock clock) {
        this.proposals = proposals;
        this.waitingList = waitingList;
        this.search = search;
        this.access = access;
        this.home = home;
        this.clock = clock;
    }

    DeskView view(Permit permit, SiteId site, List<Problem> problems) {
        var facts = facts(permit, site);
        var path = "/placement/" + site.value();
        var names = waitingList.sites(permit);
        boolean mayEdit = access.mayByRole(permit.actor(), Action.PLACEMENT_EDIT);
        return new DeskView(
                path,
                names.getOrDefault(site, ""),
                names.size() < 2
                        ? List.of()
                        : names.entrySet().stream()
                                .map(it ->
                                        new Tab(
                                                it.getValue(),
                                                "/placement/" + it.getKey().value(),
                                                it.getKey().equals(site)))
                                .toList(),
                summary(facts.waiting()),
                facts.waiting().stream().map(it -> card(path, facts, it)).toList(),
                DeskColumns.of(path, facts, facts.pins().keySet()),
                search.of(path, facts),
                mayEdit,
                access.mayByRole(permit.actor(), Action.KEEP_APART),
                problems.stream().map(Problem::message).distinct().toList());
    }

    /** How far the search is, alone. */
    DeskView.Searching searching(Permit permit, SiteId site) {
        return search.of("/placement/" + site.value(), facts(permit, site));
    }

    private DeskFacts facts(Permit permit, SiteId site) {
        var now = proposals.situation(permit, site, true);
        var last = proposals.latest(permit, site);
        var proposal =
                last.filter(it -> it.state() == Search.State.FINISHED)
                        .filter(it -> it.startedAt().plus(GOOD_FOR).isAfter(clock.instant()))
                        .flatMap(it -> proposals.proposal(permit, it.id()));
        var before = new HashMap<String, Place>();
        for (var person : now.question().people()) {
            var current = person.current();
            if (current != null && !now.newcomers().contains(person.id())) {
                before.put(person.id(), current);
            }
        }
        var after = new HashMap<>(before);
        var known = now.question().tracks().stream().map(Track::id).toList();
        proposal.ifPresent(it ->
                it.places()
                        .forEach((person, place) -> {
                            if (known.contains(place.track()) && now.stays().containsKey(person)) {
                                after.put(person, place);
                            }
                        }));
        var pins = proposals.pinned(permit);
        pins.forEach((client, place) -> {
            var person = client.value().toString();
            if (known.contains(place.track()) && now.stays().containsKey(person)) {
                after.put(person, place);
            }
        });
        return new DeskFacts(
                now,
                waitingList.at(permit, site),
                last,
                proposal,
                before,
                after,
                pins,
                last.map(it -> proposals.acceptances(permit, it.id())).orElse(List.of()));
    }

    private String summary(List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return "Nobody waits";
        }
        return "%s, the longest %s"
                .formatted(
                        waiting.size() == 1 ? "One waits" : waiting.size() + " wait",
                        days(waiting.getFirst().since()));
    }

    private String days(LocalDate since) {
        long days = ChronoUnit.DAYS.between(since, home.today());
        return days == 0 ? "since today" : days == 1 ? "1 day" : days + " days";
    }

    private DeskView.Card card(String path, DeskFacts facts, Waiting waiting) {
        var id = waiting.client().value().toString();
        long days = ChronoUnit.DAYS.between(waiting.since(), home.today());
        var outcome = outcome(facts, waiting, id);
        return new DeskView.Card(
                id,
                waiting.name(),
                Initials.of(waiting.name().replace(".", "")),
                days(waiting.since()),
                days >= LONG_WAIT ? Tone.WATCH : Tone.NEUTRAL,
                PlacementWords.joined(
                        waiting.reasons().stream().map(it -> it.label()).toList(), " · "),
                wants(facts, id, waiting.preference()),
                outcome,
                facts.changes(id)
                        ? Tone.GOOD
                        : outcome.isEmpty() || !waiting.admitted() ? Tone.NEUTRAL : Tone.WATCH,
                path + "/waiting/" + id,
                facts.proposal().isPresent() && waiting.admitted() ? path + "/people/" + id : "");
    }

    private static String outcome(DeskFacts facts, Waiting waiting, String id) {
        if (!waiting.admitted()) {
            return "Admit first: a place belongs to a stay";
        }
        if (facts.proposal().isEmpty()) {
            return "";
        }
        if (facts.changes(id)) {
            return "→ " + facts.name(Objects.requireNonNull(facts.after().get(id)));
        }
        return facts.proposal().get().unplaced().stream()
                .filter(it -> it.person().equals(id))
                .map(Proposal.Unplaced::smallest)
                .findFirst()
                .orElse("");
    }

    private static String wants(DeskFacts facts, String id, Preference preference) {
        var wants = new ArrayList<String>();
        facts.now().question().people().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .ifPresent(it -> {
                    wants.add(it.need().level());
                    wants.add(PlacementWords.hours(it.need().minutesWanted()) + " a week");
                });
        if (!preference.languages().contains("English")) {
            wants.add(
                    PlacementWords.joined(preference.languages().stream().sorted().toList(), ", "));
        }
        preference.musts().stream().sorted().forEach(it -> wants.add(it + " only"));
        wants.add(PlacementWords.free(preference.free()));
        return PlacementWords.joined(wants.stream().filter(it -> !it.isEmpty()).toList(), " · ");
    }
}
