package care.trellis.demo;

import static care.trellis.base.Action.CLIENT_EDIT;
import static care.trellis.base.Action.CONSENT_RECORD;
import static care.trellis.base.Action.COVERAGE_EDIT;
import static care.trellis.base.Action.EPISODE_EDIT;
import static care.trellis.base.Action.IMPORT_RUN;
import static care.trellis.base.Action.PLAN_EDIT;
import static care.trellis.base.Action.SESSION_EDIT;

import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.Consent;
import care.trellis.clients.ConsentRecording;
import care.trellis.clients.Consents;
import care.trellis.clients.Contact;
import care.trellis.clients.Coverage;
import care.trellis.clients.CoverageSaved;
import care.trellis.clients.Coverages;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.Group;
import care.trellis.demo.story.Insurer;
import care.trellis.demo.story.Participant;
import care.trellis.episodes.Admission;
import care.trellis.episodes.Counselors;
import care.trellis.episodes.Diagnoses;
import care.trellis.episodes.Diagnosis;
import care.trellis.episodes.Episodes;
import care.trellis.episodes.Plans;
import care.trellis.episodes.Score;
import care.trellis.episodes.Scores;
import care.trellis.organizations.LevelOfCare;
import care.trellis.sessions.Enrollment;
import care.trellis.sessions.Tracks;
import java.time.LocalDate;

/** What is done for one client outside the groups: admission, papers, scores, discharge. */
@InDemo
class Admissions {

    /** Why somebody joins a group that is full on paper. */
    private static final String ROOM_AGREED =
            "Two of this group finish this week; the director agreed to the overlap.";

    private final Clients clients;
    private final Coverages coverages;
    private final Consents consents;
    private final Episodes episodes;
    private final Counselors counselors;
    private final Diagnoses diagnoses;
    private final Plans plans;
    private final Scores scores;
    private final Tracks tracks;
    private final Treatment treatment;
    private final PaperWork papers;
    private final MedicationLists medications;

    Admissions(
            Clients clients,
            Coverages coverages,
            Consents consents,
            Episodes episodes,
            Counselors counselors,
            Diagnoses diagnoses,
            Plans plans,
            Scores scores,
            Tracks tracks,
            Treatment treatment,
            PaperWork papers,
            MedicationLists medications) {
        this.clients = clients;
        this.coverages = coverages;
        this.consents = consents;
        this.episodes = episodes;
        this.counselors = counselors;
        this.diagnoses = diagnoses;
        this.plans = plans;
        this.scores = scores;
        this.tracks = tracks;
        this.treatment = treatment;
        this.papers = papers;
        this.medications = medications;
    }

    /** The first morning: papers, diagnosis, plan, and a seat in the track from today on. */
    void admit(Clinic clinic, Participant person) {
        var day = person.admittedOn();
        var client = register(clinic, person, day);
        var program = clinic.house().program(person.group().offer());
        var episode =
                Outcomes.expect(
                                Admission.Admitted.class,
                                episodes.admit(
                                        clinic.badges().of(Colleague.OMAR, EPISODE_EDIT),
                                        Ids.next(),
                                        client,
                                        program,
                                        LevelOfCare.IOP,
                                        day))
                        .episode();
        var counselor = Treatment.counselor(person.group());
        counselors
                .name(
                        clinic.badges().of(Colleague.OMAR, EPISODE_EDIT),
                        Ids.next(),
                        client,
                        clinic.house().staff(counselor),
                        day)
                .orThrow();
        diagnoses.add(
                clinic.badges().of(counselor, EPISODE_EDIT),
                Ids.next(),
                client,
                new Diagnosis.Finding(
                        Diagnosis.CodeSystem.ICD_10_CM,
                        person.illness().code(),
                        person.illness().description(),
                        day,
                        null),
                null);
        papers.admit(clinic, person, client);
        medications.admit(clinic, person, client);
        var aims = treatment.plan(clinic, person, client);
        var enrolled =
                Outcomes.expect(
                        Enrollment.Enrolled.class,
                        tracks.enroll(
                                clinic.badges()
                                        .of(Colleague.deskAt(person.group().place()), SESSION_EDIT),
                                Ids.next(),
                                clinic.house().track(person.group()),
                                episode,
                                day,
                                ROOM_AGREED));
        clinic.begin(person, new Clinic.Stay(client, episode, enrolled.enrollment(), aims));
    }

