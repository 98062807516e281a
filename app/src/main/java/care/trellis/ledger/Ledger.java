package care.trellis.ledger;

import care.trellis.audit.Audit;
import care.trellis.authorizations.AuthorizationId;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to the client's week: what was scheduled, attended, documented, counted,
 * authorized and may be billed, and why. It stores no second truth: every answer is decided from
 * the facts of the other rooms and kept only until one of them changes. Weeks begin on Monday.
 */
@Service
public class Ledger {

    private static final String WEEKS = "ledger.kept_week";

    /** How far back open work is shown; what is older has passed most payers' filing limits. */
    private static final int OPEN_DAYS = 180;

    private final Keeper keeper;
    private final PageRecords pages;
    private final WeekFactRecords facts;
    private final WeekJudge judge;
    private final Audit audit;
    private final Clock clock;

    Ledger(
            Keeper keeper,
            PageRecords pages,
            WeekFactRecords facts,
            WeekJudge judge,
            Audit audit,
            Clock clock) {
        this.keeper = keeper;
        this.pages = pages;
        this.facts = facts;
        this.judge = judge;
        this.audit = audit;
        this.clock = clock;
    }

    /** The Monday of a day's week. */
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Everybody's week at the sites the reader works at, in the order of names. */
    @Transactional
    public List<ClientWeek> weeks(Permit permit, LocalDate monday) {
        permit.require(Action.LEDGER_VIEW, Action.BOARD_VIEW, Action.CLAIM_VIEW);
        keeper.settle(permit.organization(), monday, permit.actor().sites(), Set.of());
        var weeks = pages.weeks(permit.organization(), monday, permit.actor().sites(), Set.of());
        audit.recordMany(permit, WEEKS, null, weeks.size());
        return weeks;
    }

    /**
     * Makes one week of these clients current, so that {@code ledger.public_week} and {@code
     * public_day} may be read in the same transaction; the page records the reading.
     */
    @Transactional
    public void settle(Permit permit, Collection<ClientId> clients, LocalDate monday) {
        permit.require(Action.LEDGER_VIEW, Action.BOARD_VIEW, Action.CLIENT_VIEW);
        if (!clients.isEmpty()) {
            var ids = clients.stream().map(ClientId::value).toList();
            keeper.settle(permit.organization(), monday, Set.of(), ids);
        }
    }

    /** Everybody's days of a week, by client and date: what boards show beside each day. */
    @Transactional
    public List<ClientDay> days(Permit permit, LocalDate monday) {
        permit.require(Action.LEDGER_VIEW, Action.BOARD_VIEW, Action.CLAIM_VIEW);
        keeper.settle(permit.organization(), monday, permit.actor().sites(), Set.of());
        return pages.days(
                permit.organization(),
                monday,
                monday.plusDays(6),
                permit.actor().sites(),
                Set.of());
    }

    /** One client's days of a week in the order of dates. */
    @Transactional
    public List<ClientDay> days(Permit permit, ClientId client, LocalDate monday) {
        requireFor(permit, client);
        keeper.settle(permit.organization(), monday, Set.of(), Set.of(client.value()));
        audit.record(permit, WEEKS, client.value(), client.value());
        return pages.days(
                permit.organization(),
                monday,
                monday.plusDays(6),
                Set.of(),
                Set.of(client.value()));
    }

    /** One client's week; nothing when there is neither an episode nor a session in it. */
    @Transactional
    public Optional<ClientWeek> week(Permit permit, ClientId client, LocalDate monday) {
        requireFor(permit, client);
        keeper.settle(permit.organization(), monday, Set.of(), Set.of(client.value()));
        return pages.weeks(permit.organization(), monday, Set.of(), Set.of(client.value())).stream()
                .findFirst();
    }

    /**
     * Why one client-day is what it is. The trace is made anew from the facts, by the same
     * judgement that the kept day came from.
     *
     * @throws NotFound when there is no such client, or no session for them on the day
     */
    @Transactional
    public DayReasons reasons(Permit permit, ClientId client, LocalDate date) {
        requireFor(permit, client);
        var monday = mondayOf(date);
        var person = pages.person(permit.organization(), client).orElseThrow(NotFound::new);
        keeper.settle(permit.organization(), monday, Set.of(), Set.of(client.value()));
        var now = clock.instant();
        var read = facts.of(permit.organization(), monday, Set.of(client.value()));
        var week = judge.judge(read.weeks().getFirst(), read.fees(), now);
        var day =
                week.days().stream()
                        .filter(it -> it.date().equals(date))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        audit.record(permit, "ledger.kept_day", client.value(), client.value());
        return Reasons.of(person, week, day, judge, now);
    }

    /**
     * Makes every day of a span current, so that {@code ledger.public_day} and {@code public_line}
     * may be read in the same transaction.
     */
    @Transactional
    public void settle(Permit permit, LocalDate from, LocalDate to) {
        permit.require(
                Action.CLAIM_VIEW,
                Action.CLAIM_SUBMIT,
                Action.LEDGER_VIEW,
                Action.BOARD_VIEW,
                Action.AUTHORIZATION_VIEW);
        keeper.settle(permit.organization(), mondayOf(from), mondayOf(to));
    }

    /** What waits for one role: the oldest first, then by the dollars that hang on it. */
    @Transactional
    public List<OpenItem> openItems(Permit permit, Role role) {
        permit.require(Action.LEDGER_VIEW, Action.OWN_ACCOUNT);
        if (!permit.actor().roles().contains(role)) {
            return List.of();
        }
        keeper.settleOvertaken(permit.organization());
        var items =
                pages.open(
                        permit.organization(),
                        role,
                        role == Role.CLINICIAN ? permit.actor().staff() : null,
                        permit.actor().sites(),
                        clock.instant(),
                        OPEN_DAYS);
        audit.recordMany(permit, "ledger.kept_day", null, items.size());
        return items;
    }

    /**
     * What the days draw from authorizations, every day until now decided. Those of which no day
     * draws are absent.
     */
    @Transactional
    public Map<AuthorizationId, Drawn> drawn(
            Permit permit, Collection<AuthorizationId> authorizations) {
        permit.require(
                Action.AUTHORIZATION_VIEW,
                Action.AUTHORIZATION_EDIT,
                Action.LEDGER_VIEW,
                Action.BOARD_VIEW,
                Action.CLIENT_VIEW);
        var ids = authorizations.stream().map(AuthorizationId::value).toList();
        keeper.settleDrawn(permit.organization(), ids);
        var drawn = new HashMap<AuthorizationId, Drawn>();
        pages.drawn(permit.organization(), ids).forEach(it -> drawn.put(it.authorization(), it));
        return drawn;
    }

    /** The authorizations under which days were delivered after the last unit was gone. */
    @Transactional
    public List<Drawn> overdrawn(Permit permit, LocalDate since) {
        permit.require(Action.AUTHORIZATION_VIEW, Action.LEDGER_VIEW);
        keeper.settleOvertaken(permit.organization());
        return pages.overdrawn(permit.organization(), since);
    }

    private static void requireFor(Permit permit, ClientId client) {
        var touched = new Resource(Resource.Kind.CLIENT, client.value());
        permit.require(
                permit.action() == Action.CLIENT_VIEW ? Action.CLIENT_VIEW : Action.LEDGER_VIEW,
                touched);
    }
}
