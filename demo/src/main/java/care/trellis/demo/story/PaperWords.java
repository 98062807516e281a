package care.trellis.demo.story;

import care.trellis.episodes.DischargeReason;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands on the papers of a client, by question. */
public final class PaperWords {

    private PaperWords() {}

    /** Eligibility, on the first morning. */
    public static Map<String, List<String>> eligibility(Participant person) {
        var answers = new HashMap<String, List<String>>();
        answers.put("imminent_risk", List.of("no"));
        answers.put("withdrawal_risk", List.of("no"));
        answers.put("detox_done", List.of(uses(person) ? "Finished" : "Not needed"));
        answers.put("medical_stable", List.of("yes"));
        answers.put("oriented", List.of("yes"));
        answers.put(
                "presenting",
                List.of(
                        uses(person)
                                ? "I can stop for a week. I cannot stay stopped."
                                : "I have not slept or gone out properly since spring."));
        answers.put("substance_use", List.of(uses(person) ? "yes" : "no"));
        answers.put("veteran", List.of(person.number() % 9 == 5 ? "yes" : "no"));
        answers.put("living_situation", List.of("With family or friends"));
        answers.put("living_safe", List.of("yes"));
        if (person.number() % 4 == 1) {
            answers.put("barriers", List.of(person.number() % 8 == 1 ? "Transport" : "Work hours"));
        }
        answers.put("eligible", List.of("Yes"));
        answers.put(
                "eligible_why",
                List.of(
                        "Needs more than weekly care, is safe at home, and can take part in groups."));
        return answers;
    }

    /** The crisis plan, written in the first week. */
    public static Map<String, List<String>> crisisPlan(Participant person) {
        var answers = new HashMap<String, List<String>>();
        answers.put(
                "crisis_signs",
                List.of("I stop answering, I pace, I look at old messages at night."));
        answers.put(
                "crisis_alone",
                List.of("Cold water on the face, a walk around the block, the playlist."));
        answers.put("crisis_company", List.of("The library, the dog park, my neighbor's porch."));
        answers.put("crisis_people.0.0", List.of(person.relative().name()));
        answers.put("crisis_people.0.1", List.of(person.relative().phone()));
        answers.put(
                "crisis_professionals",
                List.of("My counselor, the program's on-call number, Sampleton General."));
        answers.put("means_asked", List.of("yes"));
        answers.put(
                "means_steps",
                List.of(
                        person.relative().name()
                                + " keeps the medicines in a locked box and checks on Sundays."));
        if (uses(person)) {
            answers.put("naloxone", List.of("Kitchen drawer and backpack"));
        }
        answers.put(
                "crisis_reasons",
                List.of("My sister's kids. Finishing the bike. Being there in May."));
        answers.put("copy_given", List.of("Photo on the phone"));
        answers.put("safe_display", List.of("yes"));
        return answers;
    }

    /** The level of care at admission. */
    public static Map<String, List<String>> levelOfCare(Participant person) {
        var answers = new HashMap<String, List<String>>();
        answers.put("edition", List.of(uses(person) ? "ASAM Criteria 4th edition" : "LOCUS"));
        answers.put("loc_event", List.of("Admission"));
        var ratings =
                List.of(
                        uses(person) ? "1" : "0",
                        "1",
                        uses(person) ? "2" : "3",
                        uses(person) ? "3" : "1",
                        "2",
                        "1");
        for (int row = 0; row < ratings.size(); row++) {
            answers.put("dimensions." + row + ".0", List.of(ratings.get(row)));
        }
        answers.put(
                "dimensions.2.1",
                List.of(
                        "PHQ-9 "
                                + person.firstScores().phq9()
                                + ", GAD-7 "
                                + person.firstScores().gad7()));
        var level = "Intensive outpatient (2.1)";
        answers.put("loc_recommended", List.of(level));
        answers.put("loc_decided", List.of(level));
        answers.put("loc_variance", List.of("No difference"));
        answers.put(
                "loc_reason",
                List.of(
                        "Weekly sessions were not enough; safe at home with support; can attend on the days of the track."));
        return answers;
    }

    /** A determination that less is enough now. */
    public static Map<String, List<String>> stepDown(Participant person) {
        var answers = new HashMap<>(levelOfCare(person));
        var level = "Outpatient (1 or 1.5)";
        answers.put("loc_event", List.of("Step down"));
        answers.put("loc_recommended", List.of(level));
        answers.put("loc_decided", List.of(level));
        answers.put(
                "loc_reason",
                List.of(
                        "Six weeks without a lapse, urges ridden with two skills, sponsor and family in place; wants evenings back for school."));
        return answers;
    }

    /** The discharge and what follows it. */
    public static Map<String, List<String>> discharge(Participant person, LocalDate day) {
        boolean stayed = person.reason() == DischargeReason.COMPLETED;
        var answers = new HashMap<String, List<String>>();
        answers.put(
                "discharge_reason",
                List.of(
                        switch (person.reason()) {
                            case COMPLETED -> "Completed";
                            case TRANSFERRED -> "Transferred to less care";
                            case LEFT_AGAINST_ADVICE -> "Left against advice";
                            case LOST_CONTACT -> "Lost contact";
                            case DECEASED -> "Deceased";
                            case PAYER_ENDED, MOVED, OTHER -> "Administrative";
                        }));
        answers.put("last_day", List.of(day.toString()));
        answers.put(
                "course",
                List.of(
                        stayed
                                ? "Came to most groups, named triggers early, and used the plan on bad days."
                                : "Came for some weeks; the groups helped, the rest of life got in the way."));
        answers.put("unresolved", List.of("Sleep, and what to do with long weekends."));
        answers.put(
                "discharge_risk",
                List.of("No thoughts of suicide in the last month; knows whom to call."));
        answers.put("crisis_current", List.of("yes"));
        answers.put("medicines_reconciled", List.of("yes"));
        answers.put("appointments.0.0", List.of("Sampleton Counseling, intake"));
        answers.put("appointments.0.1", List.of(day.plusDays(5).toString()));
        answers.put("appointments.0.2", List.of("12 Example Street, 602-555-0188"));
        answers.put("appointments.0.3", List.of("Yes"));
        answers.put("alumni_consent", List.of(stayed ? "yes" : "no"));
        answers.put("check_in_days", List.of("7 days", "30 days", "90 days"));
        answers.put("alumni_way", List.of("Phone call"));
        return answers;
    }

    private static boolean uses(Participant person) {
        return person.illness().code().startsWith("F1");
    }
}
