package care.trellis.engine.instruments;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param number the key of its answer
 * @param reportedAs what it is called among the missing: the number printed on the form
 * @param concept what it asks about, in our own few words; always present, also where the wording
 *     does not ship
 * @param text the wording by language; empty where it does not ship
 * @param answers what it can be answered with
 * @param required whether it is missing when blank; items that no score uses are not
 * @param reversed whether the lowest code scores highest
 * @param fromContext whether the answer is known from the record or asked beside the form
 * @param alert the most urgent alert that an answer can raise by itself; null for most items
 * @param loinc the LOINC code, only where it was verified
 */
public record Item(
        String number,
        String reportedAs,
        String concept,
        Map<String, String> text,
        AnswerSet answers,
        boolean required,
        boolean reversed,
        boolean fromContext,
        @Nullable AlertClass alert,
        @Nullable String loinc) {

    /** Copies the texts. */
    public Item {
        text = Map.copyOf(text);
    }

    /** The same item in words. */
    Item worded(Map<String, String> wording, AnswerSet labelled) {
        return new Item(
                number,
                reportedAs,
                concept,
                wording,
                labelled,
                required,
                reversed,
                fromContext,
                alert,
                loinc);
    }

    /** The points of a raw code. */
    int points(int code) {
        return reversed ? answers.lowest() + answers.highest() - code : code;
    }
}
