package care.trellis.authorizations;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The story of continued stay, dimension by dimension, each with the freshest evidence that the
 * record holds, and what is missing. Made from what was found and the day it is read on.
 */
public record Packet(Criteria criteria, List<Section> sections) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    /** One dimension. */
    public record Section(String name, String about, List<Item> items) {}

    /**
     * One thing the record should hold.
     *
     * @param text what it says, or what is missing and who can supply it
     * @param on the day of the evidence; null where there is none
     * @param ready whether it is there and fresh
     */
    public record Item(Evidence evidence, String text, @Nullable LocalDate on, boolean ready) {}

    /**
     * The freshest evidence of one sort.
     *
     * @param text what it says
     */
    public record Found(String text, LocalDate on) {}

    /** Lays out what was found. */
    static Packet of(Criteria criteria, Map<Evidence, Found> found, LocalDate today) {
        return new Packet(
                criteria,
                criteria.dimensions().stream()
                        .map(dimension ->
                                new Section(
                                        dimension.name(),
                                        dimension.about(),
                                        dimension.evidence().stream()
                                                .map(sort -> item(sort, found.get(sort), today))
                                                .toList()))
                        .toList());
    }

    private static Item item(Evidence sort, @Nullable Found found, LocalDate today) {
        if (found == null) {
            return new Item(
                    sort, "No " + bare(sort) + " on record. " + sort.supplier() + ".", null, false);
        }
        boolean fresh =
                sort.freshDays() == 0 || !found.on().isBefore(today.minusDays(sort.freshDays()));
        return new Item(
                sort,
                fresh
                        ? found.text()
                        : found.text()
                                + ". No "
                                + bare(sort)
                                + " since "
                                + DAY.format(found.on())
                                + ". "
                                + sort.supplier()
                                + ".",
                found.on(),
                fresh);
    }

    private static String bare(Evidence sort) {
        return sort.what().replaceFirst("^(an?|the) ", "");
    }

    /** How many items are there and fresh. */
    public int ready() {
        return (int) all().filter(Item::ready).count();
    }

    /** How many there should be. */
    public int items() {
        return (int) all().count();
    }

    private java.util.stream.Stream<Item> all() {
        return sections.stream().flatMap(section -> section.items().stream());
    }
}
