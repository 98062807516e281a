package care.trellis.engine.instruments;

import care.trellis.engine.content.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the wording of items and answers, and keeps two promises: no wording where the licence does
 * not allow it, and a language is there for the whole form or not at all.
 */
final class Wordings {

    private static final List<String> LANGUAGES = List.of("en", "es");

    private final Licence licence;
    private final List<Place> places = new ArrayList<>();

    private record Place(Section section, int line, Set<String> languages) {}

    Wordings(Licence licence) {
        this.licence = licence;
    }

    /** The wording under this key, by language; none where the key is absent. */
    Map<String, String> read(Section section, String key) {
        var texts = section.textsByKey(key);
        if (section.has(key)) {
            int line = section.node(key).line();
            if (!licence.textShips()) {
                throw section.refusal(
                        line, "the licence " + licence.tag() + " does not let its text ship");
            }
            section.section(key).only(LANGUAGES);
            places.add(new Place(section, line, Set.copyOf(texts.keySet())));
        }
        return texts;
    }

    /** The languages in which the form is there. */
    Set<String> languages() {
        var languages = new TreeSet<String>();
        places.forEach(place -> languages.addAll(place.languages()));
        for (var place : places) {
            var absent = new TreeSet<String>(languages);
            absent.removeAll(place.languages());
            if (!absent.isEmpty()) {
                throw place.section()
                        .refusal(
                                place.line(),
                                "this is not there in "
                                        + String.join(", ", absent)
                                        + ", as other text is");
            }
        }
        return languages;
    }

    /** Refuses a form that has some of its wording, unless the rest is asked beside it. */
    void complete(Section file, List<Item> items) {
        boolean leftOut = file.has("text_left_out");
        for (var item : items) {
            if (leftOut && !item.text().isEmpty()) {
                throw file.refusal("text_left_out", "item " + item.number() + " has its text");
            }
            if (!leftOut && licence.textShips() && item.text().isEmpty() && !item.fromContext()) {
                throw file.refusal(
                        file.line(),
                        "item "
                                + item.number()
                                + " has no text; say why under \"text_left_out\", or add it");
            }
        }
    }
}
