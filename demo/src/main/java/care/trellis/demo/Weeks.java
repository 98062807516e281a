package care.trellis.demo;

import static care.trellis.base.Action.SESSION_EDIT;
import static care.trellis.base.Action.SESSION_VIEW;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.curricula.Curricula;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Participant;
import care.trellis.demo.story.Place;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.Modality;
import care.trellis.sessions.NewSession;
import care.trellis.sessions.Planning;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.sessions.Tracks;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One week of a clinic: who comes, leaves, attends, writes and signs. The reusable step of history,
 * load and soak.
 */
@InDemo
class Weeks {

    private static final LocalTime DESK_OPENS = LocalTime.of(8, 0);
    private static final LocalTime LESSONS_CHOSEN = LocalTime.of(6, 0);
    private static final LocalTime LAST_THING = LocalTime.of(21, 30);
    private static final int INDIVIDUAL_MINUTES = 50;
    private static final int RECERTIFIED_EVERY_DAYS = 28;
    private static final int SCORED_EVERY_DAYS = 14;

    private final Tracks tracks;
    private final Sessions sessions;
    private final Admissions admissions;
    private final ReviewDesk reviews;
    private final Meetings meetings;
    private final Contacts contacts;
    private final BillingOffice billing;
    private final DayEnds dayEnds;
    private final Questionnaires questionnaires;
    private final SafetyWatch watch;
    private final Curricula curricula;
    private final LevelChanges levels;
    private final Testing testing;
    private final Ahead ahead;
    private final ShiftWork shifts;
    private final WaitingPeople waiting;
    private final Reaching reaching;
    private final BenefitsDesk benefits;
    private final MoneyDesk money;
    private final FirstDay firstDay;

    Weeks(
            Tracks tracks,
            Sessions sessions,
            Admissions admissions,
            ReviewDesk reviews,
            Meetings meetings,
            Contacts contacts,
            BillingOffice billing,
            DayEnds dayEnds,
            Questionnaires questionnaires,
            SafetyWatch watch,
            Curricula curricula,
            LevelChanges levels,
            Testing testing,
            Ahead ahead,
            ShiftWork shifts,
            WaitingPeople waiting,
            Reaching reaching,
            BenefitsDesk benefits,
            MoneyDesk money,
            FirstDay firstDay) {
        this.tracks = tracks;
        this.sessions = sessions;
        this.admissions = admissions;
        this.reviews = reviews;
        this.meetings = meetings;
        this.contacts = contacts;
        this.billing = billing;
        this.dayEnds = dayEnds;
        this.questionnaires = questionnaires;
        this.watch = watch;
        this.curricula = curricula;
        this.levels = levels;
        this.testing = testing;
        this.ahead = ahead;
        this.shifts = shifts;
        this.waiting = waiting;
        this.reaching = reaching;
        this.benefits = benefits;
        this.money = money;
        this.firstDay = firstDay;
    }

    /** Everything of the week that begins on this Monday. The clock shows a time before it. */
    List<Step> steps(Clinic clinic, LocalDate monday) {
        var steps = new ArrayList<Step>();
        steps.add(
                new Step(
                        Place.HOLLOW.at(monday, LocalTime.of(5, 0)),
                        () -> tracks.makeSessions(clinic.badges().system(SESSION_EDIT))));
        for (var person : clinic.plan().people()) {
            steps.addAll(course(clinic, person, monday));
        }
        for (var group : Group.values()) {
            steps.addAll(groups(clinic, group, monday));
        }
        steps.addAll(individuals(clinic, monday));
        for (var clinician :
                List.of(Colleague.MARIA, Colleague.JIN, Colleague.SELMA, Colleague.TOMAS)) {
            steps.add(
                    new Step(
                            Place.HOLLOW.at(monday.plusDays(4), LocalTime.of(16, 0)),
                            () -> questionnaires.review(clinic, clinician)));
        }
        steps.addAll(contacts.steps(clinic, monday));
        steps.addAll(billing.steps(clinic, monday));
        steps.addAll(dayEnds.steps(clinic, monday));
        steps.addAll(watch.steps(clinic, monday));
        steps.addAll(levels.steps(clinic, monday));
        steps.addAll(testing.steps(clinic, monday));
        steps.addAll(ahead.steps(clinic, monday));
        steps.addAll(shifts.steps(clinic, monday));
        steps.addAll(waiting.steps(clinic, monday));
        steps.addAll(reaching.steps(clinic, monday));
        steps.addAll(benefits.steps(clinic, monday));
        steps.addAll(money.steps(clinic, monday));
        steps.addAll(firstDay.steps(clinic, monday));
        return steps;
    }

