package care.trellis.placement.web;

import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Group;
import care.trellis.engine.placement.Headroom;
import care.trellis.engine.placement.Person;
import care.trellis.engine.placement.Place;
import care.trellis.engine.placement.Track;
import care.trellis.web.Initials;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays out the tracks of a desk: seats as bars, people as chips. */
final class DeskColumns {

    private DeskColumns() {}

    static List<DeskView.Column> of(String path, DeskFacts facts, Collection<ClientId> pinned) {
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
                        boolean pin = pinned.contains(stay.client());
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
                                                            : "from " + facts.name(was),
                                            pin));
                        }
                        if (wasHere && was != null) {
                            var chip =
                                    chip(
                                            path,
                                            person,
                                            stay.name(),
                                            was,
                                            same || will == null ? "" : "to " + facts.name(will),
                                            pin);
                            (same ? here : going).add(chip);
                        }
                    }
                    var bars = bars(facts, track);
                    return new DeskView.Column(
                            track.id(),
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

    private static List<DeskView.Bar> bars(DeskFacts facts, Track track) {
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

    private static DeskView.Bar bar(DeskFacts facts, Track track, Group group) {
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
            DeskFacts facts,
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
            DeskFacts facts, Track track, Group group, Map<String, Place> places) {
        return Headroom.of(
                group,
                facts.now().question().people().stream()
                        .filter(it -> sits(places.get(it.id()), track, group))
                        .toList(),
                facts.now().question().payers());
    }

    /** What limits the fullest group as it would be. */
    private static String binds(DeskFacts facts, Track track) {
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
}
