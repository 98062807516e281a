package care.trellis.ledger;

import care.trellis.base.OrganizationId;
import care.trellis.clients.ClientId;
import care.trellis.ledger.DueRecords.ClientWeekKey;
import care.trellis.ledger.KeptRecords.KeptDay;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings kept weeks up to date. Weeks go in the order of time, because each draws from what the
 * ones before left of an authorization; where a week comes out with another draw, the later ones
 * follow.
 */
@Component
class Keeper {

    /** Later than any week: for those who ask for everything. */
    private static final LocalDate EVER = LocalDate.of(9999, 1, 1);

    private static final int SOME = 100;

    private final DueRecords due;
    private final KeptRecords kept;
    private final WeekFactRecords facts;
    private final WeekJudge judge;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Set<OrganizationId> versionsSeen = ConcurrentHashMap.newKeySet();

    Keeper(
            DueRecords due,
            KeptRecords kept,
            WeekFactRecords facts,
            WeekJudge judge,
            ApplicationEventPublisher events,
            Clock clock) {
        this.due = due;
        this.kept = kept;
        this.facts = facts;
        this.judge = judge;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes one week current, of these clients or of everyone at the sites.
     *
     * @param sites empty means every site
     * @param clients empty means everybody
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(
            OrganizationId organization,
            LocalDate monday,
            Collection<UUID> sites,
            Collection<UUID> clients) {
        setOut(organization, monday, monday);
        settleDue(organization, monday, sites, clients);
    }

    /** Makes every week of a span current, of everybody; both ends are Mondays. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(OrganizationId organization, LocalDate first, LocalDate last) {
        setOut(organization, first, last);
        settleDue(organization, last, Set.of(), Set.of());
    }

    /** Makes everything current that a change or time has overtaken. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settleOvertaken(OrganizationId organization) {
        settleDue(organization, EVER, Set.of(), Set.of());
    }

    private void settleDue(
            OrganizationId organization,
            LocalDate until,
            Collection<UUID> sites,
            Collection<UUID> clients) {
        var now = clock.instant();
        markOtherVersions(organization);
        settle(organization, due.due(organization, now, until, sites, clients), now);
    }

    /**
     * Makes what is overtaken current for a few clients, so that nobody waits long for their locks.
     *
     * @return whether there is more to do
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean settleSome(OrganizationId organization) {
        var now = clock.instant();
        markOtherVersions(organization);
        var all = due.due(organization, now, EVER, Set.of(), Set.of());
        var some = all.stream().map(ClientWeekKey::client).distinct().limit(SOME).toList();
        var theirs = Set.copyOf(some);
        settle(
                organization,
                all.stream().filter(week -> theirs.contains(week.client())).toList(),
                now);
        return all.stream().anyMatch(week -> !theirs.contains(week.client()));
    }

    /** Makes every week until now current that may draw from these authorizations. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settleDrawn(OrganizationId organization, Collection<UUID> authorizations) {
        var clients = due.holders(organization, authorizations);
        if (!clients.isEmpty()) {
            var tomorrow = clock.instant().plus(Duration.ofDays(1)).atZone(ZoneOffset.UTC);
            settle(organization, Ledger.mondayOf(tomorrow.toLocalDate()), Set.of(), clients);
        }
    }

    /** The library of rulebooks stands while the program runs, so one look at it is enough. */
    private void markOtherVersions(OrganizationId organization) {
        if (versionsSeen.contains(organization)) {
            return;
        }
        for (var version : due.versions(organization)) {
            if (!judge.decidesBy(version.ruleSet(), version.version(), version.monday())) {
                due.markDecidedBy(organization, version);
            }
        }
        AfterCommit.run(() -> versionsSeen.add(organization));
    }

    private boolean setOut(OrganizationId organization, LocalDate from, LocalDate to) {
        var weeks = due.unkept(organization, from, to);
        weeks.forEach(week -> due.setOut(organization, week));
        return !weeks.isEmpty();
    }

    private void settle(OrganizationId organization, List<ClientWeekKey> asked, Instant now) {
        var weeks = new TreeMap<LocalDate, Set<UUID>>();
        asked.forEach(it -> add(weeks, it));
        if (weeks.isEmpty()) {
            return;
        }
        var clients = asked.stream().map(ClientWeekKey::client).distinct().toList();
        var last = weeks.lastKey();
        var first = due.firstDrawing(organization, clients, last);
        if (first.isBefore(last) && setOut(organization, first, last.minusWeeks(1))) {
            due.due(organization, now, last, Set.of(), clients).forEach(it -> add(weeks, it));
        }
        while (!weeks.isEmpty()) {
            var week = weeks.pollFirstEntry();
            decide(organization, week.getKey(), week.getValue(), now).forEach(it -> add(weeks, it));
        }
    }

    private static void add(Map<LocalDate, Set<UUID>> weeks, ClientWeekKey key) {
        weeks.computeIfAbsent(key.monday(), monday -> new TreeSet<>()).add(key.client());
    }

    /** Decides one week of these clients under lock, and answers which later weeks must follow. */
    private List<ClientWeekKey> decide(
            OrganizationId organization, LocalDate monday, Set<UUID> asked, Instant now) {
        var locked = lock(organization, monday, asked, now);
        var marks = due.marks(organization, monday, asked);
        var hashes = new HashMap<UUID, byte[]>();
        for (var week : locked) {
            if (week.overtaken() || marks.containsKey(week.client())) {
                hashes.put(week.client(), week.inputHash());
            }
        }
        if (hashes.isEmpty()) {
            return List.of();
        }
        var read = facts.of(organization, monday, hashes.keySet());
        var same = new ArrayList<JudgedWeek>();
        var changed = new ArrayList<JudgedWeek>();
        for (var week : read.weeks()) {
            var judged = judge.judge(week, read.fees(), now);
            boolean equal = Arrays.equals(hashes.get(week.client()), judged.inputHash());
            (equal ? same : changed).add(judged);
        }
        var clients = changed.stream().map(week -> week.facts().client()).toList();
        var before =
                clients.isEmpty() ? List.<KeptDay>of() : kept.days(organization, monday, clients);
        kept.confirm(organization, same, now);
        kept.write(organization, monday, changed, before, now);
        if (!marks.isEmpty()) {
            due.removeMarks(organization, monday, marks);
        }
        if (!clients.isEmpty()) {
            events.publishEvent(
                    new WeeksDecided(monday, clients.stream().map(ClientId::new).toList()));
        }
        var others = drawOtherwise(before, changed);
        return others.isEmpty() ? List.of() : due.markLater(organization, monday, others);
    }

    private List<DueRecords.Locked> lock(
            OrganizationId organization, LocalDate monday, Set<UUID> asked, Instant now) {
        var locked = due.lock(organization, monday, asked, now);
        if (locked.size() == asked.size()) {
            return locked;
        }
        due.place(organization, monday, asked);
        return due.lock(organization, monday, asked, now);
    }

    /** What days of a week draw from an authorization. */
    private record Draw(UUID client, UUID authorization) {}

    private static Set<UUID> drawOtherwise(List<KeptDay> kept, List<JudgedWeek> changed) {
        var before = new HashMap<Draw, BigDecimal>();
        for (var day : kept) {
            if (day.authorization() != null && day.units().signum() != 0) {
                before.merge(
                        new Draw(day.key().client(), day.authorization()),
                        day.units(),
                        BigDecimal::add);
            }
        }
        var after = new HashMap<Draw, BigDecimal>();
        for (var week : changed) {
            for (var day : week.days()) {
                if (day.grant() != null && day.units().signum() != 0) {
                    after.merge(
                            new Draw(week.facts().client(), day.grant().id()),
                            day.units(),
                            BigDecimal::add);
                }
            }
        }
        var others = new TreeSet<UUID>();
        var draws = new HashSet<>(before.keySet());
        draws.addAll(after.keySet());
        for (var draw : draws) {
            var was = before.getOrDefault(draw, BigDecimal.ZERO);
            if (was.compareTo(after.getOrDefault(draw, BigDecimal.ZERO)) != 0) {
                others.add(draw.client());
            }
        }
        return others;
    }
}
