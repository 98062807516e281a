package care.trellis.placement;

import static care.trellis.base.Action.KEEP_APART;
import static care.trellis.base.Action.PLACEMENT_EDIT;
import static care.trellis.base.Action.PLACEMENT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to the waiting list: who waits for a place, since when and why. */
@Service
public class WaitingList {

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 2_000;

    private final WaitingRecords records;
    private final SituationRecords situations;
    private final Audit audit;
    private final Once once;
    private final HomeTime home;
    private final Clock clock;

    WaitingList(
            WaitingRecords records,
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

    /** The sites that the actor works at, by name. */
    @Transactional(readOnly = true)
    public Map<SiteId, String> sites(Permit permit) {
        permit.require(PLACEMENT_VIEW, PLACEMENT_EDIT, KEEP_APART);
        var sites = new LinkedHashMap<SiteId, String>();
        situations.sites().stream()
                .filter(site -> permit.actor().worksAt(site.id().value()))
                .forEach(site -> sites.put(site.id(), site.name()));
        return sites;
    }

    /** Who waits at a site, the longest first. The reading is recorded as one row. */
    @Transactional
    public List<Waiting> at(Permit permit, SiteId site) {
        permit.require(PLACEMENT_VIEW, PLACEMENT_EDIT);
        situations.atWork(permit, site);
        var waiting = records.waiting(site, null);
        audit.recordMany(permit, "placement.waiting", site.value(), waiting.size());
        return waiting;
    }

    /** One who waits. */
    @Transactional
    public Optional<Waiting> one(Permit permit, ClientId client) {
        permit.require(resource(client), PLACEMENT_VIEW, PLACEMENT_EDIT);
        audit.record(permit, "placement.waiting", client.value(), client.value());
        return situations
                .siteOf(client)
                .flatMap(site -> records.waiting(site, client).stream().findFirst());
    }

    /**
     * Clients of the site who could be put on the list, by name: those without a place first, and
     * those with one after them, where they are marked.
     */
    @Transactional
    public Map<ClientId, String> candidates(Permit permit, SiteId site) {
        permit.require(PLACEMENT_EDIT, KEEP_APART);
        situations.atWork(permit, site);
        var candidates = new LinkedHashMap<ClientId, String>();
        situations
                .candidates(site, home.today())
                .forEach(it ->
                        candidates.put(
                                it.client(), it.name() + (it.placed() ? " (has a place)" : "")));
        audit.recordMany(permit, "clients.client", site.value(), candidates.size());
        return candidates;
    }

    /** Where a client belongs. */
    @Transactional(readOnly = true)
    public SiteId siteOf(Permit permit, ClientId client) {
        permit.require(WaitingList.resource(client), PLACEMENT_VIEW, PLACEMENT_EDIT);
        return site(permit, client);
    }

    /**
     * Puts a client on the list, or changes what stands there of them.
     *
     * @param since the day they asked, not in the future
     */
    @Transactional
    public Change<UUID> keep(
            Permit permit,
            UUID key,
            ClientId client,
            LocalDate since,
            List<WaitReason> reasons,
            String note,
            Preference preference) {
        permit.require(PLACEMENT_EDIT, resource(client));
        var site = site(permit, client);
        var problems = problems(since, reasons, note, preference);
        if (!problems.isEmpty()) {
            return new Change.Refused<>(problems);
        }
        records.keep(client, preference);
        var there = records.waiting(site, client).stream().findFirst();
        if (there.isPresent()) {
            records.change(there.get().id(), since, reasons, note.strip());
            audit.record(permit, "placement.waiting", there.get().id(), client.value(), "CHANGED");
            return new Change.Done<>(there.get().id());
        }
        if (once.first(permit, key, "wait " + client.value())
                && records.add(key, client, since, reasons, note.strip())) {
            audit.record(permit, "placement.waiting", key, client.value());
        }
        return new Change.Done<>(key);
    }

    private List<Problem> problems(
            LocalDate since, List<WaitReason> reasons, String note, Preference preference) {
        var problems = new ArrayList<Problem>();
        if (since.isAfter(home.today())) {
            problems.add(new Problem("since", "FUTURE", "The day they asked lies in the future."));
        }
        if (reasons.isEmpty()) {
            problems.add(new Problem("reasons", "REASON_MISSING", "Say why they wait."));
        }
        if (note.length() > LONGEST_NOTE) {
            problems.add(new Problem("note", "TOO_LONG", "Keep it under 2,000 characters."));
        }
        if (preference.languages().isEmpty()) {
            problems.add(
                    new Problem(
                            "languages", "LANGUAGE_MISSING", "Tick a language that they follow."));
        }
        if (preference.modalities().isEmpty()) {
            problems.add(
                    new Problem("modalities", "MODALITY_MISSING", "Tick how they can take part."));
        }
        if (!preference.tags().containsAll(preference.musts())) {
            problems.add(
                    new Problem(
                            "musts",
                            "MUST_IS_NOT_TRUE",
                            "Whoever must be in such a group belongs to it: tick it there too."));
        }
        return problems;
    }

    /** Takes a client off the list. Once more changes nothing. */
    @Transactional
    public void leave(Permit permit, ClientId client, LeaveReason reason) {
        permit.require(PLACEMENT_EDIT, resource(client));
        site(permit, client);
        records.leave(client, reason, clock.instant())
                .ifPresent(id ->
                        audit.record(
                                permit, "placement.waiting", id, client.value(), reason.name()));
    }

    private SiteId site(Permit permit, ClientId client) {
        var site = situations.siteOf(client).orElseThrow(NotFound::new);
        situations.atWork(permit, site);
        return site;
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
