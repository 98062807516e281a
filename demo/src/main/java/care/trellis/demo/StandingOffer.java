package care.trellis.demo;

import static care.trellis.base.Action.MAKE_UP_OFFER;
import static care.trellis.base.Action.SESSION_EDIT;

import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Place;
import care.trellis.placement.MakeUp;
import care.trellis.placement.MakeUpFinder;
import care.trellis.placement.MakeUpOffers;
import care.trellis.sessions.BlockAddition;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.TrackCreation;
import care.trellis.sessions.Tracks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An offer to make up for missed days that nobody has answered yet, with its seats held. The last
 * evening of the week has groups for it, so that there is one in this week on every day of it.
 */
@InDemo
class StandingOffer {

    private static final int MINUTES = 60;
    private static final List<LocalTime> EVENING =
            List.of(LocalTime.of(19, 0), LocalTime.of(20, 15));

    private final Tracks tracks;
    private final MakeUpFinder finder;
    private final MakeUpOffers offers;

    StandingOffer(Tracks tracks, MakeUpFinder finder, MakeUpOffers offers) {
        this.tracks = tracks;
        this.finder = finder;
        this.offers = offers;
    }

    /** Plans the last evening of that week and offers what is still to come of the week. */
    void make(Clinic clinic, LocalDate monday) {
        evening(clinic, monday.plusDays(6));
        var people =
                Stream.concat(
                                clinic.plan().slipping().stream(),
                                clinic.plan().people().stream().filter(person -> !person.steady()))
                        .filter(clinic::isAdmitted)
                        .filter(person -> person.staysOn(monday.plusDays(6)))
                        .sorted(
                                Comparator.comparing(
                                        person -> person.group().place() != Place.HOLLOW))
                        .limit(6)
                        .toList();
        for (var week : List.of(monday, monday.plusWeeks(1))) {
            if (people.stream().anyMatch(person -> offer(clinic, person, week))) {
                return;
            }
        }
    }

    /** Two groups in a room, for whoever missed a day; nobody comes to them every week. */
    private void evening(Clinic clinic, LocalDate sunday) {
        var permit = clinic.badges().of(Colleague.DANA, SESSION_EDIT);
        var track =
                Outcomes.expect(
                                TrackCreation.Created.class,
                                tracks.create(
                                        permit,
                                        Ids.next(),
                                        clinic.house().program(Group.MORNING.offer()),
                                        "Sunday make-up"))
                        .track();
        for (var starts : EVENING) {
            var plan =
                    new BlockPlan(
                            DayOfWeek.SUNDAY,
                            starts,
                            MINUTES,
                            "Make-up group",
                            ServiceType.GROUP_THERAPY,
                            Modality.IN_PERSON,
                            clinic.house().rooms().get(Group.MORNING),
                            clinic.house().staff(Colleague.JIN),
                            null,
                            sunday,
                            null);
            Outcomes.expect(
                    BlockAddition.Added.class, tracks.addBlock(permit, Ids.next(), track, plan));
        }
    }

    private boolean offer(Clinic clinic, Participant person, LocalDate monday) {
        var desk = clinic.badges().of(Colleague.deskAt(person.group().place()), MAKE_UP_OFFER);
        ClientId client = clinic.stay(person).client();
        var fits =
                finder.find(desk, client, monday).sessions().stream()
                        .map(MakeUp::session)
                        .limit(2)
                        .toList();
        if (fits.isEmpty()) {
            return false;
        }
        offers.offer(desk, Ids.next(), client, monday, fits, true).orThrow();
        return true;
    }
}
