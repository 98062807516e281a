package care.trellis.ledger;

import care.trellis.base.OrganizationId;
import care.trellis.clients.ClientId;
import care.trellis.ledger.KeptRecords.ClientWeekKey;
import care.trellis.ledger.KeptRecords.Draw;
import care.trellis.ledger.KeptRecords.Locked;
import care.trellis.ledger.KeptRecords.Standing;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

    private final KeptRecords kept;
    private final WeekFactRecords facts;
    private final WeekJudge judge;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Keeper(
            KeptRecords kept,
            WeekFactRecords facts,
            WeekJudge judge,
            ApplicationEventPublisher events,
            Clock clock) {
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
        var now = clock.instant();
        var due = new TreeSet<UUID>();
        for (var standing : kept.standings(organization, monday, now, sites, clients)) {
            if (standing.due() || otherVersion(standing, monday)) {
                due.add(standing.client());
            }
        }
        settle(organization, due.stream().map(it -> new ClientWeekKey(it, monday)).toList(), now);
    }

    /** Makes everything current that a change or time has overtaken. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settleOvertaken(OrganizationId organization) {
        var now = clock.instant();
        settle(organization, kept.overtaken(organization, now), now);
    }

    /** Makes every week current that draws from these authorizations. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settleDrawn(OrganizationId organization, Collection<UUID> authorizations) {
        var now = clock.instant();
        settle(organization, kept.drawing(organization, authorizations, now), now);
    }

    private void settle(OrganizationId organization, List<ClientWeekKey> due, Instant now) {
        var weeks = new TreeMap<LocalDate, Set<UUID>>();
        due.forEach(it -> add(weeks, it));
        var complete = new HashSet<LocalDate>();
        while (!weeks.isEmpty()) {
            var monday = weeks.firstKey();
            var clients = weeks.firstEntry().getValue();
            if (complete.add(monday)) {
                var before = kept.before(organization, monday, clients, now);
                if (!before.isEmpty()) {
                    before.forEach(it -> add(weeks, it));
                    continue;
                }
            }
            weeks.remove(monday);
            decide(organization, monday, clients, now).forEach(it -> add(weeks, it));
        }
    }

    private static void add(Map<LocalDate, Set<UUID>> weeks, ClientWeekKey key) {
        weeks.computeIfAbsent(key.monday(), monday -> new TreeSet<>()).add(key.client());
    }

    /** Decides one week of these clients under lock, and answers which later weeks must follow. */
    private List<ClientWeekKey> decide(
            OrganizationId organization, LocalDate monday, Set<UUID> asked, Instant now) {
        kept.place(organization, monday, asked);
        var locked = kept.lock(organization, monday, asked, now);
        var marks = kept.marks(organization, monday, asked);
        var hashes = new HashMap<UUID, byte[]>();
        for (var week : locked) {
            if (week.overtaken()
                    || marks.containsKey(week.client())
                    || otherVersion(week, monday)) {
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
                clients.isEmpty()
                        ? Map.<Draw, BigDecimal>of()
                        : kept.draws(organization, monday, clients);
        kept.confirm(organization, same, now);
        kept.write(organization, monday, changed, now);
        var seen = marks.values().stream().flatMap(List::stream).toList();
        if (!seen.isEmpty()) {
            kept.removeMarks(organization, monday, marks.keySet(), seen);
        }
        if (!clients.isEmpty()) {
            events.publishEvent(
                    new WeeksDecided(monday, clients.stream().map(ClientId::new).toList()));
        }
        var others = drawOtherwise(before, changed);
        return others.isEmpty() ? List.of() : kept.markLater(organization, monday, others);
    }

    private static Set<UUID> drawOtherwise(Map<Draw, BigDecimal> before, List<JudgedWeek> changed) {
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

    private boolean otherVersion(Standing standing, LocalDate monday) {
        return otherVersion(standing.ruleSet(), standing.ruleVersion(), monday);
    }

    private boolean otherVersion(Locked week, LocalDate monday) {
        return otherVersion(week.ruleSet(), week.ruleVersion(), monday);
    }

    private boolean otherVersion(
            @org.jspecify.annotations.Nullable String ruleSet,
            @org.jspecify.annotations.Nullable String version,
            LocalDate monday) {
        return ruleSet != null && version != null && !judge.decidesBy(ruleSet, version, monday);
    }
}