    private ClientId register(Clinic clinic, Participant person, LocalDate day) {
        var badges = clinic.badges();
        var client =
                clients.add(
                                badges.of(Colleague.OMAR, CLIENT_EDIT),
                                Ids.next(),
                                clinic.house().site(person.group().place()),
                                person.person(),
                                null)
                        .id();
        clients.keep(
                badges.of(Colleague.OMAR, CLIENT_EDIT),
                client,
                new Contact(
                        Ids.next(),
                        person.relative().name(),
                        person.relative().relationship(),
                        person.relative().phone(),
                        true));
        Outcomes.expect(
                CoverageSaved.Saved.class,
                coverages.add(
                        badges.of(Colleague.OMAR, COVERAGE_EDIT),
                        Ids.next(),
                        client,
                        new Coverage.Terms(
                                clinic.house().contract(person.insurer()),
                                person.insurer().label(),
                                person.memberId(),
                                "",
                                1,
                                day.withDayOfYear(1),
                                null),
                        null));
        if (hasSecond(person)) {
            Outcomes.expect(
                    CoverageSaved.Saved.class,
                    coverages.add(
                            badges.of(Colleague.OMAR, COVERAGE_EDIT),
                            Ids.next(),
                            client,
                            new Coverage.Terms(
                                    clinic.house().contract(Insurer.OCOTILLO),
                                    Insurer.OCOTILLO.label(),
                                    person.memberId().replaceAll("[^0-9]", "") + "02",
                                    "",
                                    2,
                                    day.withDayOfYear(1),
                                    null),
                            null));
        }
        if (person.consents()) {
            Outcomes.expect(
                    ConsentRecording.Recorded.class,
                    consents.record(
                            badges.of(Colleague.OMAR, CONSENT_RECORD),
                            Ids.next(),
                            client,
                            consent(person, day)));
        }
        return client;
    }

    /** Some who have a plan have Medicaid behind it: it is asked for what the plan leaves. */
    private static boolean hasSecond(Participant person) {
        return person.insurer() == Insurer.SUMMIT
                && Math.floorMod(person.memberId().hashCode(), 5) == 0;
    }

    private static Consent.Signed consent(Participant person, LocalDate day) {
        boolean minor = person.group() == Group.ADOLESCENT;
        return new Consent.Signed(
                "Juniper Demo Programs, " + person.group().offer().label(),
                person.insurer().label(),
                "Payment and health care operations",
                "Dates and kinds of service, diagnosis, plan of care and progress",
                Consent.Channel.ELECTRONIC,
                true,
                true,
                minor ? person.relative().name() : person.person().name(),
                minor ? Consent.Signer.PARENT : Consent.Signer.CLIENT,
                day,
                day.plusYears(1));
    }

    /** The counselor reviews the plan, the prescriber signs it and certifies the need. */
    void recertify(Clinic clinic, Participant person, LocalDate day) {
        treatment.review(clinic, person, clinic.stay(person).client());
        medications.visit(clinic, person, day);
    }

    /** Keeps a total of each questionnaire. */
    void score(Clinic clinic, Participant person, LocalDate day, Participant.Scores totals) {
        var permit = clinic.badges().of(Colleague.OMAR, IMPORT_RUN);
        var client = clinic.stay(person).client();
        scores.take(permit, client, new Score("PHQ-9", day, totals.phq9()), "phq-9 " + day);
        scores.take(permit, client, new Score("GAD-7", day, totals.gad7()), "gad-7 " + day);
    }

    /** The last evening. */
    void discharge(Clinic clinic, Participant person, LocalDate day) {
        medications.discharge(clinic, person);
        var stay = clinic.stay(person);
        var badges = clinic.badges();
        plans.closeGoal(
                badges.of(Treatment.counselor(person.group()), PLAN_EDIT),
                stay.client(),
                stay.episode(),
                stay.aims().getFirst().goal(),
                day);
        papers.discharge(clinic, person, stay.client(), day);
    }
}
