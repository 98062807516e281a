package care.trellis.messages;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.Section;
import java.io.Reader;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that would tell a stranger that somebody is in treatment (42 CFR 2.13(c)): the list of
 * {@code content/messages/never.yaml}, looked for at the beginning of any word, without regard to
 * case and accents.
 */
final class Discretion {

    private final Pattern never;

    private Discretion(List<String> beginnings) {
        this.never =
                Pattern.compile(
                        "(?<![a-z])(?:"
                                + String.join(
                                        "|",
                                        beginnings.stream()
                                                .map(Discretion::plain)
                                                .map(Pattern::quote)
                                                .toList())
                                + ")");
    }

    static Discretion read(String file, Reader text) {
        var list = Section.of(file, Node.read(file, text)).only(List.of("version", "en", "es"));
        return new Discretion(
                Stream.concat(list.texts("en").stream(), list.texts("es").stream()).toList());
    }

    /** The first word that tells too much; nothing where none does. */
    Optional<String> tells(String text) {
        var found = never.matcher(plain(text));
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
