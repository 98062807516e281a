package care.trellis.demo;

import static care.trellis.base.Action.CLIENT_EDIT;
import static care.trellis.base.Action.MESSAGE_SEND;
import static care.trellis.base.Action.ORGANIZATION_EDIT;
import static care.trellis.base.Action.OUTREACH;

import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Place;
import care.trellis.downtime.PackSettings;
import care.trellis.messages.Delivery;
import care.trellis.messages.Language;
import care.trellis.messages.MessageSettings;
import care.trellis.messages.Preference;
import care.trellis.messages.Preferences;
import care.trellis.messages.QuietHours;
import care.trellis.messages.Remind;
import care.trellis.messages.Way;
import care.trellis.outreach.Absence;
import care.trellis.outreach.Absence.Outcome;
import care.trellis.outreach.Absence.Result;
import care.trellis.outreach.Absences;
import care.trellis.outreach.Ladder;
import care.trellis.outreach.Reminders;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What clients agreed to hear, the reminders of the last two weeks, and what was done about those
 * who did not come. No carrier is set: messages are written down, nothing leaves.
 */
@InDemo
class Reaching {

    private static final LocalTime AGREED = LocalTime.of(17, 30);
    private static final LocalTime CALLS = LocalTime.of(16, 30);

    private final MessageSettings settings;
    private final PackSettings packs;
    private final Preferences preferences;
    private final Reminders reminders;
    private final Absences absences;
    private final Delivery delivery;

    Reaching(
            MessageSettings settings,
            PackSettings packs,
            Preferences preferences,
            Reminders reminders,
            Absences absences,
            Delivery delivery) {
        this.settings = settings;
        this.packs = packs;
        this.preferences = preferences;
        this.reminders = reminders;
        this.absences = absences;
        this.delivery = delivery;
    }

    /** The week that begins on this Monday. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var steps = new ArrayList<Step>();
        var story = clinic.plan().story();
        if (monday.equals(story.opening())) {
            steps.add(at(Place.HOLLOW, monday, LocalTime.of(4, 30), () -> sign(clinic)));
        }
        for (var person : clinic.plan().people()) {
            var day = person.admittedOn();
            if (!day.isBefore(monday) && day.isBefore(monday.plusWeeks(1))) {
                steps.add(at(person.group().place(), day, AGREED, () -> agree(clinic, person)));
            }
        }
        if (!monday.isBefore(story.lastWholeWeek())) {
            monday.datesUntil(monday.plusDays(6)).forEach(day -> steps.addAll(day(clinic, day)));
        }
        return steps;
    }

    private List<Step> day(Clinic clinic, LocalDate day) {
        var steps = new ArrayList<Step>();
        for (int hour = 7; hour <= 20; hour++) {
            steps.add(at(Place.HOLLOW, day, LocalTime.of(hour, 20), () -> hour(clinic)));
        }
        for (var place : Place.values()) {
            steps.add(at(place, day, CALLS, () -> call(clinic, place, day)));
        }
        return steps;
    }

    private void sign(Clinic clinic) {
        var may = clinic.badges().of(Colleague.DANA, ORGANIZATION_EDIT);
        settings.sign(may, "Juniper", QuietHours.USUAL).orThrow();
        packs.save(may, "juniper desk hollow mesa", "quiet north amber field", 3).orThrow();
    }

    /** Nine in ten want texts, most of them both reminders; some read Spanish. */
    private void agree(Clinic clinic, Participant person) {
        int number = person.number();
        preferences.save(
                clinic.badges().of(Colleague.deskAt(person.group().place()), CLIENT_EDIT),
                clinic.stay(person).client(),
                new Preference(
                        number % 10 == 7 ? Way.NONE : Way.TEXT,
                        number % 6 == 2 ? Language.ES : Language.EN,
                        number % 4 == 1 ? Remind.DAY : Remind.BOTH,
                        null));
    }

    private void hour(Clinic clinic) {
        reminders.plan(clinic.badges().system(OUTREACH));
        absences.notice(clinic.badges().system(OUTREACH));
        delivery.run(clinic.badges().system(MESSAGE_SEND));
    }

    /** Everybody is written to and called; two in three are settled, the last day's wait. */
    private void call(Clinic clinic, Place place, LocalDate day) {
        var may = clinic.badges().of(Colleague.deskAt(place), OUTREACH);
        absences.textAll(may);
        int turn = 0;
        for (var one : absences.list(may)) {
            if (one.open() && one.site().equals(clinic.house().site(place).value())) {
                work(clinic, may, one, turn++, day.equals(clinic.plan().story().today(place)));
            }
        }
    }

    private void work(Clinic clinic, Permit may, Absence one, int turn, boolean today) {
        if (one.taken().contains(Ladder.Step.CALL)) {
            if (one.attempts().size() > 3) {
                absences.close(may, one.id(), Outcome.UNREACHED);
            } else {
                absences.add(
                        may,
                        Ids.next(),
                        one.id(),
                        Ladder.Step.CALL_AGAIN,
                        Result.NO_ANSWER,
                        "",
                        false);
            }
            return;
        }
        boolean reached = turn % 3 != 0;
        if (today && turn > 1) {
            return;
        }
        absences.add(
                may,
                Ids.next(),
                one.id(),
                Ladder.Step.CALL,
                reached ? Result.REACHED : Result.VOICEMAIL,
                reached ? "Had no ride today." : "",
                false);
        if (reached) {
            absences.close(may, one.id(), turn % 2 == 0 ? Outcome.RETURNS : Outcome.WANTS_CHANGE);
        }
    }

    private static Step at(Place place, LocalDate day, LocalTime time, Runnable does) {
        return new Step(place.at(day, time), does);
    }
}
