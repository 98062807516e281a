package care.trellis.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a payer answered to the question where a claim stands; or that it was asked.
 *
 * @param category such as {@code P1}; null for a question
 * @param words what it means, in our words; of codes only
 * @param payerNumber the payer's own number of the claim
 */
public record StatusAnswer(
        @Nullable String category, String words, @Nullable String payerNumber, Instant at) {

    static String words(String category, String code, @Nullable String entity) {
        var what =
                switch (category) {
                    case "P0", "P1" -> "In process";
                    case "P2" -> "Held back at the payer";
                    case "P3", "P4" -> "Waits for something that the payer asked for";
                    case "P5" -> "Held back: the payer's system asks for more";
                    case "F0" -> "Decided";
                    case "F1" -> "Decided, to be paid";
                    case "F2" -> "Denied";
                    case "F3", "F3F", "F3N" -> "Decided anew";
                    case "F4" -> "Decided, nothing to be paid";
                    case "D0" -> "Not found at the payer";
                    case "E0", "E1", "E2", "E3", "E4" -> "The payer could not answer";
                    default ->
                            category.startsWith("R")
                                    ? "The payer asks for more"
                                    : category.startsWith("A")
                                            ? "Received, not decided"
                                            : "Answered";
                };
        return "%s (%s %s%s)".formatted(what, category, code, entity == null ? "" : " " + entity);
    }

    /** Whether somebody has to do something. */
    public boolean wantsWork() {
        var said = category;
        return said != null
                && (said.startsWith("R")
                        || said.startsWith("E")
                        || said.equals("P3")
                        || said.equals("P4")
                        || said.equals("D0")
                        || said.equals("F2"));
    }
}
