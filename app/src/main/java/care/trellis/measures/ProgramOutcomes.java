package care.trellis.measures;

import static care.trellis.base.Action.MEASURE_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Permit;
import care.trellis.engine.instruments.Change;
import care.trellis.organizations.HomeTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to figures about many: how much of what was due came in, and what became of those
 * with two scores. Groups under eleven are hidden, so that nobody is known in a figure.
 */
@Service
public class ProgramOutcomes {

    /** A smaller group shows its size class and nothing more. */
    public static final int SMALLEST = 11;

    /**
     * What became of a group on one instrument.
     *
     * @param stays all of them
     * @param compared those with a baseline and a later score
     * @param received of what was due, over all
     * @param change mean of the newest score less the baseline; null for a hidden group
     * @param better share reliably better; null likewise, and where no cut is published
     * @param worse share reliably worse; null likewise
     */
    public record Row(
            String group,
            int stays,
            int compared,
            Cadence.Received received,
            Figures.@Nullable Interval change,
            Figures.@Nullable Interval better,
            Figures.@Nullable Interval worse) {

        /** Whether it is too small to be shown. */
        public boolean hidden() {
            return compared < SMALLEST;
        }
    }

    /** One instrument's rows: everybody first, then by program, track and level. */
    public record Measured(String instrument, boolean higherIsBetter, List<Row> rows) {

        /** Copies the list. */
        public Measured {
            rows = List.copyOf(rows);
        }
    }

    private final Trends trends;
    private final StayRecords stays;
    private final Audit audit;
    private final HomeTime home;

    ProgramOutcomes(Trends trends, StayRecords stays, Audit audit, HomeTime home) {
        this.trends = trends;
        this.stays = stays;
        this.audit = audit;
        this.home = home;
    }

    /**
     * The stays of the last months at the reader's sites, those with a total first.
     *
     * @param days how far back a stay may have ended
     */
    @Transactional
    public List<Measured> of(Permit permit, int days) {
        permit.require(MEASURE_VIEW);
        var from = home.today().minusDays(days);
        var charted = trends.allSince(permit, from);
        audit.recordMany(permit, "measures.outcomes", null, charted.size());
        var tracks = stays.tracks(from);
        var byInstrument = new LinkedHashMap<String, List<Trend>>();
        for (var one : charted) {
            for (var trend : one.trends()) {
                if (trend.scale().isEmpty() && trend.rules().reliable() != null) {
                    byInstrument
                            .computeIfAbsent(trend.instrument().id(), any -> new ArrayList<>())
                            .add(trend);
                }
            }
        }
        return byInstrument.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder()))
                .map(entry ->
                        new Measured(
                                entry.getKey(),
                                entry.getValue().getFirst().rules().higherIsBetter(),
                                rows(entry.getValue(), tracks)))
                .toList();
    }

    private static List<Row> rows(List<Trend> all, Map<UUID, List<String>> tracks) {
        var rows = new ArrayList<Row>();
        rows.add(row("Everybody", all));
        group(all, trend -> List.of(trend.stay().programName()), rows);
        group(
                all,
                trend ->
                        tracks.getOrDefault(trend.stay().episode(), List.of()).stream()
                                .map(it -> it + " track")
                                .toList(),
                rows);
        group(all, trend -> List.of("Level " + trend.stay().level()), rows);
        return rows;
    }

    private static void group(
            List<Trend> all, Function<Trend, List<String>> names, List<Row> rows) {
        var groups = new java.util.TreeMap<String, List<Trend>>();
        for (var trend : all) {
            names.apply(trend)
                    .forEach(name ->
                            groups.computeIfAbsent(name, any -> new ArrayList<>()).add(trend));
        }
        groups.forEach((name, some) -> rows.add(row(name, some)));
    }

    static Row row(String group, List<Trend> some) {
        var changes = some.stream().map(Trend::change).filter(it -> it.change() != null).toList();
        int expected = some.stream().mapToInt(trend -> trend.received().expected()).sum();
        int received = some.stream().mapToInt(trend -> trend.received().received()).sum();
        boolean hidden = changes.size() < SMALLEST;
        return new Row(
                group,
                some.size(),
                changes.size(),
                new Cadence.Received(expected, received),
                hidden ? null : Figures.mean(values(changes)),
                hidden
                        ? null
                        : Figures.share(
                                count(changes, Change::reliableImprovement), changes.size()),
                hidden
                        ? null
                        : Figures.share(
                                count(changes, Change::reliableDeterioration), changes.size()));
    }

    private static List<Double> values(List<Change> changes) {
        var values = new ArrayList<Double>();
        for (var one : changes) {
            var change = one.change();
            if (change != null) {
                values.add(change.doubleValue());
            }
        }
        return values;
    }

    private static int count(List<Change> changes, Function<Change, @Nullable Boolean> what) {
        return (int) changes.stream().filter(it -> Boolean.TRUE.equals(what.apply(it))).count();
    }
}
