package care.trellis.engine.placement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a place costs a person, whoever else is there. */
final class Costs {

    private Costs() {}

    static int of(Person person, Track track, Place place, List<Group> groups) {
        return counted(person, track, place, groups).entrySet().stream()
                .mapToInt(it -> it.getKey().weight() * it.getValue())
                .sum();
    }

    /** How many of each; what does not occur is left out. */
    static Map<Cost, Integer> counted(Person person, Track track, Place place, List<Group> groups) {
        var counted = new EnumMap<Cost, Integer>(Cost.class);
        boolean onSite = groups.stream().anyMatch(it -> it.modality() == Modality.IN_PERSON);
        int way = person.reach().travelMinutes().getOrDefault(track.site(), 0);
        put(counted, Cost.TRAVEL, onSite ? 2 * way * place.days().size() : 0);
        put(
                counted,
                Cost.MOVED,
                person.current() == null || person.current().equals(place) ? 0 : 1);
        put(counted, Cost.WISH, missing(person.fit().wishes(), track.only()));
        put(
                counted,
                Cost.GAP,
                (int)
                        person.need().gaps().stream()
                                .filter(gap ->
                                        groups.stream().noneMatch(it -> it.modules().contains(gap)))
                                .count());
        return counted;
    }

    private static int missing(Set<String> wanted, Set<String> there) {
        return (int) wanted.stream().filter(it -> !there.contains(it)).count();
    }

    private static void put(Map<Cost, Integer> counted, Cost cost, int number) {
        if (number > 0) {
            counted.put(cost, number);
        }
    }
}
