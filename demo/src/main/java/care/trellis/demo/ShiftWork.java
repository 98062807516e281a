package care.trellis.demo;

import static care.trellis.base.Action.DEVICE_PAIR;
import static care.trellis.base.Action.SHIFT_WRITE;

import care.trellis.base.Ids;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Place;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.Devices;
import care.trellis.whiteboard.Box;
import care.trellis.whiteboard.HandOvers;
import care.trellis.whiteboard.Tasks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tablets at the doors, what a shift hands to the next, and what is left on its board. */
@InDemo
class ShiftWork {

    private static final int WEEKS = 2;
    private static final LocalTime GOES = LocalTime.of(14, 55);
    private static final LocalTime COMES = LocalTime.of(15, 5);

    private static final List<String> INCIDENTS =
            List.of(
                    "Nothing.",
                    "Fire drill at 10:20: the building was empty after three minutes, the roll was right.",
                    "One client felt faint in the second group, sat outside with staff, was well after water.");
    private static final List<String> FOLLOW_UPS =
            List.of(
                    "Two families asked for the date of the next evening; Omar calls them.",
                    "The pharmacy calls back after four; Nadia knows what about.",
                    "Nothing beyond the list of absences.");

    private final Devices devices;
    private final HandOvers handOvers;
    private final Tasks tasks;

    ShiftWork(Devices devices, HandOvers handOvers, Tasks tasks) {
        this.devices = devices;
        this.handOvers = handOvers;
        this.tasks = tasks;
    }

    /** What is done on the shifts of the week that begins on this Monday. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var steps = new ArrayList<Step>();
        for (var place : Place.values()) {
            if (monday.equals(clinic.plan().story().opening())) {
                steps.add(
                        new Step(place.at(monday, LocalTime.of(7, 40)), () -> hang(clinic, place)));
            }
            if (!monday.isBefore(clinic.plan().story().anchor().minusWeeks(WEEKS))) {
                monday.datesUntil(monday.plusWeeks(1))
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                        .forEach(day -> steps.addAll(handOver(clinic, place, day)));
            }
            if (monday.equals(clinic.plan().story().anchor().minusWeeks(1))) {
                steps.add(
                        new Step(
                                place.at(monday.plusDays(4), LocalTime.of(14, 10)),
                                () -> board(clinic, place)));
            }
        }
        return steps;
    }

    private void hang(Clinic clinic, Place place) {
        pair(clinic, place, Device.Kind.KIOSK, "Front door");
        pair(clinic, place, Device.Kind.WALL, "Team room");
    }

    private void pair(Clinic clinic, Place place, Device.Kind kind, String name) {
        var link =
                devices.make(
                                clinic.badges().of(Colleague.deskAt(place), DEVICE_PAIR),
                                Ids.next(),
                                clinic.house().site(place),
                                kind,
                                name)
                        .orThrow()
                        .path();
        devices.pair(link.substring(link.lastIndexOf('/') + 1)).orElseThrow();
    }

    private List<Step> handOver(Clinic clinic, Place place, LocalDate day) {
        var id = Ids.next();
        var site = clinic.house().site(place).value();
        return List.of(
                new Step(
                        place.at(day, GOES),
                        () ->
                                handOvers
                                        .sign(
                                                clinic.badges()
                                                        .of(Colleague.deskAt(place), SHIFT_WRITE),
                                                id,
                                                site,
                                                day,
                                                words(day))
                                        .orThrow()),
                new Step(place.at(day, COMES), () -> take(clinic, place, site, id)));
    }

    private void take(Clinic clinic, Place place, UUID site, UUID handOver) {
        var comes =
                clinic.badges()
                        .of(place == Place.HOLLOW ? Colleague.MARIA : Colleague.SELMA, SHIFT_WRITE);
        for (var box : Box.values()) {
            handOvers.read(comes, site, handOver, box);
        }
        handOvers.take(comes, site, handOver).orThrow();
    }

    private static Map<Box, String> words(LocalDate day) {
        int turn = day.getDayOfYear();
        var words = new EnumMap<Box, String>(Box.class);
        words.put(Box.SAFETY, "Watch as on the board; nobody new. Crisis plans lie in the charts.");
        words.put(Box.CENSUS, "Morning groups as planned, absences were called until 2 pm.");
        words.put(Box.INCIDENTS, INCIDENTS.get(turn % INCIDENTS.size()));
        words.put(Box.TASKS, "Room B needs chairs before the evening group.");
        words.put(Box.FOLLOW_UPS, FOLLOW_UPS.get(turn % FOLLOW_UPS.size()));
        return words;
    }

    private void board(Clinic clinic, Place place) {
        var desk = clinic.badges().of(Colleague.deskAt(place), SHIFT_WRITE);
        var site = clinic.house().site(place).value();
        tasks.add(desk, Ids.next(), site, "Call the van back about Monday's 8:20 ride").orThrow();
        tasks.add(desk, Ids.next(), site, "Chairs from room A to room B before the evening group")
                .orThrow();
        var taken = Ids.next();
        tasks.add(desk, taken, site, "New paper for the label printer").orThrow();
        tasks.take(desk, site, taken);
    }
}