    private List<Step> course(Clinic clinic, Participant person, LocalDate monday) {
        var steps = new ArrayList<Step>();
        var place = person.group().place();
        monday.datesUntil(monday.plusWeeks(1))
                .filter(person::staysOn)
                .forEach(day -> steps.addAll(papers(clinic, person, place, day)));
        var next = monday.plusWeeks(1);
        for (var grant : clinic.plan().grants(person)) {
            var asked = grant.requestedOn();
            if (!asked.isBefore(monday) && asked.isBefore(next)) {
                var key = Ids.next();
                steps.add(
                        new Step(
                                place.at(asked, DESK_OPENS.plusMinutes(10)),
                                () -> reviews.request(clinic, person, grant, key)));
                steps.add(
                        new Step(
                                place.at(asked, DESK_OPENS.plusMinutes(40)),
                                () -> reviews.grant(clinic, person, grant, key, asked)));
            }
        }
        return steps;
    }

    private List<Step> papers(Clinic clinic, Participant person, Place place, LocalDate day) {
        var steps = new ArrayList<Step>();
        long stayed = ChronoUnit.DAYS.between(person.admittedOn(), day);
        if (stayed == 0) {
            steps.add(new Step(place.at(day, DESK_OPENS), () -> admissions.admit(clinic, person)));
        } else if (stayed % RECERTIFIED_EVERY_DAYS == 0) {
            steps.add(
                    new Step(
                            place.at(day, DESK_OPENS.plusMinutes(5)),
                            () -> admissions.recertify(clinic, person, day)));
        }
        if (stayed % SCORED_EVERY_DAYS == 0) {
            steps.addAll(measured(clinic, person, place, day));
        }
        if (person.lastDay().filter(day::equals).isPresent()) {
            steps.add(
                    new Step(
                            place.at(day, LAST_THING),
                            () -> admissions.discharge(clinic, person, day)));
        }
        return steps;
    }

    private List<Step> measured(Clinic clinic, Participant person, Place place, LocalDate day) {
        var at = place.at(day, DESK_OPENS.plusMinutes(30));
        if (Questionnaires.before(clinic, day)) {
            var totals = clinic.plan().scores(person, day);
            return List.of(new Step(at, () -> admissions.score(clinic, person, day, totals)));
        }
        var asked = clinic.plan().questionnaires().on(person, day);
        return List.of(new Step(at, () -> questionnaires.answer(clinic, person, asked)));
    }

    private List<Step> groups(Clinic clinic, Group group, LocalDate monday) {
        var dated = dated(clinic, group, monday);
        var steps = new ArrayList<Step>();
        for (var weekday : group.days()) {
            var date = monday.with(weekday);
            var blocks = group.blocks(weekday);
            var people = clinic.plan().expected(group, date);
            for (int block = 0; block < blocks.size(); block++) {
                var planned = blocks.get(block);
                var session = dated.get(group.place().at(date, planned.starts()));
                if (session == null) {
                    throw new IllegalStateException(
                            "No session was made for " + group + " " + date);
                }
                int number = block;
                if (block == blocks.size() - 1) {
                    steps.add(lesson(clinic, group, monday, weekday, session.id(), planned.lead()));
                }
                steps.addAll(
                        meetings.steps(
                                clinic,
                                new Meeting(
                                        session::id,
                                        group.place(),
                                        group.modality(),
                                        date,
                                        number,
                                        session.startsAt(),
                                        session.endsAt(),
                                        planned.lead(),
                                        planned.coLead(),
                                        people,
                                        person ->
                                                clinic.plan()
                                                        .presence(
                                                                person,
                                                                date,
                                                                number,
                                                                blocks.size()),
                                        clinic.plan().leftUnsigned(group, date, number))));
            }
        }
        return steps;
    }

