package care.trellis.demo.story;

import java.time.LocalDate;
import java.util.Locale;

/** What a counselor makes of a goal: a problem in plain words, and steps that can be counted. */
public final class Steps {

    /** One step, as a plan writes it. */
    public record Counted(
            String text, String measure, boolean scored, String baseline, String target) {}

    private Steps() {}

    /** What is the matter. */
    public static String problem(Participant person) {
        return person.illness().code().startsWith("F1")
                ? "Drinking or using most days, with strong urges"
                : "Low mood and worry that keep "
                        + person.person().givenName()
                        + " at home and awake";
    }

    /** The step whose measure is a questionnaire. */
    public static Counted scored(Participant person) {
        boolean worry = person.illness().code().startsWith("F41");
        int first = worry ? person.firstScores().gad7() : person.firstScores().phq9();
        return new Counted(
                worry
                        ? "Have fewer days of worry than days without"
                        : "Have more good days than bad ones in two weeks",
                worry ? "GAD-7" : "PHQ-9",
                true,
                String.valueOf(first),
                String.valueOf(Math.max(4, first / 2)));
    }

    /** The step that makes a goal countable in days. */
    public static Counted counted(String goal) {
        var words = goal.toLowerCase(Locale.US);
        if (words.contains("sleep")) {
            return new Counted(
                    "Keep one rising time and a sleep diary",
                    "nights of six hours a week",
                    false,
                    "2",
                    "5");
        }
        if (words.contains("meeting")) {
            return new Counted(
                    "Go to two meetings a week and name one person met",
                    "meetings a week",
                    false,
                    "0",
                    "2");
        }
        if (words.contains("use")) {
            return new Counted(
                    "Ride out urges with two named skills", "days of use in 30", false, "16", "0");
        }
        if (words.contains("friend") || words.contains("trust")) {
            return new Counted(
                    "Speak with one supportive person a week", "talks a week", false, "0", "1");
        }
        return new Counted(
                "Practise one step of it between groups and tell of it",
                "times a week",
                false,
                "0",
                "3");
    }

    /** By when: two months after the plan began. */
    public static LocalDate by(LocalDate from) {
        return from.plusWeeks(8);
    }
}
