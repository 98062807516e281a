package care.trellis.measures;

import static care.trellis.base.Action.MEASURE_GIVE;
import static care.trellis.base.Action.MEASURE_VIEW;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what is due: who owes which measure today, and since when. */
@Service
public class DueMeasures {

    /** What falls due so soon is shown too. */
    private static final int AHEAD_DAYS = 2;

    /** Follow-ups reach back so far. */
    private static final int BACK_DAYS = 400;

    private final StayRecords stays;
    private final ResultRecords results;
    private final Cadences cadences;
    private final Clock clock;
    private final HomeTime home;

    DueMeasures(
            StayRecords stays,
            ResultRecords results,
            Cadences cadences,
            Clock clock,
            HomeTime home) {
        this.stays = stays;
        this.results = results;
        this.cadences = cadences;
        this.clock = clock;
        this.home = home;
    }

    /** What is due at the sites of the reader, the longest overdue first. */
    @Transactional(readOnly = true)
    public List<DueMeasure> all(Permit permit) {
        permit.require(MEASURE_GIVE, MEASURE_VIEW);
        var from = home.today().minusDays(BACK_DAYS);
        return due(
                stays.since(from).stream()
                        .filter(stay -> permit.actor().worksAt(stay.site()))
                        .toList(),
                from);
    }

    /** What is due for one client. */
    @Transactional(readOnly = true)
    public List<DueMeasure> of(Permit permit, ClientId client) {
        permit.require(Giving.resource(client), MEASURE_GIVE, MEASURE_VIEW);
        var from = home.today().minusDays(BACK_DAYS);
        return due(stays.since(from, client), from);
    }

    private List<DueMeasure> due(List<Stay> some, LocalDate from) {
        var taken = taken(some.stream().map(Stay::client).toList(), from);
        var plans = cadences.plans();
        var due = new ArrayList<DueMeasure>();
        for (var stay : some) {
            var today = LocalDate.ofInstant(clock.instant(), stay.zone());
            plans.of(stay)
                    .forEach((instrument, moments) ->
                            new Cadence(moments)
                                    .due(
                                            stay,
                                            taken.getOrDefault(
                                                    key(stay.client(), instrument), List.of()),
                                            today)
                                    .filter(one -> !one.on().isAfter(today.plusDays(AHEAD_DAYS)))
                                    .ifPresent(one ->
                                            due.add(new DueMeasure(stay, instrument, one, today))));
        }
        due.sort(
                Comparator.comparing((DueMeasure one) -> one.due().on())
                        .thenComparing(one -> one.stay().name())
                        .thenComparing(DueMeasure::instrument));
        return due;
    }

    private Map<String, List<LocalDate>> taken(List<ClientId> clients, LocalDate from) {
        var taken = new HashMap<String, List<LocalDate>>();
        results.takenSince(clients, from)
                .forEach(one ->
                        taken.computeIfAbsent(
                                        key(one.client(), one.instrument()),
                                        any -> new ArrayList<>())
                                .add(one.takenOn()));
        return taken;
    }

    private static String key(ClientId client, String instrument) {
        return client.value() + instrument;
    }
}
