package care.trellis.measures;

import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.MEASURE_VIEW;
import static care.trellis.base.Action.NOTE_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.Instrument;
import care.trellis.organizations.HomeTime;
import care.trellis.sessions.SessionId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to scores over time. What another system computed before stands in the same line
 * as what is taken here: there is one trend of an instrument, never two.
 */
@Service
public class Trends {

    /** A stay, and what is measured in it. */
    public record Charted(Stay stay, List<Trend> trends) {

        /** Copies the list. */
        public Charted {
            trends = List.copyOf(trends);
        }

        /** Whether one of its courses needs somebody. */
        public boolean offTrack() {
            return trends.stream().anyMatch(Trend::offTrack);
        }
    }

    private static final int BACK_DAYS = 400;

    private final StayRecords stays;
    private final ResultRecords results;
    private final Cadences cadences;
    private final Library library;
    private final Audit audit;
    private final Clock clock;
    private final HomeTime home;

    Trends(
            StayRecords stays,
            ResultRecords results,
            Cadences cadences,
            Library library,
            Audit audit,
            Clock clock,
            HomeTime home) {
        this.stays = stays;
        this.results = results;
        this.cadences = cadences;
        this.library = library;
        this.audit = audit;
        this.clock = clock;
        this.home = home;
    }

    /**
     * What is on record of one client.
     *
     * @param newest the newest stay with every scale measured in it
     * @param elsewhere totals of another system that stand in no trend: of instruments that we do
     *     not know, and, before a stay, all of them
     */
    public record History(Optional<Charted> newest, List<Elsewhere> elsewhere) {

