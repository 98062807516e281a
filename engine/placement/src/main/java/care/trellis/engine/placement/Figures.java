package care.trellis.engine.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What some places are worth, in numbers that any two proposals can be compared by. Reckoned from
 * the places alone, not by the solver.
 *
 * @param people who have a place
 * @param minutes of prescribed care a week that they get; what is more than prescribed is not
 *     counted
 * @param cost all that is weighed after that; less is better
 */
public record Figures(int people, int minutes, int cost) {

    /** Reckons them. */
    public static Figures of(Question question, Map<String, Place> places) {
        var tracks = new HashMap<String, Track>();
        question.tracks().forEach(track -> tracks.put(track.id(), track));
        var there = new HashMap<Group, List<Person>>();
        int people = 0;
        int minutes = 0;
        int cost = 0;
        for (var person : question.people()) {
            var place = places.get(person.id());
            if (place == null) {
                continue;
            }
            var track = Objects.requireNonNull(tracks.get(place.track()));
            var groups =
                    track.groups().stream()
                            .filter(group -> place.days().contains(group.when().day()))
                            .toList();
            people++;
            minutes +=
                    Math.min(
                            person.need().minutesWanted(),
                            groups.stream().mapToInt(group -> group.when().minutes()).sum());
            cost += Costs.of(person, track, place, groups);
            groups.forEach(
                    group -> there.computeIfAbsent(group, it -> new ArrayList<>()).add(person));
        }
        return new Figures(people, minutes, cost + crowding(there));
    }

    /** Whether these are better: more minutes of care, or as many at less cost. */
    public boolean beats(Figures other) {
        return minutes > other.minutes || minutes == other.minutes && cost < other.cost;
    }

    private static int crowding(Map<Group, List<Person>> there) {
        int cost = 0;
        for (var seats : there.entrySet()) {
            var group = seats.getKey();
            cost += Math.max(0, group.least() - seats.getValue().size()) * Cost.THIN.weight();
            if (group.mostAlike() > 0) {
                var kinds = seats.getValue().stream().map(it -> it.fit().kind()).toList();
                for (var kind : new HashSet<>(kinds)) {
                    int alike = (int) kinds.stream().filter(kind::equals).count();
                    cost += Math.max(0, alike - group.mostAlike()) * Cost.ALIKE.weight();
                }
            }
        }
        return cost;
    }
}
