package care.trellis.engine.placement;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places that the fixed rules leave to each person: of every track the smallest sets of days
 * that reach the prescribed minutes, and those that reach the fewest that count.
 */
final class Options {

    private final FixedRules rules;
    private final Map<String, Track> tracks = new HashMap<>();
    private final Map<String, Map<DayOfWeek, List<Option.Meeting>>> weeks = new HashMap<>();
    private final List<Track> inOrder;

    Options(Question question) {
        this.rules = new FixedRules(question);
        this.inOrder = question.tracks();
        for (var track : question.tracks()) {
            tracks.put(track.id(), track);
            var week = new EnumMap<DayOfWeek, List<Option.Meeting>>(DayOfWeek.class);
            track.groups()
                    .forEach(group ->
                            week.computeIfAbsent(group.when().day(), day -> new ArrayList<>())
                                    .add(new Option.Meeting(group)));
            weeks.put(track.id(), week);
        }
    }

    FixedRules rules() {
        return rules;
    }

    Track track(String id) {
        var track = tracks.get(id);
        if (track == null) {
            throw new IllegalArgumentException("No such track: " + id);
        }
        return track;
    }

    /** The place as it stands, whether or not the rules allow it. */
    Option at(Person person, Place place) {
        var track = track(place.track());
        var meetings =
                week(track).entrySet().stream()
                        .filter(day -> place.days().contains(day.getKey()))
                        .flatMap(day -> day.getValue().stream())
                        .toList();
        return new Option(person, place, track, meetings);
    }

    /** All that the fixed rules allow, track by track, the fewest days first. */
    List<Option> of(Person person) {
        return inOrder.stream().flatMap(track -> of(person, track).stream()).toList();
    }

    List<Option> of(Person person, Track track) {
        if (rules.refusal(person, track).isPresent()) {
            return List.of();
        }
        var days =
                week(track).keySet().stream()
                        .filter(day -> rules.refusal(person, track, day).isEmpty())
                        .toList();
        var options = new ArrayList<Option>();
        for (int bits = 1; bits < 1 << days.size(); bits++) {
            var chosen = EnumSet.noneOf(DayOfWeek.class);
            for (int i = 0; i < days.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    chosen.add(days.get(i));
                }
            }
            if (worthwhile(person, track, chosen)) {
                options.add(at(person, new Place(track.id(), chosen)));
            }
        }
        options.sort(
                Comparator.comparingInt((Option option) -> option.shortfall)
                        .thenComparingInt(option -> option.place.days().size())
                        .thenComparing(option -> EnumSet.copyOf(option.place.days()).toString()));
        return List.copyOf(options);
    }

    /** Enough minutes, and no day more than it takes for either number. */
    private boolean worthwhile(Person person, Track track, EnumSet<DayOfWeek> days) {
        int minutes = minutes(track, days);
        int shortest =
                days.stream().mapToInt(day -> minutes(track, EnumSet.of(day))).min().orElse(0);
        return minutes >= person.need().minutesLeast()
                && (minutes - shortest < person.need().minutesLeast()
                        || minutes <= person.need().minutesWanted()
                        || minutes - shortest < person.need().minutesWanted());
    }

    int minutes(Track track, EnumSet<DayOfWeek> days) {
        return days.stream()
                .flatMap(day -> week(track).getOrDefault(day, List.of()).stream())
                .mapToInt(meeting -> meeting.group.when().minutes())
                .sum();
    }

    private Map<DayOfWeek, List<Option.Meeting>> week(Track track) {
        return weeks.getOrDefault(track.id(), Map.of());
    }
}
