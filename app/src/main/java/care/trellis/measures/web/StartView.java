package care.trellis.measures.web;

import care.trellis.measures.Asked;
import care.trellis.measures.Sitting;

/**
 * The first screen: what this is, and in which language.
 *
 * @param other whether the other language is there for the whole sitting
 */
public record StartView(Phrases say, String path, String first, boolean other, String notice) {

    static StartView of(Asked asked, Sitting sitting, String path) {
        var say = Phrases.of(sitting.language());
        return new StartView(
                say,
                path,
                asked.questions().stream()
                        .filter(item -> !item.text().isEmpty())
                        .findFirst()
                        .map(item -> item.number())
                        .orElse("end"),
                asked.instrument().about().languages().contains(say.otherLanguageCode()),
                java.util.Objects.requireNonNullElse(asked.instrument().about().notice(), ""));
    }
}
