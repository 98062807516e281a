package care.trellis.placement;

import care.trellis.engine.placement.Person;
import care.trellis.engine.placement.Place;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in the optimizer's words who somebody is: what they need, what fits, when they can come. */
final class SituationPeople {

    /** Adults from nine hours a week, adolescents from six (CMS and state rules alike). */
    private static final int IOP_MINUTES = 540;

    private static final int YOUTH_MINUTES = 360;
    private static final int PHP_MINUTES = 1200;
    private static final int OP_MINUTES = 60;

    private SituationPeople() {}

    /**
     * One person with one place.
     *
     * @param suffix tells a second place of the same person from the first
     * @param place null for one who has none yet
     * @param pinned whether the optimizer must leave them where they are
     */
    static Person person(
            SituationRecords.Stay stay,
            String suffix,
            Preference preference,
            Set<String> gaps,
            int waitingDays,
            @Nullable Place place,
            boolean pinned,
            LocalDate today) {
        int age = stay.born().until(today).getYears();
        int wanted = stay.minutesPerWeek() == 0 ? least(stay.level(), age) : stay.minutesPerWeek();
        return new Person(
                stay.client().value() + suffix,
                new Person.Need(
                        stay.level(), Math.min(wanted, least(stay.level(), age)), wanted, gaps),
                new Person.Fit(
                        age,
                        preference.languages(),
                        preference.tags(),
                        preference.musts(),
                        preference.wishes(),
                        stay.kind(),
                        stay.contract(),
                        preference.modalities()),
                new Person.Reach(
                        preference.free(),
                        preference.travelMinutes() == 0
                                ? Map.of()
                                : Map.of("here", preference.travelMinutes())),
                waitingDays,
                place,
                pinned);
    }

    private static int least(String level, int age) {
        return switch (level) {
            case "PHP" -> PHP_MINUTES;
            case "OP" -> OP_MINUTES;
            default -> age < 18 ? YOUTH_MINUTES : IOP_MINUTES;
        };
    }
}
