package care.trellis.cashier;

import care.trellis.base.Money;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The federal poverty guidelines by year and region, as {@code content/poverty} holds them with
 * their source. A file with a slip stops the start.
 */
@Component
public class Poverty {

    /**
     * A region's table.
     *
     * @param first dollars a year of a household of one
     * @param each what every further person adds
     */
    public record Region(String id, String title, long first, long each) {}

    /** One year's tables, and the day from which they hold. */
    public record Guideline(int year, String from, String source, List<Region> regions) {

        /** Copies the list. */
        public Guideline {
            regions = List.copyOf(regions);
        }

        /**
         * The guideline of a household, a year.
         *
         * @throws IllegalArgumentException where there is no such region, or nobody in the house
         */
        public Money of(String region, int household) {
            if (household < 1) {
                throw new IllegalArgumentException("A household has one person at least");
            }
            var table =
                    regions.stream()
                            .filter(one -> one.id().equals(region))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("No such region"));
            return new Money((table.first() + (household - 1) * table.each()) * 100);
        }

        /** A yearly income as whole percent of the guideline; a part of a percent counts as one. */
        public int percent(String region, int household, Money income) {
            return Math.toIntExact(
                    Math.min(
                            100_000,
                            Math.ceilDiv(income.cents() * 100, of(region, household).cents())));
        }
    }

    private record File(int version, List<Guideline> guidelines) {}

    private final List<Guideline> guidelines;

    Poverty() throws IOException {
        var yaml =
                YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        try (var file =
                Objects.requireNonNull(
                        Poverty.class.getResourceAsStream("/content/poverty/guidelines.yaml"))) {
            guidelines =
                    yaml.readValue(file, File.class).guidelines().stream()
                            .sorted(Comparator.comparing((Guideline one) -> one.from()).reversed())
                            .toList();
        }
    }

    /** The table that holds on a day: the newest that began, else the oldest there is. */
    public Guideline on(LocalDate day) {
        return guidelines.stream()
                .filter(one -> !LocalDate.parse(one.from()).isAfter(day))
                .findFirst()
                .orElse(guidelines.getLast());
    }

    /** The regions that have a table, id to name. */
    public Map<String, String> regions() {
        var regions = new LinkedHashMap<String, String>();
        guidelines.getFirst().regions().forEach(one -> regions.put(one.id(), one.title()));
        return regions;
    }
}
