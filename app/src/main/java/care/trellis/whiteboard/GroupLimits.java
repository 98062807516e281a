package care.trellis.whiteboard;

import static care.trellis.base.Action.GROUP_OVERRIDE;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.base.Vault;
import care.trellis.base.news.News;
import care.trellis.clients.ClientId;
import care.trellis.engine.rulebook.GroupRule;
import care.trellis.engine.rulebook.GroupRules;
import care.trellis.engine.rulebook.LocalOverride;
import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.Rulebooks;
import care.trellis.payers.ContractOverrides;
import care.trellis.payers.EffectiveRules;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to the limits of groups. One client too many can void every claim of the room, so
 * the smallest limit of all who pay for somebody in it, of the licence and of the room itself
 * holds. The rules are those that the claims are judged by.
 */
@Service
public class GroupLimits {

    private static final int LONGEST = 500;

    private final GuardRecords records;
    private final ShiftRecords shifts;
    private final ContractOverrides overrides;
    private final EffectiveRules effective;
    private final Rulebooks library;
    private final Vault vault;
    private final Audit audit;
    private final Once once;
    private final News news;
    private final Clock clock;

    GroupLimits(
            GuardRecords records,
            ShiftRecords shifts,
            ContractOverrides overrides,
            EffectiveRules effective,
            Rulebooks library,
            Vault vault,
            Audit audit,
            Once once,
            News news,
            Clock clock) {
        this.records = records;
        this.shifts = shifts;
        this.overrides = overrides;
        this.effective = effective;
        this.library = library;
        this.vault = vault;
        this.audit = audit;
        this.once = once;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Lets one group be as large as it is, with a reason. More people than that ask anew.
     *
     * @param reason at most {@value #LONGEST} characters; sealed
     */
    @Transactional
    public Change<SessionId> override(Permit permit, UUID key, SessionId session, String reason) {
        permit.require(GROUP_OVERRIDE, new Resource(Resource.Kind.SESSION, session.value()));
        var problems = new Problems().text(reason, LONGEST, "reason", "why it may be so");
        if (!problems.none()) {
            return problems.refused();
        }
        var guard = guard(session);
        if (guard.state() == Guard.State.FINE) {
            return Change.refused("reason", "WITHIN_LIMIT", "This group is within its limit.");
        }
        if (once.first(permit, key, "override " + session + reason)) {
            records.allow(
                    key,
                    session,
                    guard,
                    vault.seal(key, reason.strip()),
                    clock.instant(),
                    permit.actor().account(),
                    permit.actor().name());
            audit.record(
                    permit,
                    "whiteboard.override",
                    session.value(),
                    null,
                    guard.people() + " OF " + guard.atMost());
            news.tell(permit.organization(), Shifts.TOPIC, List.of(session.value()));
        }
        return new Change.Done<>(session);
    }

    /** How one group stands to its limit now, for who may say why it is larger. */
    @Transactional(readOnly = true)
    public Guard standing(Permit permit, SessionId session) {
        permit.require(GROUP_OVERRIDE, new Resource(Resource.Kind.SESSION, session.value()));
        return guard(session);
    }

    /** How one group stands to its limit now. */
    Guard guard(SessionId session) {
        var group = shifts.group(session).orElseThrow(NotFound::new);
        var guards = guards(List.of(group));
        return Objects.requireNonNull(guards.get(session));
    }

    /** How the groups of one day stand to their limits now. */
    Map<SessionId, Guard> guards(UUID site, List<Group> groups) {
        return guards(groups, records.rooms(site));
    }

    /** The same for groups of any site, without what could be done about it. */
    Map<SessionId, Guard> guards(List<Group> groups) {
        return guards(groups, List.of());
    }

    /** What would limit these groups if this client came to them as well. */
    Map<SessionId, Limit> limits(ClientId newcomer, List<Group> groups) {
        var ids = ids(groups);
        return limits(
                groups,
                Stream.concat(
                        records.ruleSets(ids).stream(), records.ruleSets(newcomer, ids).stream()));
    }

    private Map<SessionId, Limit> limits(List<Group> groups, Stream<GuardRecords.RuleSet> of) {
        var ruleSets = of.collect(Collectors.groupingBy(GuardRecords.RuleSet::session));
        var local = overrides.all();
        var limits = new LinkedHashMap<SessionId, Limit>();
        for (var group : groups) {
            limits.put(
                    group.session(),
                    limit(group, ruleSets.getOrDefault(group.session().value(), List.of()), local));
        }
        return limits;
    }

    private static List<UUID> ids(List<Group> groups) {
        return groups.stream().map(group -> group.session().value()).toList();
    }

    private Map<SessionId, Guard> guards(List<Group> groups, List<GuardRecords.Room> rooms) {
        var ids = ids(groups);
        var limits = limits(groups, records.ruleSets(ids).stream());
        var allowed = records.allowed(ids);
        var now = clock.instant();
        var guards = new LinkedHashMap<SessionId, Guard>();
        for (var group : groups) {
            guards.put(
                    group.session(),
                    guard(
                            group,
                            limits,
                            groups,
                            rooms,
                            allowed.getOrDefault(group.session().value(), 0),
                            now));
        }
        return guards;
    }

    /** What limits a group: clients at most, staff at least, each with its reason. */
    record Limit(int atMost, String why, int staff, String staffWhy) {}

    private Limit limit(
            Group group,
            List<GuardRecords.RuleSet> ruleSets,
            Map<UUID, List<LocalOverride>> local) {
        var limit =
                group.seats() > 0 && !group.video()
                        ? new Limit(
                                group.seats(),
                                group.room() + " seats " + group.seats() + ".",
                                0,
                                "")
                        : new Limit(Integer.MAX_VALUE, "", 0, "");
        for (var ruleSet : ruleSets) {
            for (var rule : rules(ruleSet, group, local)) {
                if (rule.atMost() < limit.atMost()) {
                    limit =
                            new Limit(
                                    rule.atMost(),
                                    ruleSet.whose() + ": " + rule.says(),
                                    limit.staff(),
                                    limit.staffWhy());
                }
                if (rule.staffAtLeast() > limit.staff()) {
                    limit =
                            new Limit(
                                    limit.atMost(),
                                    limit.why(),
                                    rule.staffAtLeast(),
                                    ruleSet.whose() + ": " + rule.says());
                }
            }
        }
        return limit;
    }

    private List<GroupRule> rules(
            GuardRecords.RuleSet ruleSet, Group group, Map<UUID, List<LocalOverride>> local) {
        var rulebook = rulebook(ruleSet, group.day(), local);
        return rulebook == null
                ? List.of()
                : GroupRules.of(
                        rulebook,
                        care.trellis.engine.rulebook.facts.ServiceType.valueOf(
                                group.service().name()),
                        group.day());
    }

    private @Nullable Rulebook rulebook(
            GuardRecords.RuleSet ruleSet, LocalDate day, Map<UUID, List<LocalOverride>> local) {
        return ruleSet.contract() == null
                ? library.find(ruleSet.id(), day)
                : effective.rulebook(
                        ruleSet.id(), local.getOrDefault(ruleSet.contract(), List.of()), day);
    }

    private static Guard guard(
            Group group,
            Map<SessionId, Limit> limits,
            List<Group> groups,
            List<GuardRecords.Room> rooms,
            int allowed,
            Instant now) {
        var limit = limits.getOrDefault(group.session(), new Limit(Integer.MAX_VALUE, "", 0, ""));
        boolean over = group.isOver(now);
        int real = Math.max(group.here(), group.came());
        int people = over ? real : Math.max(group.expected(), real);
        if (real > limit.atMost()) {
            return new Guard(
                    limit.atMost(),
                    limit.why(),
                    Guard.State.OVER,
                    real,
                    over ? "" : Proposals.of(group, real - limit.atMost(), limits, groups, rooms),
                    real <= allowed);
        }
        if (people > limit.atMost()) {
            return new Guard(
                    limit.atMost(),
                    limit.why(),
                    Guard.State.AMBER,
                    people,
                    Proposals.of(group, people - limit.atMost(), limits, groups, rooms),
                    people <= allowed);
        }
        if (!over && group.staffCount() < limit.staff()) {
            return new Guard(
                    limit.atMost(),
                    limit.staffWhy(),
                    Guard.State.AMBER,
                    people,
                    "Ask a second facilitator to join.",
                    false);
        }
        return new Guard(limit.atMost(), limit.why(), Guard.State.FINE, people, "", false);
    }
}
