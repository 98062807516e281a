package care.trellis.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer is shown: figures about many with their definitions, made so that the same question
 * over the same records gives the same characters and the same hash.
 *
 * @param hash SHA-256 in hex over the written content
 */
public record Evidence(
        UUID id, Content content, String hash, Instant madeAt, String madeBy, boolean intact) {

    /**
     * What the hash is taken over.
     *
     * @param format name and version of the definitions
     * @param left what is not counted, and why
     */
    public record Content(
            String format, String from, String to, List<Line> lines, List<String> left) {

        /** Copies the lists. */
        public Content {
            lines = List.copyOf(lines);
            left = List.copyOf(left);
        }
    }

    /**
     * One figure.
     *
     * @param n of how many; a group under eleven shows no figure
     * @param value a share of 1, or a mean; null where it is hidden
     * @param low the lowest that the 95 % interval holds; null where there is none
     */
    public record Line(
            String name,
            String definition,
            Kind kind,
            int n,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {

        /** How a figure reads. */
        public enum Kind {
            COUNT,
            SHARE,
            MEAN
        }

        /** Whether it is hidden because the group is too small. */
        public boolean hidden() {
            return value == null;
        }
    }

    /** The days it is about. */
    public LocalDate from() {
        return LocalDate.parse(content.from());
    }

    /** The last of them. */
    public LocalDate to() {
        return LocalDate.parse(content.to());
    }

    /** Names of the lines that come out otherwise now; empty where all come out alike. */
    public List<String> differsFrom(Content again) {
        var names = new ArrayList<String>();
        for (var line : content.lines()) {
            if (!again.lines().contains(line)) {
                names.add(line.name());
            }
        }
        again.lines().stream()
                .map(Line::name)
                .filter(name -> content.lines().stream().noneMatch(it -> it.name().equals(name)))
                .forEach(names::add);
        return names;
    }
}
