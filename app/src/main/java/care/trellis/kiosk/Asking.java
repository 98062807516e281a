package care.trellis.kiosk;

import care.trellis.base.Change;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.measures.CheckIns;
import care.trellis.measures.DueMeasure;
import care.trellis.measures.DueMeasures;
import care.trellis.measures.Given;
import care.trellis.measures.Giving;
import care.trellis.measures.Language;
import care.trellis.measures.Mode;
import care.trellis.measures.Respondents;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a tablet asks after the check-in: mood and craving, and what is due. Each may be skipped. "I
 * am not OK" may be pressed at any time, and staff are told at once while the screen says nothing
 * that a bystander would notice.
 */
@Service
public class Asking {

    /** More at once would keep the next in line waiting. */
    private static final int MOST = 2;

    private final Visits visits;
    private final ExpectedRecords people;
    private final CheckIns checkIns;
    private final DueMeasures due;
    private final Giving giving;
    private final Respondents respondents;
    private final Calls calls;
    private final List<Owing> owed;
    private final Clock clock;

    Asking(
            Visits visits,
            ExpectedRecords people,
            CheckIns checkIns,
            DueMeasures due,
            Giving giving,
            Respondents respondents,
            Calls calls,
            List<Owing> owed,
            Clock clock) {
        this.visits = visits;
        this.people = people;
        this.checkIns = checkIns;
        this.due = due;
        this.giving = giving;
        this.respondents = respondents;
        this.calls = calls;
        this.owed = List.copyOf(owed);
        this.clock = clock;
    }

    /** Keeps mood and craving, each 0 to 10; nothing where the visit is over. */
    @Transactional
    public boolean keep(Device device, UUID key, String visit, int mood, int craving) {
        return client(device, visit)
                .map(client -> kept(device, key, client, mood, craving, true))
                .orElse(false);
    }

    /** Tells staff that this client is not OK, or that somebody is, where nobody said who. */
    @Transactional
    public void notOk(Device device, UUID key, String visit) {
        var client = client(device, visit);
        if (client.isEmpty() || !kept(device, key, client.get(), null, null, false)) {
            calls.raise(device, key);
        }
    }

    /** Where the client is expected, for the last screen. */
    @Transactional(readOnly = true)
    public Optional<Place> place(Device device, String visit) {
        var door = Door.of(device);
        return visits.open(door.id(), visit)
                .flatMap(it ->
                        people.places(door.site(), it.client(), door.today(clock)).stream()
                                .filter(place -> place.session().equals(it.session()))
                                .findFirst());
    }

    /** Whether something waits for the client at the desk: a yes or no, never what. */
    @Transactional(readOnly = true)
    public boolean owes(Device device, String visit) {
        return client(device, visit)
                .map(client -> owed.stream().anyMatch(room -> room.owes(client)))
                .orElse(false);
    }

    /** The measures that are due and can be answered alone, at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<String> due(Device device, String visit) {
        return client(device, visit)
                .map(client ->
                        due.of(Door.of(device).mayAsk(client), client).stream()
                                .filter(one -> !one.due().on().isAfter(one.today()))
                                .map(DueMeasure::instrument)
                                .filter(instrument -> !instrument.equals(CheckIns.INSTRUMENT))
                                .distinct()
                                .limit(MOST)
                                .toList())
                .orElse(List.of());
    }

    /**
     * Hands out what is due. What comes back is where it is answered; nothing where none can be.
     */
    @Transactional
    public Optional<String> give(Device device, UUID key, String visit) {
        var wanted = due(device, visit);
        return client(device, visit)
                .filter(_ -> !wanted.isEmpty())
                .flatMap(client ->
                        giving.give(
                                                Door.of(device).mayAsk(client),
                                                key,
                                                client,
                                                wanted,
                                                Mode.TABLET,
                                                Language.ENGLISH,
                                                null)
                                        instanceof Change.Done<Given>(var given)
                                ? respondents.exchange(OrganizationContext.current(), given.code())
                                : Optional.empty())
                .map(token -> "/answer/" + token);
    }

    private boolean kept(
            Device device,
            UUID key,
            ClientId client,
            @Nullable Integer mood,
            @Nullable Integer craving,
            boolean ok) {
        return checkIns.record(Door.of(device).mayAsk(client), key, client, mood, craving, ok)
                instanceof Change.Done<?>;
    }

    private Optional<ClientId> client(Device device, String visit) {
        return visits.open(device.id().value(), visit).map(Visits.Visit::client);
    }
}
