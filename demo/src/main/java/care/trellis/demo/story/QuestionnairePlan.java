package care.trellis.demo.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What people answer on the tablet: single answers that come to the planned totals. The ninth item
 * of the depression questionnaire stays at 0 but where a positive one is planted.
 */
public final class QuestionnairePlan {

    /** Tablets came so many weeks before the present one; older totals were brought along. */
    public static final int WEEKS = 10;

    private static final int HIGHEST = 3;

    private static final List<String> WORDS =
            List.of(
                    "The evening group starts before my bus arrives. Could we begin ten minutes later?",
                    "I liked that we practiced on paper first.",
                    "Thank you for asking about my kids.",
                    "It was loud in the hall and hard to concentrate.",
                    "I would like more time for questions at the end.");

    private final ClinicPlan plan;

    QuestionnairePlan(ClinicPlan plan) {
        this.plan = plan;
    }

    /**
     * One instrument, answered.
     *
     * @param answers raw codes by item
     * @param words what the client writes to the team; empty for nothing
     */
    public record Sheet(String instrument, Map<String, Integer> answers, String words) {}

    /**
     * One sitting.
     *
     * @param answered whether the client answers; else the code is never typed, and it is missing
     */
    public record Day(boolean spanish, boolean answered, List<Sheet> sheets) {

        /** Copies the list. */
        public Day {
            sheets = List.copyOf(sheets);
        }
    }

    /** What somebody is asked that day, and answers most of the time. */
    public Day on(Participant person, LocalDate day) {
        var random = plan.random(30_000 + person.number(), day.toEpochDay());
        boolean first = day.equals(person.admittedOn());
        boolean answered = first || person.steady() || random.nextInt(100) >= 14;
        var totals = plan.scores(person, day);
        boolean planted =
                person.equals(plan.positiveItem9()) && day.equals(plan.positiveItem9Day());
        boolean teen = person.group() == Group.ADOLESCENT;
        var sheets = new ArrayList<Sheet>();
        var depression = spread(planted ? totals.phq9() - 1 : totals.phq9(), 8, random);
        depression.put("9", planted ? 1 : 0);
        sheets.add(new Sheet(teen ? "PHQ-A" : "PHQ-9", depression, ""));
        sheets.add(new Sheet("GAD-7", spread(totals.gad7(), 7, random), ""));
        if (!first) {
            sheets.add(check(random));
        }
        return new Day(!teen && person.number() % 9 == 0, answered, sheets);
    }

    private static Sheet check(RandomGenerator random) {
        var answers = new LinkedHashMap<String, Integer>();
        for (int item = 1; item <= 4; item++) {
            answers.put(Integer.toString(item), 6 + random.nextInt(5));
        }
        boolean writes = random.nextInt(100) < 8;
        return new Sheet(
                "SESSION-CHECK", answers, writes ? WORDS.get(random.nextInt(WORDS.size())) : "");
    }

    /** Codes of 0 to 3 for so many items that come to the total, or as near as they can. */
    private static Map<String, Integer> spread(int total, int items, RandomGenerator random) {
        var codes = new int[items];
        int left = Math.min(total, items * HIGHEST);
        while (left > 0) {
            int item = random.nextInt(items);
            if (codes[item] < HIGHEST) {
                codes[item]++;
                left--;
            }
        }
        var answers = new LinkedHashMap<String, Integer>();
        for (int item = 0; item < items; item++) {
            answers.put(Integer.toString(item + 1), codes[item]);
        }
        return answers;
    }
}
