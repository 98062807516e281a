package care.trellis.messages;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.Section;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The wordings of {@code content/messages}, in every language. A file with a slip, or with a word
 * that tells too much, stops the start.
 */
@Component
class Wordings {

    /** A wording as the file has it. */
    record Entry(
            String id,
            String about,
            boolean hold,
            List<String> blanks,
            Map<Language, Words> said) {}

    /** It in one language. */
    record Words(String subject, String text) {}

    /** A message ready to go, but for its address. */
    record Filled(String subject, String text) {}

    private record Ending(String text, String mail, String mailWithoutLink) {}

    /**
     * Two parts of a text message in letters that carriers charge double for (GSM 03.38, UCS-2).
     */
    static final int LONGEST = 306;

    private static final String FOLDER = "content/messages/";
    private static final Pattern BLANK = Pattern.compile("\\{([a-z_]+)}");

    private final Discretion discretion;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<Language, Ending> endings = new EnumMap<>(Language.class);

    Wordings() throws IOException {
        try (var never = open("never.yaml");
                var wordings = open("wordings.yaml")) {
            this.discretion = Discretion.read(FOLDER + "never.yaml", never);
            read(FOLDER + "wordings.yaml", wordings);
        }
    }

    /** Reads a file of wordings in place of the one that ships. */
    Wordings(Discretion discretion, String file, Reader wordings) {
        this.discretion = discretion;
        read(file, wordings);
    }

    /** Every wording, in the order of the file. */
    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /**
     * One wording.
     *
     * @throws IllegalArgumentException when the file has none of this id: a bug of the caller
     */
    Entry entry(String id) {
        var entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("No wording is called " + id);
        }
        return entry;
    }

    /** What a wording is about; its id where the file has lost it since. */
    String about(String id) {
        var entry = entries.get(id);
        return entry == null ? id : entry.about();
    }

    /** The word in what an organization wants to sign with that tells too much. */
    Optional<String> tells(String text) {
        return discretion.tells(text);
    }

    /**
     * Fills a wording in.
     *
     * @param stop the link that ends mail to this address; empty where there is no address of this
     *     installation to link to
     */
    Filled fill(Wording wording, Way way, Language language, String sender, String stop) {
        var entry = entry(wording.id());
        var words = Objects.requireNonNull(entry.said().get(language));
        var text =
                BLANK.matcher(words.text())
                        .replaceAll(blank ->
                                java.util.regex.Matcher.quoteReplacement(
                                        blank.group(1).equals("sender")
                                                ? sender
                                                : wording.filling(blank.group(1), language)))
                        // A time of day may end with a point, and so may the sentence.
                        .replace("..", ".");
        var ending = Objects.requireNonNull(endings.get(language));
        return new Filled(
                words.subject(),
                switch (way) {
                    case TEXT, NONE -> entry.hold() ? text + " " + ending.text() : text;
                    case MAIL ->
                            text
                                    + "\n\n"
                                    + (stop.isEmpty()
                                            ? ending.mailWithoutLink()
                                            : ending.mail().replace("{link}", stop));
                });
    }

    private void read(String file, Reader wordings) {
        var root =
                Section.of(file, Node.read(file, wordings))
                        .only(List.of("version", "wordings", "endings"));
        for (var section : root.sections("wordings")) {
            var entry = entry(section);
            if (entries.put(entry.id(), entry) != null) {
                throw section.refusal("id", "\"" + entry.id() + "\" stands here twice");
            }
        }
        var under = root.section("endings");
        for (var language : Language.values()) {
            var words = under.section(language.key());
            endings.put(
                    language,
                    new Ending(
                            discreet(words, "text"),
                            discreet(words, "mail"),
                            discreet(words, "mail_without_link")));
        }
    }

    private Entry entry(Section section) {
        section.only(List.of("id", "about", "hold", "blanks", "en", "es"));
        var blanks = section.has("blanks") ? section.texts("blanks") : List.<String>of();
        var said = new EnumMap<Language, Words>(Language.class);
        for (var language : Language.values()) {
            var words = section.section(language.key()).only(List.of("subject", "text"));
            var subject = discreet(words, "subject");
            if (BLANK.matcher(subject).find()) {
                throw words.refusal("subject", "a subject is the same for everybody: no blanks");
            }
            said.put(language, new Words(subject, text(words, blanks)));
        }
        return new Entry(
                section.text("id"), section.text("about"), section.flag("hold"), blanks, said);
    }

    private String text(Section words, List<String> blanks) {
        var text = discreet(words, "text");
        var used = new ArrayList<String>();
        BLANK.matcher(text).results().forEach(blank -> used.add(blank.group(1)));
        used.remove("sender");
        if (!used.containsAll(blanks) || !blanks.containsAll(used)) {
            throw words.refusal("text", "its blanks are " + used + ", declared are " + blanks);
        }
        return text;
    }

    private String discreet(Section words, String key) {
        var text = words.text(key);
        discretion
                .tells(BLANK.matcher(text).replaceAll(""))
                .ifPresent(word -> {
                    throw words.refusal(key, "\"" + word + "…\" tells too much (never.yaml)");
                });
        return text;
    }

    private static Reader open(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(
                        Wordings.class.getResourceAsStream("/" + FOLDER + name), name),
                StandardCharsets.UTF_8);
    }
}