    /** What the last group of the day teaches, chosen on Monday for the whole week. */
    private Step lesson(
            Clinic clinic,
            Group group,
            LocalDate monday,
            DayOfWeek weekday,
            SessionId session,
            Colleague lead) {
        long week = ChronoUnit.WEEKS.between(clinic.plan().story().opening(), monday);
        int day = group.days().indexOf(weekday) % 3;
        var code = week % 16 + 1 + "." + (day + 1);
        return new Step(
                group.place().at(monday, LESSONS_CHOSEN),
                () ->
                        curricula.teach(
                                clinic.badges().of(lead, Action.CURRICULUM_TEACH), session, code));
    }

    private Map<Instant, DatedSession> dated(Clinic clinic, Group group, LocalDate monday) {
        var found = new HashMap<Instant, DatedSession>();
        OrganizationContext.run(
                clinic.organization(),
                () ->
                        sessions.of(
                                        clinic.badges().of(Colleague.DANA, SESSION_VIEW),
                                        clinic.house().track(group),
                                        monday,
                                        monday.plusDays(6))
                                .forEach(session -> found.put(session.startsAt(), session)));
        return found;
    }

    /** The adolescents' payer asks for an individual session each week. */
    private List<Step> individuals(Clinic clinic, LocalDate monday) {
        var steps = new ArrayList<Step>();
        int[] slot = new int[1];
        var planned = new HashMap<String, Integer>();
        for (var person : clinic.plan().people()) {
            var group = person.group();
            if (group != Group.ADOLESCENT) {
                continue;
            }
            group.days().stream()
                    .skip(slot[0]++ / 2 % group.days().size())
                    .map(monday::with)
                    .filter(person::staysOn)
                    .findFirst()
                    .ifPresent(date -> {
                        boolean first = slot[0] % 2 == 0;
                        int before = planned.merge(date + " " + first, 1, Integer::sum) - 1;
                        steps.addAll(
                                individual(
                                        clinic,
                                        person,
                                        date,
                                        first,
                                        LocalTime.of(14, 20).minusHours(before)));
                    });
        }
        return steps;
    }

    private List<Step> individual(
            Clinic clinic, Participant person, LocalDate date, boolean first, LocalTime starts) {
        var place = person.group().place();
        var lead = first ? Colleague.SELMA : Colleague.TOMAS;
        var key = Ids.next();
        var steps = new ArrayList<Step>();
        steps.add(
                new Step(
                        place.at(date, DESK_OPENS.plusMinutes(20)),
                        () ->
                                Outcomes.expect(
                                        Planning.Planned.class,
                                        sessions.plan(
                                                clinic.badges().of(lead, Action.SESSION_EDIT),
                                                key,
                                                new NewSession(
                                                        clinic.house().site(place),
                                                        clinic.stay(person).client(),
                                                        clinic.house().staff(lead),
                                                        null,
                                                        "Individual session",
                                                        ServiceType.INDIVIDUAL_THERAPY,
                                                        Modality.IN_PERSON,
                                                        null,
                                                        date,
                                                        starts,
                                                        INDIVIDUAL_MINUTES)))));
        steps.addAll(
                meetings.steps(
                        clinic,
                        new Meeting(
                                () -> new SessionId(key),
                                place,
                                Modality.IN_PERSON,
                                date,
                                2,
                                place.at(date, starts),
                                place.at(date, starts.plusMinutes(INDIVIDUAL_MINUTES)),
                                lead,
                                null,
                                List.of(person),
                                someone -> clinic.plan().presence(someone, date, 2, 4),
                                false)));
        return steps;
    }
}
