package care.trellis.receivables.web;

import care.trellis.web.Fact;
import java.util.List;

/**
 * A letter of appeal, filled from what is on record.
 *
 * @param about what the letter is of
 * @param days what the ledger knows of each day
 * @param grounds why the payer's answer is wrong, a sentence each
 */
public record LetterView(
        String organization,
        String date,
        String payer,
        String number,
        List<Fact> about,
        String reason,
        List<String> grounds,
        List<Day> days,
        String notice) {

    /** Keeps its own copies of the lists. */
    public LetterView {
        about = List.copyOf(about);
        grounds = List.copyOf(grounds);
        days = List.copyOf(days);
    }

    /** One day of care with its evidence. */
    public record Day(String date, List<String> evidence) {

        /** Keeps its own copy of the list. */
        public Day {
            evidence = List.copyOf(evidence);
        }
    }
}
