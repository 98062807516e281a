package care.trellis.engine.instruments;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.RefusedFile;
import care.trellis.engine.content.Section;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The wording of an instrument whose licence keeps it out of our files. A site gets it from the
 * owner and loads it after attesting that it may.
 */
public final class InstrumentPack {

    private final Section file;
    private final String notice;
    private final Map<String, String> stem;
    private final Map<String, Section> texts = new LinkedHashMap<>();

    private InstrumentPack(Section file) {
        this.file = file.only(List.of("pack", "version", "notice", "stem", "labels", "items"));
        notice = file.text("notice");
        stem = file.textsByKey("stem");
        for (var item : file.sections("items")) {
            item.only(List.of("number", "text", "labels"));
            if (texts.put(item.text("number"), item) != null) {
                throw item.refusal("number", "there are two items \"" + item.text("number") + "\"");
            }
        }
    }

    /**
     * Reads a pack.
     *
     * @param name how messages name the file
     * @throws RefusedFile when something in it is wrong
     */
    public static InstrumentPack read(String name, Reader text) {
        return new InstrumentPack(Section.of(name, Node.read(name, text)));
    }

    /** The instrument that it is the wording of. */
    public String instrument() {
        return file.text("pack");
    }

    /** The version of the instrument that it is the wording of. */
    public String version() {
        return file.text("version");
    }

    About about(About about) {
        if (!about.id().equals(instrument()) || !about.version().equals(version())) {
            throw file.refusal(
                    "pack",
                    "this is the wording of "
                            + instrument()
                            + " "
                            + version()
                            + ", not of "
                            + about.id()
                            + " "
                            + about.version());
        }
        return about.worded(notice, stem, languages());
    }

    private Set<String> languages() {
        var languages = new HashSet<String>();
        texts.values().forEach(item -> languages.addAll(item.textsByKey("text").keySet()));
        return Set.copyOf(languages);
    }

    List<Item> items(Instrument instrument) {
        for (var item : texts.values()) {
            if (instrument.item(item.text("number")) == null) {
                throw item.refusal("number", "there is no item \"" + item.text("number") + "\"");
            }
        }
        var items = new ArrayList<Item>();
        for (var item : instrument.items()) {
            items.add(texts.containsKey(item.number()) ? worded(item) : unworded(item));
        }
        return items;
    }

    private Item unworded(Item item) {
        if (item.required()) {
            throw file.refusal(file.line(), "item " + item.number() + " has no text");
        }
        return item;
    }

    private Item worded(Item item) {
        var section = texts.get(item.number());
        if (section == null) {
            throw new IllegalStateException(item.number());
        }
        var text = whole(section, "text", section.textsByKey("text"));
        return item.worded(text, labelled(item, section));
    }

    private AnswerSet labelled(Item item, Section section) {
        return switch (item.answers()) {
            case AnswerSet.Range range -> range;
            case AnswerSet.Choices choices ->
                    new AnswerSet.Choices(
                            choices.options().stream()
                                    .map(option -> labelled(option, section))
                                    .toList());
        };
    }

    /** The item's own label for a code, or else that of the whole form. */
    private Option labelled(Option option, Section item) {
        var code = Integer.toString(option.code());
        var owner = hasLabel(item, code) ? item : file;
        if (!hasLabel(owner, code)) {
            throw item.refusal(item.line(), "the answer " + code + " has no label");
        }
        var labels = owner.section("labels");
        return new Option(
                option.code(), whole(labels, code, labels.textsByKey(code)), option.loinc());
    }

    private static boolean hasLabel(Section owner, String code) {
        return owner.has("labels") && owner.section("labels").has(code);
    }

    /** A language is there for the whole form or not at all. */
    private Map<String, String> whole(Section section, String key, Map<String, String> texts) {
        if (!texts.keySet().equals(languages()) || texts.isEmpty()) {
            throw section.refusal(
                    section.has(key) ? section.node(key).line() : section.line(),
                    "\"" + key + "\" is not there in every language of the pack");
        }
        return texts;
    }
}
