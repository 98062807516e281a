package care.trellis.demo;

import static care.trellis.base.Action.DAY_CLOSE;

import care.trellis.base.Ids;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Place;
import care.trellis.ledger.DayCloses;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The director closes each day of the last weeks on the next morning, with what is open in it. */
@InDemo
class DayEnds {

    private static final int WEEKS = 2;
    private static final LocalTime MORNING = LocalTime.of(7, 15);

    private final DayCloses closes;

    DayEnds(DayCloses closes) {
        this.closes = closes;
    }

    /** The closes of the week that begins on this Monday. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var steps = new ArrayList<Step>();
        if (monday.isBefore(clinic.plan().story().anchor().minusWeeks(WEEKS))) {
            return steps;
        }
        for (var place : Place.values()) {
            monday.datesUntil(monday.plusWeeks(1))
                    .filter(date -> meets(place, date))
                    .forEach(date ->
                            steps.add(
                                    new Step(
                                            place.at(date.plusDays(1), MORNING),
                                            () -> close(clinic, place, date))));
        }
        return steps;
    }

    private static boolean meets(Place place, LocalDate date) {
        return Arrays.stream(Group.values())
                .anyMatch(group ->
                        group.place() == place && group.days().contains(date.getDayOfWeek()));
    }

    private void close(Clinic clinic, Place place, LocalDate date) {
        closes.close(
                        clinic.badges().of(Colleague.DANA, DAY_CLOSE),
                        clinic.house().site(place).value(),
                        date,
                        Ids.next())
                .orThrow();
    }
}
