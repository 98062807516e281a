package care.trellis.engine.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who sits where while places are given one by one, and what that leaves to others. */
final class Crowd {

    private final Map<String, List<Person>> there = new HashMap<>();
    private final Map<String, Option> where = new LinkedHashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Set<String>> apart = new HashMap<>();
    private final Collection<Payer> payers;

    Crowd(Question question) {
        this.payers = question.payers();
        for (var pair : question.apart()) {
            apart.computeIfAbsent(pair.one(), one -> new HashSet<>()).add(pair.other());
            apart.computeIfAbsent(pair.other(), one -> new HashSet<>()).add(pair.one());
        }
    }

    void seat(Person person, Option option) {
        where.put(person.id(), option);
        people.put(person.id(), person);
        option.groups().forEach(group -> there(group).add(person));
    }

    void unseat(Person person) {
        var option = where.remove(person.id());
        if (option != null) {
            option.groups().forEach(group -> there(group).remove(person));
        }
    }

    Optional<Option> of(Person person) {
        return Optional.ofNullable(where.get(person.id()));
    }

    List<Person> there(Group group) {
        return there.computeIfAbsent(group.id(), id -> new ArrayList<>());
    }

    /** Why one more person cannot take the place; empty where they can. */
    Optional<Reason> refusal(Person person, Option option) {
        for (var group : option.groups()) {
            var room = Headroom.with(group, there(group), person, payers);
            if (room.left() < 0) {
                return Optional.of(
                        new Reason(
                                Rule.SEATS,
                                "is full on %s: %d of %d seats, set by %s"
                                        .formatted(
                                                Words.day(group.when().day()),
                                                room.taken() - 1,
                                                room.limit().people(),
                                                room.limit().kind().words())));
            }
            var not = apart.getOrDefault(person.id(), Set.of());
            if (there(group).stream().anyMatch(other -> not.contains(other.id()))) {
                return Optional.of(
                        new Reason(
                                Rule.APART,
                                "has somebody on %s whom they must not meet"
                                        .formatted(Words.day(group.when().day()))));
            }
        }
        return Optional.empty();
    }

    /** Places as they stand. */
    Map<String, Place> places() {
        var places = new LinkedHashMap<String, Place>();
        where.forEach((person, option) -> places.put(person, option.place));
        return places;
    }
}
