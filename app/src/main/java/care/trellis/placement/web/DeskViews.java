package care.trellis.placement.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.engine.placement.Figures;
import care.trellis.engine.placement.Group;
import care.trellis.engine.placement.Headroom;
import care.trellis.engine.placement.Person;
import care.trellis.engine.placement.Place;
import care.trellis.engine.placement.Proposal;
import care.trellis.engine.placement.Track;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import care.trellis.placement.Acceptance;
import care.trellis.placement.Preference;
import care.trellis.placement.Proposals;
import care.trellis.placement.Search;
import care.trellis.placement.Situation;
import care.trellis.placement.Waiting;
import care.trellis.placement.WaitingList;
import care.trellis.web.Form;
import care.trellis.web.Initials;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the desk of a site. */
@Component
class DeskViews {

    /** A proposal speaks for the facts of some days only. */
    private static final Duration GOOD_FOR = Duration.ofDays(3);

    private static final int LONG_WAIT = 14;

    private final Proposals proposals;
    private final WaitingList waitingList;
    private final Access access;
    private final HomeTime home;
    private final Clock clock;

    DeskViews(
            Proposals proposals,
            WaitingList waitingList,
            Access access,
            HomeTime home,
            Clock clock) {
        this.proposals = proposals;
        this.waitingList = waitingList;
        this.access = access;
        this.home = home;
        this.clock = clock;
    }

