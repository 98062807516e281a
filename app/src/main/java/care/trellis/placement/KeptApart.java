package care.trellis.placement;

import static care.trellis.base.Action.KEEP_APART;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to who must not sit in one group with whom. The reason is sealed, and only whoever
 * may keep people apart reads it; everybody else only sees that a place is not possible.
 */
@Service
public class KeptApart {

    /** The longest reason, in characters. */
    public static final int LONGEST = 2_000;

    private final PairRecords records;
    private final SituationRecords situations;
    private final Audit audit;
    private final Once once;
    private final HomeTime home;
    private final Clock clock;

    KeptApart(
            PairRecords records,
            SituationRecords situations,
            Audit audit,
            Once once,
            HomeTime home,
            Clock clock) {
        this.records = records;
        this.situations = situations;
        this.audit = audit;
        this.once = once;
        this.home = home;
        this.clock = clock;
    }

    /** The pairs of a site, the newest first. Each reading is recorded. */
    @Transactional
    public List<KeptApartPair> at(Permit permit, SiteId site) {
        permit.require(KEEP_APART);
        situations.atWork(permit, site);
        var pairs = records.at(site);
        audit.recordMany(permit, "placement.pair", site.value(), pairs.size());
        return pairs;
    }

    /** Clients with an open stay at the site, by name: whom there is to keep apart. */
    @Transactional
    public Map<ClientId, String> people(Permit permit, SiteId site) {
        permit.require(KEEP_APART);
        situations.atWork(permit, site);
        var people = new LinkedHashMap<ClientId, String>();
        situations.stays(site, home.today()).forEach(it -> people.put(it.client(), it.name()));
        audit.recordMany(permit, "episodes.episode", site.value(), people.size());
        return people;
    }

    /** Keeps two apart from now on. Where they are already, the reason that stands is kept. */
    @Transactional
    public Change<UUID> keep(Permit permit, UUID key, ClientId one, ClientId other, String reason) {
        permit.require(KEEP_APART);
        if (one.equals(other)) {
            return Change.refused("other", "SAME_PERSON", "Choose two different people.");
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            return Change.refused(
                    "why",
                    "REASON_MISSING",
                    "Say why, in at most 2,000 characters: few can read it.");
        }
        atWork(permit, one);
        atWork(permit, other);
        if (once.first(permit, key, "apart " + one.value() + other.value())
                && records.add(
                        key, one, other, reason.strip(), clock.instant(), permit.actor().name())) {
            audit.record(permit, "placement.pair", key, one.value());
            audit.record(permit, "placement.pair", key, other.value());
        }
        return new Change.Done<>(key);
    }

    /** Lets two meet again. Once more changes nothing. */
    @Transactional
    public void lift(Permit permit, SiteId site, UUID pair) {
        permit.require(KEEP_APART);
        situations.atWork(permit, site);
        boolean here = records.at(site).stream().anyMatch(it -> it.id().equals(pair));
        if (here && records.lift(pair, clock.instant(), permit.actor().name())) {
            audit.record(permit, "placement.pair", pair, null, "LIFTED");
        }
    }

    private void atWork(Permit permit, ClientId client) {
        situations.atWork(permit, situations.siteOf(client).orElseThrow(NotFound::new));
    }
}
