package care.trellis.engine.instruments;

import care.trellis.engine.content.RefusedFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A library of instruments: every version of each. */
public final class Instruments {

    private static final String FOLDER = "/instruments/";

    private final Map<String, List<Instrument>> versions = new TreeMap<>();

    /**
     * A library of these.
     *
     * @throws IllegalArgumentException when two of one instrument carry the same version
     */
    public Instruments(Collection<Instrument> instruments) {
        for (var instrument : instruments) {
            var same = versions.computeIfAbsent(instrument.id(), id -> new ArrayList<>());
            if (same.stream().anyMatch(other -> other.toString().equals(instrument.toString()))) {
                throw new IllegalArgumentException("two instruments are " + instrument);
            }
            same.add(instrument);
        }
        for (var same : versions.values()) {
            same.sort(Comparator.comparing(instrument -> instrument.about().dated()));
        }
    }

    /**
     * The instruments that ship with the program: those named in {@code
     * content/instruments/index.txt}.
     *
     * @throws RefusedFile when one of them is wrong
     */
    public static Instruments library() {
        var instruments = new ArrayList<Instrument>();
        for (var file : index()) {
            try (var text = open(FOLDER + file)) {
                instruments.add(Instrument.read("instruments/" + file, text));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new Instruments(instruments);
    }

    private static List<String> index() {
        try (var index = new BufferedReader(open(FOLDER + "index.txt"))) {
            return index.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reader open(String resource) {
        var stream = Instruments.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is not packaged");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    /** The ids, in alphabetical order. */
    public Set<String> ids() {
        return versions.keySet();
    }

    /** The newest version; null for an unknown id. */
    public @Nullable Instrument find(String id) {
        var all = versions.get(id);
        return all == null ? null : all.getLast();
    }

    /** The version that an old answer was given to; null where it is not here. */
    public @Nullable Instrument find(String id, String version) {
        return versions.getOrDefault(id, List.of()).stream()
                .filter(instrument -> instrument.about().version().equals(version))
                .findFirst()
                .orElse(null);
    }
}
