package care.trellis.demo;

import static care.trellis.base.Action.CLIENT_EDIT;
import static care.trellis.base.Action.OWN_ACCOUNT;
import static care.trellis.base.Action.SESSION_EDIT;

import care.trellis.base.Ids;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Place;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.Closure;
import care.trellis.sessions.Closures;
import care.trellis.sessions.Feeds;
import care.trellis.sessions.Leaves;
import care.trellis.sessions.SessionId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;

/**
 * What the director arranges for the weeks to come: a day on which a site meets by video, one on
 * which it is closed, a clinician's leave of which some sessions are covered, and two calendars.
 */
@InDemo
class Ahead {

    private static final LocalTime FRIDAY_AFTERNOON = LocalTime.of(16, 40);

    private final Closures closures;
    private final Leaves leaves;
    private final Feeds feeds;

    Ahead(Closures closures, Leaves leaves, Feeds feeds) {
        this.closures = closures;
        this.leaves = leaves;
        this.feeds = feeds;
    }

    /** All of it on the Friday before the present week. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var story = clinic.plan().story();
        if (!monday.equals(story.lastWholeWeek())) {
            return List.of();
        }
        var next = story.anchor().plusWeeks(1);
        return List.of(
                new Step(
                        Place.HOLLOW.at(monday.plusDays(4), FRIDAY_AFTERNOON),
                        () -> {
                            close(
                                    clinic,
                                    Place.HOLLOW,
                                    next.plusDays(4),
                                    Closure.Effect.CANCEL,
                                    "Staff training day");
                            close(
                                    clinic,
                                    Place.MESA,
                                    next.plusDays(2),
                                    Closure.Effect.VIDEO,
                                    "Work on the water main");
                            leave(clinic, next);
                            calendars(clinic);
                        }));
    }

    private void close(
            Clinic clinic, Place place, LocalDate day, Closure.Effect effect, String reason) {
        closures.close(
                clinic.badges().of(Colleague.DANA, SESSION_EDIT),
                Ids.next(),
                clinic.house().site(place),
                day,
                day,
                effect,
                reason);
    }

    /** Jin is away for three days; the first of the sessions are covered, the last are not yet. */
    private void leave(Clinic clinic, LocalDate monday) {
        var permit = clinic.badges().of(Colleague.DANA, SESSION_EDIT);
        var leave =
                leaves.add(
                                permit,
                                Ids.next(),
                                clinic.house().staff(Colleague.JIN),
                                monday.plusDays(1),
                                monday.plusDays(3))
                        .orThrow();
        var cover = new HashMap<SessionId, StaffId>();
        leaves.needs(permit, leave).stream()
                .filter(need -> !need.free().isEmpty())
                .limit(2)
                .forEach(need -> cover.put(need.session(), need.free().getFirst().staff()));
        leaves.cover(permit, leave, cover);
    }

    private void calendars(Clinic clinic) {
        feeds.makeOwn(clinic.badges().of(Colleague.MARIA, OWN_ACCOUNT));
        clinic.plan().people().stream()
                .filter(person -> person.group() == Group.MORNING && clinic.isAdmitted(person))
                .findFirst()
                .ifPresent(person ->
                        feeds.make(
                                clinic.badges().of(Colleague.FAYE, CLIENT_EDIT),
                                clinic.stay(person).client()));
    }
}
