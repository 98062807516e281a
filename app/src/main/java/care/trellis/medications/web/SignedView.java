package care.trellis.medications.web;

import care.trellis.web.Fact;
import care.trellis.web.Tone;
import java.util.List;

/**
 * A signed comparison.
 *
 * @param lookTarget where a prescriber says to have looked through it; empty where none must
 */
public record SignedView(
        String path,
        String name,
        String title,
        List<Fact> facts,
        List<Line> lines,
        boolean intact,
        String hash,
        String lookTarget) {

    /** Copies the lists. */
    public SignedView {
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
    }

    /** One line as it was signed. */
    public record Line(
            String name,
            String before,
            String now,
            String decision,
            Tone tone,
            String taking,
            String reason,
            boolean differs) {}
}
