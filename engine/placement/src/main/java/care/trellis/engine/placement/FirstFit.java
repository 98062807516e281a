package care.trellis.engine.placement;

import java.util.Comparator;
import java.util.Map;

/**
 * The way it is done by hand: who waits longest first, each into the first track that takes them
 * with the most of the prescribed hours. What the optimizer is held against.
 */
public final class FirstFit {

    private FirstFit() {}

    /** The place of each person who got one, pinned and present places included. */
    public static Map<String, Place> places(Question question) {
        return crowd(question, new Options(question)).places();
    }

    static Crowd crowd(Question question, Options options) {
        var crowd = new Crowd(question);
        for (var person : question.people()) {
            if (person.current() != null) {
                crowd.seat(person, options.at(person, person.current()));
            }
        }
        question.people().stream()
                .filter(person -> person.current() == null)
                .sorted(Comparator.comparingInt(Person::waitingDays).reversed())
                .forEach(person ->
                        options.of(person).stream()
                                .filter(option -> crowd.refusal(person, option).isEmpty())
                                .findFirst()
                                .ifPresent(option -> crowd.seat(person, option)));
        return crowd;
    }
}