        /** Copies the list. */
        public History {
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /**
     * That it was read is recorded; where the chart asks, its opening is.
     *
     * @param today at the client's site
     */
    @Transactional
    public History history(Permit permit, ClientId client, LocalDate today) {
        permit.require(Giving.resource(client), MEASURE_VIEW, CLIENT_VIEW);
        if (permit.action() == MEASURE_VIEW) {
            audit.record(permit, "measures.result", client.value(), client.value());
        }
        var from = today.minusDays(BACK_DAYS);
        var imported = results.imported(client);
        var recent = imported.stream().filter(one -> !one.takenOn().isBefore(from)).toList();
        var newest =
                chart(stays.since(from, client), from, recent).stream()
                        .max(Comparator.comparing(one -> one.stay().admittedOn()));
        var known = newest.isEmpty() ? Set.<String>of() : library.ids();
        var elsewhere =
                imported.stream()
                        .filter(one -> !known.contains(one.instrument()))
                        .map(one -> new Elsewhere(one.instrument(), one.takenOn(), one.total()))
                        .toList();
        return new History(newest, elsewhere);
    }

    /** A total that another system computed. */
    public record Elsewhere(String instrument, LocalDate on, BigDecimal total) {}

    /** The open stays of these clients, for whoever writes about them. */
    @Transactional
    public Map<ClientId, Charted> of(Permit permit, Collection<ClientId> clients) {
        permit.require(MEASURE_VIEW, NOTE_VIEW);
        audit.recordMany(permit, "measures.result", null, clients.size());
        var byClient = new HashMap<ClientId, Charted>();
        var from = home.today().minusDays(BACK_DAYS);
        chart(stays.since(from, clients), from).stream()
                .filter(one -> one.stay().isOpen())
                .forEach(one -> byClient.put(one.stay().client(), one));
        return byClient;
    }

    /** The open stays of those expected in a session. */
    @Transactional
    public Collection<Charted> expectedIn(Permit permit, SessionId session) {
        permit.require(NOTE_VIEW, new Resource(Resource.Kind.SESSION, session.value()));
        return of(permit, stays.expectedIn(session.value())).values();
    }

    /**
     * The open stays at the reader's sites, those off track first.
     *
     * @param staff only those whose groups this member of staff leads; null for all
     */
    @Transactional
    public List<Charted> caseload(Permit permit, @Nullable UUID staff) {
        permit.require(MEASURE_VIEW);
        var today = home.today();
        Set<UUID> mine = staff == null ? Set.of() : stays.caseload(staff, today);
        var open =
                stays.since(today).stream()
                        .filter(Stay::isOpen)
                        .filter(stay -> permit.actor().worksAt(stay.site()))
                        .filter(stay -> staff == null || mine.contains(stay.client().value()))
                        .toList();
        audit.recordMany(permit, "measures.result", null, open.size());
        var charted = new ArrayList<>(chart(open, today.minusDays(BACK_DAYS)));
        charted.sort(
                Comparator.comparing(Charted::offTrack)
                        .reversed()
                        .thenComparing(one -> one.stay().name()));
        return charted;
    }

    /** For each scale of a stay, how those with a similar start did in the last year. */
    @Transactional(readOnly = true)
    public Map<Trend, Recovery> recoveries(Permit permit, Charted charted) {
        permit.require(Giving.resource(charted.stay().client()), MEASURE_VIEW);
        var from = home.today().minusDays(365);
        var others = allSince(permit, from).stream().flatMap(one -> one.trends().stream()).toList();
        var recoveries = new HashMap<Trend, Recovery>();
        for (var trend : charted.trends()) {
            recoveries.put(
                    trend,
                    Recovery.like(
                            trend,
                            others.stream().filter(other -> other.sameScale(trend)).toList()));
        }
        return recoveries;
    }

    /** Every stay of the last months, for figures about many. */
    List<Charted> allSince(Permit permit, LocalDate from) {
        return chart(
                stays.since(from).stream()
                        .filter(stay -> permit.actor().worksAt(stay.site()))
                        .toList(),
                from.minusDays(BACK_DAYS));
    }

    private List<Charted> chart(List<Stay> some, LocalDate from) {
        return chart(some, from, results.imported(clients(some), from));
    }

    private static List<ClientId> clients(List<Stay> some) {
        return some.stream().map(Stay::client).distinct().toList();
    }

    private List<Charted> chart(
            List<Stay> some, LocalDate from, List<ResultRecords.Imported> imported) {
        var clients = clients(some);
        var byClient = new HashMap<ClientId, Map<String, List<Trend.Point>>>();
        for (var one : imported) {
            add(byClient, one.client(), one.instrument(), imported(one));
        }
        for (var one : results.since(clients, from)) {
            points(one).forEach((scale, point) -> add(byClient, one.client(), scale, point));
        }
        var attended = stays.attendedDays(some);
        var plans = cadences.plans();
        var charted = new ArrayList<Charted>();
        for (var stay : some) {
            var today = LocalDate.ofInstant(clock.instant(), stay.zone());
            var trends = new ArrayList<Trend>();
            byClient.getOrDefault(stay.client(), Map.of())
                    .forEach((key, points) -> {
                        var parts = key.split("/", 2);
                        var instrument = library.rules(parts[0]);
                        if (instrument != null) {
                            trends.add(
                                    trend(
                                            stay,
                                            instrument,
                                            parts.length > 1 ? parts[1] : "",
                                            points,
                                            attended.getOrDefault(stay.episode(), 0),
                                            plans,
                                            today));
                        }
                    });
            charted.add(new Charted(stay, trends));
        }
        return charted;
    }

    private static Trend trend(
            Stay stay,
            Instrument instrument,
            String scale,
            List<Trend.Point> points,
            int attended,
            Cadences.Plans plans,
            LocalDate today) {
        var sorted = points.stream().sorted(Comparator.comparing(Trend.Point::on)).toList();
        var cadence = new Cadence(plans.of(stay).getOrDefault(instrument.id(), Set.of()));
        var received = cadence.received(stay, sorted.stream().map(Trend.Point::on).toList(), today);
        return new Trend(
                stay,
                instrument,
                scale,
                sorted,
                attended,
                received,
                cadence.period().orElse(0),
                today);
    }

    private static Trend.Point imported(ResultRecords.Imported one) {
        return new Trend.Point(one.takenOn(), one.total(), null, null, true, null);
    }

    /** The scales of a result that have a score; the key is the instrument, or it and the scale. */
    private Map<String, Trend.Point> points(Outcome outcome) {
        var points = new LinkedHashMap<String, Trend.Point>();
        var result = outcome.result();
        var instrument = library.rules(outcome.instrument());
        var alert = instrument == null ? null : safety(instrument, outcome);
        if (result.total() != null) {
            points.put(
                    outcome.instrument(),
                    new Trend.Point(
                            outcome.takenOn(),
                            result.total(),
                            result.severity(),
                            alert,
                            false,
                            outcome.id()));
            return points;
        }
        result.subscales()
                .forEach((name, part) -> {
                    BigDecimal score = part.score();
                    if (score != null) {
                        points.put(
                                outcome.instrument() + "/" + name,
                                new Trend.Point(
                                        outcome.takenOn(),
                                        score,
                                        part.word(),
                                        alert,
                                        false,
                                        outcome.id()));
                    }
                });
        return points;
    }

    private static care.trellis.engine.instruments.@Nullable AlertClass safety(
            Instrument instrument, Outcome outcome) {
        return outcome.result().flags().stream()
                .filter(flag -> !flag.equals("SI_ITEM_MISSING"))
                .map(instrument::alertOf)
                .filter(alert -> alert != null && Safety.is(alert))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static void add(
            Map<ClientId, Map<String, List<Trend.Point>>> byClient,
            ClientId client,
            String key,
            Trend.Point point) {
        byClient.computeIfAbsent(client, any -> new TreeMap<>())
                .computeIfAbsent(key, any -> new ArrayList<>())
                .add(point);
    }
}
