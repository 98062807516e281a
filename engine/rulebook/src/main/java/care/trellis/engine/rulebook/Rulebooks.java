package care.trellis.engine.rulebook;

import care.trellis.engine.content.RefusedFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A library of rulebooks: every version of every rule set, found by id and date. */
public final class Rulebooks {

    private static final String INDEX = "/rulebooks/index.txt";

    private final Map<String, List<Rulebook>> versions = new TreeMap<>();

    /**
     * A library of these.
     *
     * @throws IllegalArgumentException when two of one rule set carry the same version
     */
    public Rulebooks(Collection<Rulebook> rulebooks) {
        for (var rulebook : rulebooks) {
            var same = versions.computeIfAbsent(rulebook.id(), id -> new ArrayList<>());
            if (same.stream().anyMatch(other -> other.version().equals(rulebook.version()))) {
                throw new IllegalArgumentException("two rulebooks are " + rulebook);
            }
            same.add(rulebook);
        }
        for (var same : versions.values()) {
            same.sort(
                    Comparator.comparing(
                            Rulebook::from, Comparator.nullsFirst(Comparator.naturalOrder())));
        }
    }

    /**
     * The rulebooks that ship with the program: those named in {@code content/rulebooks/index.txt}.
     *
     * @throws RefusedFile when one of them is wrong
     */
    public static Rulebooks library() {
        var rulebooks = new ArrayList<Rulebook>();
        for (var file : index()) {
            try (var text = open("/rulebooks/" + file)) {
                rulebooks.add(Rulebook.read("rulebooks/" + file, text));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new Rulebooks(rulebooks);
    }

    /** The file of a rulebook line by line; empty where it did not ship with the program. */
    public static List<String> lines(Rulebook rulebook) {
        try (var stream = Rulebooks.class.getResourceAsStream("/" + rulebook.file())) {
            return stream == null
                    ? List.of()
                    : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> index() {
        try (var index = new BufferedReader(open(INDEX))) {
            return index.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reader open(String resource) {
        var stream = Rulebooks.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is not packaged");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    /** The rule sets, in alphabetical order. */
    public Set<String> ids() {
        return versions.keySet();
    }

    /** Every version of a rule set, the oldest first; empty for an unknown rule set. */
    public List<Rulebook> versions(String id) {
        return List.copyOf(versions.getOrDefault(id, List.of()));
    }

    /**
     * The version in force on a day. Where none is, the nearest: the first for a day before it, the
     * last for a day after it; the decision then says that it is not in force. Null for an unknown
     * rule set.
     *
     * @param day null asks for the newest version
     */
    public @Nullable Rulebook find(String id, @Nullable LocalDate day) {
        var all = versions.get(id);
        if (all == null) {
            return null;
        }
        if (day == null) {
            return all.getLast();
        }
        for (var rulebook : all.reversed()) {
            if (rulebook.inForceOn(day)) {
                return rulebook;
            }
        }
        var first = all.getFirst().from();
        return first != null && day.isBefore(first) ? all.getFirst() : all.getLast();
    }
}
