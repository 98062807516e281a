package care.trellis.engine.instruments;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the items of an instrument and the answers that they can be given. */
final class ItemReader {

    private static final Set<String> KEYS =
            Set.of(
                    "number",
                    "reported_as",
                    "concept",
                    "text",
                    "answers",
                    "required",
                    "from_context",
                    "alert",
                    "loinc");

    private final Section file;
    private final Wordings wordings;
    private final Map<String, AnswerSet> named = new LinkedHashMap<>();
    private final Set<String> reversed = new HashSet<>();
    private final List<Item> items = new ArrayList<>();

    private ItemReader(Section file, Wordings wordings) {
        this.file = file;
        this.wordings = wordings;
    }

    static List<Item> read(Section file, Wordings wordings) {
        var reader = new ItemReader(file, wordings);
        reader.readAnswerSets();
        if (file.has("reversed")) {
            reader.reversed.addAll(ItemIndex.numbers(file, "reversed"));
        }
        file.sections("items").forEach(reader::item);
        reader.checkReversed();
        if (reader.items.isEmpty()) {
            throw file.refusal(file.line(), "there are no \"items\"");
        }
        return reader.items;
    }

    private void readAnswerSets() {
        for (var entry : file.entriesOf("answers")) {
            named.put(entry.getKey(), answerSet(file.section("answers"), entry.getKey()));
        }
    }

    private void item(Section section) {
        section.only(KEYS);
        var number = section.text("number");
        if (items.stream().anyMatch(other -> other.number().equals(number))) {
            throw section.refusal(section.line(), "there are two items \"" + number + "\"");
        }
        var reportedAs = section.optionalText("reported_as");
        items.add(
                new Item(
                        number,
                        reportedAs == null ? number : reportedAs,
                        section.text("concept"),
                        wordings.read(section, "text"),
                        answersOf(section),
                        section.flag("required", true),
                        reversed.contains(number),
                        section.flag("from_context", false),
                        alert(section),
                        section.optionalText("loinc")));
    }

    private void checkReversed() {
        for (var number : reversed) {
            if (items.stream().noneMatch(item -> item.number().equals(number))) {
                throw file.refusal("reversed", "there is no item \"" + number + "\"");
            }
        }
    }

    private AnswerSet answersOf(Section section) {
        if (section.has("answers")) {
            return answerSet(section, "answers");
        }
        if (named.isEmpty()) {
            throw section.refusal(section.line(), "\"answers\" is missing");
        }
        return named.values().iterator().next();
    }

    /** A name, a range {@code {from, to}}, or a list of codes with or without their wording. */
    private AnswerSet answerSet(Section section, String key) {
        var node = section.node(key);
        return switch (node) {
            case Node.Scalar scalar -> byName(section, key);
            case Node.Keys keys -> range(section.section(key));
            case Node.Items list -> choices(section, key);
        };
    }

    private AnswerSet byName(Section section, String key) {
        var answers = named.get(section.text(key));
        if (answers == null) {
            throw section.refusal(
                    key, "there are no answers named \"" + section.text(key) + "\" above");
        }
        return answers;
    }

    private static AnswerSet range(Section section) {
        section.only(List.of("from", "to"));
        var range = new AnswerSet.Range(section.whole("from"), section.whole("to"));
        if (range.to() < range.from()) {
            throw section.refusal("to", "ends before it begins");
        }
        return range;
    }

    private AnswerSet choices(Section section, String key) {
        var options = new ArrayList<Option>();
        for (var node : section.items(key)) {
            var option = node instanceof Node.Keys ? option(section, node) : bare(section, node);
            if (options.stream().anyMatch(other -> other.code() == option.code())) {
                throw section.refusal(
                        node.line(), "the code " + option.code() + " stands here twice");
            }
            options.add(option);
        }
        if (options.isEmpty()) {
            throw section.refusal(key, "there is no answer to choose");
        }
        return new AnswerSet.Choices(options);
    }

    private Option option(Section section, Node node) {
        var option = Section.of(section.file(), node).only(List.of("code", "text", "loinc"));
        return new Option(
                option.whole("code"), wordings.read(option, "text"), option.optionalText("loinc"));
    }

    private static Option bare(Section section, Node node) {
        try {
            return new Option(Integer.parseInt(((Node.Scalar) node).textOrEmpty()), Map.of(), null);
        } catch (NumberFormatException | ClassCastException wrong) {
            throw section.refusal(node.line(), "an answer is a code, or a code with its text");
        }
    }

    static @Nullable AlertClass alert(Section section) {
        if (!section.has("alert")) {
            return null;
        }
        var text = section.text("alert").toLowerCase(Locale.ROOT);
        return section.choice(section.node("alert").line(), "alert", text, AlertClass.class);
    }
}
