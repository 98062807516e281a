package care.trellis.whiteboard.web;

import care.trellis.whiteboard.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** One room of the fire roll, with everybody who was last checked in there. */
public record RollRoom(String room, List<Row> people) {

    /** Somebody to count. */
    public record Row(String name, String since) {

        @Override
        public String toString() {
            return "Row";
        }
    }

    public RollRoom {
        people = List.copyOf(people);
    }

    static List<RollRoom> of(Collection<Shift.Person> in, Function<Instant, String> time) {
        var rooms = new TreeMap<String, List<Row>>();
        for (var person : in) {
            var arrived = person.arrivedAt();
            rooms.computeIfAbsent(
                            person.room().isEmpty() ? person.title() : person.room(),
                            any -> new ArrayList<>())
                    .add(new Row(person.name(), arrived == null ? "" : time.apply(arrived)));
        }
        return rooms.entrySet().stream()
                .map(room -> new RollRoom(room.getKey(), room.getValue()))
                .toList();
    }
}
