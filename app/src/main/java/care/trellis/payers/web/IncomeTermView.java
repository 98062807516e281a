package care.trellis.payers.web;

import care.trellis.web.Tone;
import java.util.List;

/**
 * What a contract says of fees by income, in finished text.
 *
 * @param path of the contract
 */
public record IncomeTermView(String path, String contract, List<Line> terms) {

    /** Copies the list. */
    public IncomeTermView {
        terms = List.copyOf(terms);
    }

    /**
     * From one day on.
     *
     * @param said when and by whom
     */
    public record Line(String from, String word, Tone tone, String said) {}
}
