package care.trellis.measures.web;

import care.trellis.measures.ChangeWords;
import care.trellis.measures.Language;
import care.trellis.measures.Told;
import java.util.List;

/** The end of a sitting: thanks, and what each score says, in plain words. */
public record DoneView(Phrases say, List<Line> lines) {

    /** One score. */
    public record Line(String title, String score, String words) {}

    /** Copies the list. */
    public DoneView {
        lines = List.copyOf(lines);
    }

    static DoneView of(List<Told> told, Language language) {
        var say = Phrases.of(language);
        return new DoneView(say, told.stream().map(one -> line(one, say)).toList());
    }

    private static Line line(Told told, Phrases say) {
        var range = told.instrument().about().totals();
        var score =
                ChangeWords.number(told.total())
                        + (range == null ? "" : " / " + ChangeWords.number(range.to()));
        var before = told.before();
        String words =
                before == null
                        ? say.first()
                        : say.before()
                                + ": "
                                + ChangeWords.number(before)
                                + ". "
                                + direction(told, say);
        return new Line(told.instrument().id(), score, words);
    }

    private static String direction(Told told, Phrases say) {
        var better = told.better();
        if (better != null) {
            return better ? say.better() : say.worse();
        }
        return told.total().equals(told.before()) ? say.same() : "";
    }
}