    /** What a desk is made of: facts, the last search and what it proposes beyond them. */
    private record Facts(
            Situation now,
            List<Waiting> waiting,
            Optional<Search> search,
            Optional<Proposal> proposal,
            Map<String, Place> before,
            Map<String, Place> after,
            List<Acceptance> acceptances) {

        boolean changes(String person) {
            var place = after.get(person);
            return place != null && !place.equals(before.get(person));
        }
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
                columns(path, facts, permit),
                searching(path, facts),
                mayEdit,
                access.mayByRole(permit.actor(), Action.KEEP_APART),
                problems.stream().map(Problem::message).distinct().toList());
    }

    /** How far the search is, alone. */
    DeskView.Searching searching(Permit permit, SiteId site) {
        return searching("/placement/" + site.value(), facts(permit, site));
    }

    private Facts facts(Permit permit, SiteId site) {
        var now = proposals.situation(permit, site, true);
        var search = proposals.latest(permit, site);
        var proposal =
                search.filter(it -> it.state() == Search.State.FINISHED)
                        .filter(it -> it.startedAt().plus(GOOD_FOR).isAfter(clock.instant()))
                        .flatMap(it -> proposals.proposal(permit, it.id()));
        var before = new HashMap<String, Place>();
        for (var person : now.question().people()) {
            var current = person.current();
            if (current != null) {
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
        return new Facts(
                now,
                waitingList.at(permit, site),
                search,
                proposal,
                before,
                after,
                search.map(it -> proposals.acceptances(permit, it.id())).orElse(List.of()));
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

    private DeskView.Card card(String path, Facts facts, Waiting waiting) {
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

    private static String outcome(Facts facts, Waiting waiting, String id) {
        if (!waiting.admitted()) {
            return "Admit first: a place belongs to a stay";
        }
        if (facts.proposal().isEmpty()) {
            return "";
        }
        if (facts.changes(id)) {
            return "→ " + name(facts.now(), Objects.requireNonNull(facts.after().get(id)));
        }
        return facts.proposal().get().unplaced().stream()
                .filter(it -> it.person().equals(id))
                .map(Proposal.Unplaced::smallest)
                .findFirst()
                .orElse("");
    }

    private static String wants(Facts facts, String id, Preference preference) {
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

    private List<DeskView.Column> columns(String path, Facts facts, Permit permit) {
        var pinned = proposals.pinned(permit);
        return facts.now().question().tracks().stream()
                .map(track -> {
                    var coming = new ArrayList<DeskView.Chip>();
                    var going = new ArrayList<DeskView.Chip>();
                    var here = new ArrayList<DeskView.Chip>();
                    for (var person : facts.now().question().people()) {
                        var stay = facts.now().stays().get(person.id());
                        if (stay == null) {
                            continue;
                        }
                        var was = facts.before().get(person.id());
                        var will = facts.after().get(person.id());
                        boolean wasHere = was != null && was.track().equals(track.id());
                        boolean isHere = will != null && will.track().equals(track.id());
                        boolean same = Objects.equals(was, will);
                        boolean pin = pinned.containsKey(stay.client());
                        if (isHere && !same && will != null) {
                            coming.add(
                                    chip(
                                            path,
                                            person,
                                            stay.name(),
                                            will,
                                            was == null
                                                    ? ""
                                                    : wasHere
                                                            ? "other days"
                                                            : "from " + name(facts.now(), was),
                                            pin));
                        }
                        if (wasHere && was != null) {
                            var chip =
                                    chip(
                                            path,
                                            person,
                                            stay.name(),
                                            was,
                                            same || will == null
                                                    ? ""
                                                    : "to " + name(facts.now(), will),
                                            pin);
                            (same ? here : going).add(chip);
                        }
                    }
                    var bars = bars(facts, track);
                    return new DeskView.Column(
                            track.name(),
                            PlacementWords.week(track.groups()),
                            badges(track),
                            bars,
                            binds(facts, track),
                            coming,
                            going,
                            here,
                            path + "/tracks/" + track.id());
                })
                .toList();
    }

    private static List<String> badges(Track track) {
        var badges = new ArrayList<String>();
        badges.add(track.level());
        if (!track.language().equals("English")) {
            badges.add(track.language());
        }
        if (track.oldest() < 100 || track.youngest() != 18) {
            badges.add(
                    track.oldest() > 100
                            ? track.youngest() + " and older"
                            : "%d to %d years".formatted(track.youngest(), track.oldest()));
        }
        track.only().stream().sorted().forEach(it -> badges.add("For " + it));
        return badges;
    }

    private static DeskView.Chip chip(
            String path, Person person, String name, Place place, String note, boolean pinned) {
        return new DeskView.Chip(
                person.id(),
                name,
                Initials.of(name.replace(".", "")),
                PlacementWords.days(place.days()),
                note,
                pinned,
                path + "/people/" + person.id());
    }

    private static List<DeskView.Bar> bars(Facts facts, Track track) {
        var bars = new ArrayList<DeskView.Bar>();
        for (var day : DayOfWeek.values()) {
            track.groups().stream()
                    .filter(group -> group.when().day() == day)
                    .min(
                            Comparator.comparingInt((Group group) ->
                                    headroom(facts, track, group, facts.after()).left()))
                    .ifPresent(group -> bars.add(bar(facts, track, group)));
        }
        return bars;
    }

    private static DeskView.Bar bar(Facts facts, Track track, Group group) {
        var before = headroom(facts, track, group, facts.before());
        var after = headroom(facts, track, group, facts.after());
        int coming = count(facts, track, group, facts.after(), facts.before());
        int going = count(facts, track, group, facts.before(), facts.after());
        int seats = after.limit().people();
        boolean limited = seats < Integer.MAX_VALUE;
        int scale = limited ? Math.max(seats, after.taken()) : Math.max(12, after.taken());
        return new DeskView.Bar(
                PlacementWords.shortDay(group.when().day()),
                limited
                        ? "%s: %d of %d seats taken, %d proposed, set by %s"
                                .formatted(
                                        PlacementWords.shortDay(group.when().day()),
                                        before.taken(),
                                        seats,
                                        coming,
                                        after.limit().kind().words())
                        : "%s: %d there, %d proposed, no limit"
                                .formatted(
                                        PlacementWords.shortDay(group.when().day()),
                                        before.taken(),
                                        coming),
                40 * before.taken() / scale,
                40 * coming / scale,
                40 * going / scale,
                limited ? after.taken() + "/" + seats : String.valueOf(after.taken()),
                limited && after.left() <= 0);
    }

    private static int count(
            Facts facts,
            Track track,
            Group group,
            Map<String, Place> in,
            Map<String, Place> notIn) {
        return (int)
                facts.now().question().people().stream()
                        .filter(it -> sits(in.get(it.id()), track, group))
                        .filter(it -> !sits(notIn.get(it.id()), track, group))
                        .count();
    }

    private static boolean sits(@Nullable Place place, Track track, Group group) {
        return place != null
                && place.track().equals(track.id())
                && place.days().contains(group.when().day());
    }

    private static Headroom headroom(
            Facts facts, Track track, Group group, Map<String, Place> places) {
        return Headroom.of(
                group,
                facts.now().question().people().stream()
                        .filter(it -> sits(places.get(it.id()), track, group))
                        .toList(),
                facts.now().question().payers());
    }

    /** What limits the fullest group as it would be. */
    private static String binds(Facts facts, Track track) {
        return track.groups().stream()
                .map(group -> headroom(facts, track, group, facts.after()))
                .min(Comparator.comparingInt(Headroom::left))
                .filter(room -> room.left() < Integer.MAX_VALUE)
                .map(room ->
                        room.left() < 0
                                ? "%d over, set by %s"
                                        .formatted(-room.left(), room.limit().kind().words())
                                : room.left() == 0
                                        ? "Full on its fullest day, set by "
                                                + room.limit().kind().words()
                                        : "%d free on its fullest day, set by %s"
                                                .formatted(
                                                        room.left(), room.limit().kind().words()))
                .orElse("No limit on record");
    }

    private DeskView.Searching searching(String path, Facts facts) {
        var search = facts.search().orElse(null);
        var taken = facts.acceptances().stream().filter(it -> !it.undone()).findFirst();
        long changes = facts.now().stays().keySet().stream().filter(facts::changes).count();
        var state =
                search == null
                        ? "none"
                        : switch (search.state()) {
                            case RUNNING -> "running";
                            case FAILED -> "failed";
                            case FINISHED ->
                                    facts.proposal().isEmpty()
                                            ? "none"
                                            : changes > 0
                                                    ? "ready"
                                                    : taken.isPresent() ? "taken" : "nothing";
                        };
        return new DeskView.Searching(
                state,
                headline(facts, state),
                detail(facts, state),
                search == null
                        ? 0
                        : (int)
                                Math.clamp(
                                        Duration.between(search.startedAt(), clock.instant())
                                                .toSeconds(),
                                        0,
                                        search.seconds()),
                search == null ? 0 : search.seconds(),
                search == null ? "" : search.id().toString(),
                Form.empty().key().toString(),
                Ids.next().toString(),
                home.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).toString(),
                taken.map(it -> path + "/acceptances/" + it.id() + "/undo").orElse(""),
                taken.map(it ->
                                "%s placed from %s by %s."
                                        .formatted(
                                                it.clients().size() == 1
                                                        ? "One person"
                                                        : it.clients().size() + " people",
                                                PlacementWords.date(it.from()),
                                                it.by()))
                        .orElse(""));
    }

    private static String headline(Facts facts, String state) {
        long newPlaces =
                facts.now().stays().keySet().stream()
                        .filter(it -> facts.changes(it) && !facts.before().containsKey(it))
                        .count();
        long moves =
                facts.now().stays().keySet().stream()
                        .filter(it -> facts.changes(it) && facts.before().containsKey(it))
                        .count();
        long waits = facts.waiting().stream().filter(Waiting::admitted).count();
        return switch (state) {
            case "ready" ->
                    "A place for %d of %d who wait%s"
                            .formatted(
                                    newPlaces,
                                    waits,
                                    moves == 0
                                            ? ""
                                            : moves == 1
                                                    ? ", and one move"
                                                    : ", and " + moves + " moves");
            case "nothing" -> "No better place was found for anybody";
            case "running" -> "Looking for places";
            case "failed" -> "The search did not come to an end";
            case "taken" -> "All of the proposal was taken";
            default -> "Nothing is proposed yet";
        };
    }

    private static String detail(Facts facts, String state) {
        var search = facts.search().orElse(null);
        return switch (state) {
            case "ready" -> {
                int now = minutes(facts, facts.before());
                int then = minutes(facts, facts.after());
                var byHand = search == null ? null : search.byHand();
                int more = byHand == null ? 0 : then - byHand;
                yield "%s of care a week more than now%s. Nothing changes until you take it."
                        .formatted(
                                PlacementWords.hours(then - now),
                                more > 0
                                        ? ", and "
                                                + PlacementWords.hours(more)
                                                + " more than by going down the list"
                                        : "");
            }
            case "running" ->
                    search == null || search.people() == 0
                            ? "It goes on by itself; you can leave this page."
                            : "The best so far gives %s of care a week to %d people."
                                    .formatted(
                                            PlacementWords.hours(search.minutes()),
                                            search.people());
            case "failed" -> "Propose again. If it fails once more, tell your administrator.";
            case "nothing" -> "Each card says what would have to change.";
            case "taken" -> "Who was placed is off the waiting list.";
            default ->
                    "The optimizer weighs hours, times, level, language, payers, room and who must not meet. You decide.";
        };
    }

    private static int minutes(Facts facts, Map<String, Place> places) {
        return Figures.of(facts.now().question(), places).minutes();
    }

    private static String name(Situation now, Place place) {
        return now.question().tracks().stream()
                .filter(it -> it.id().equals(place.track()))
                .map(Track::name)
                .findFirst()
                .orElse("another track");
    }
}
