package care.trellis.engine.rulebook;

import care.trellis.engine.content.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sources of one file, and how well each rule's source was read. */
final class Citations {

    private static final List<String> MARKS = List.of("P", "Pm", "S", "M", "M?", "D");

    private final Map<String, String> sources = new HashMap<>();

    Citations(Section top) {
        for (var entry : top.section("sources").entries()) {
            var source = Section.of(top.file(), entry.getValue()).only(List.of("title", "url"));
            sources.put(entry.getKey(), source.text("title") + ", " + source.text("url"));
        }
    }

    /** Title and address of what the section cites. */
    String source(Section section) {
        var cited = new ArrayList<String>();
        for (var key : section.texts("source")) {
            var source = sources.get(key);
            if (source == null) {
                throw section.refusal(
                        "source", "\"" + key + "\" is not among the sources of this file");
            }
            cited.add(source);
        }
        return String.join("; ", cited);
    }

    String confidence(Section section) {
        var mark = section.text("confidence");
        if (!MARKS.contains(mark)) {
            throw section.refusal(
                    "confidence",
                    "\"" + mark + "\" is no mark; known: " + String.join(", ", MARKS));
        }
        return mark;
    }
}
