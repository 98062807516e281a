package care.trellis.ledger;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.base.Text;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the close of a day. A close keeps every client's day as it stands, with what was
 * open. What was open may be mended afterwards; what was settled is billed otherwise only after the
 * day is reopened with a reason (see {@code docs/adr/013}).
 */
@Service
public class DayCloses {

    private static final String TURNS = "ledger.day_turn";
    private static final int LONGEST_REASON = 500;

    private final CloseRecords records;
    private final Keeper keeper;
    private final Refresher refresher;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    DayCloses(
            CloseRecords records,
            Keeper keeper,
            Refresher refresher,
            Once once,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.keeper = keeper;
        this.refresher = refresher;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    /** The days of the last so many days, at the sites the reader works at, the newest first. */
    @Transactional
    public List<DayStanding> standings(Permit permit, int days) {
        permit.require(Action.LEDGER_VIEW, Action.DAY_CLOSE);
        var standings = new ArrayList<DayStanding>();
        var organization = permit.organization();
        for (var site : records.sites(organization, permit.actor().sites())) {
            var today = clock.instant().atZone(site.zone()).toLocalDate();
            var from = today.minusDays(days);
            keeper.settle(organization, Ledger.mondayOf(from), Ledger.mondayOf(today));
            standings.addAll(records.standings(organization, site, from, today));
        }
        return standings;
    }

    /**
     * One day of one site, then and now.
     *
     * @throws NotFound when there is no such site
     */
    @Transactional
    public DayClose of(Permit permit, UUID site, LocalDate date) {
        permit.require(
                new Resource(Resource.Kind.SITE, site), Action.LEDGER_VIEW, Action.DAY_CLOSE);
        var where = site(permit, site);
        keeper.settle(permit.organization(), Ledger.mondayOf(date), Set.of(site), Set.of());
        var lines = records.lines(permit.organization(), site, date);
        audit.recordMany(permit, "ledger.closed_day", site, lines.size());
        return new DayClose(
                site,
                where.name(),
                where.zone(),
                date,
                over(permit, where, date),
                records.turns(permit.organization(), site, date),
                lines);
    }

    /**
     * Closes a day whose last session is over. A day that is closed stays as it is.
     *
     * @param key made with the form; becomes the id of the close
     * @throws NotFound when there is no such site
     */
    @Transactional
    public Change<UUID> close(Permit permit, UUID site, LocalDate date, UUID key) {
        permit.require(Action.DAY_CLOSE, new Resource(Resource.Kind.SITE, site));
        var where = site(permit, site);
        if (!over(permit, where, date)) {
            return Change.refused(
                    "", "NOT_OVER", "A session is still to end. Close the day when it is over.");
        }
        var turns = records.turns(permit.organization(), site, date);
        boolean closed = !turns.isEmpty() && turns.getLast().turn() == DayTurn.CLOSED;
        if (!closed && once.first(permit, key, site + " " + date + " CLOSED")) {
            keeper.settle(permit.organization(), Ledger.mondayOf(date), Set.of(site), Set.of());
            if (turned(permit, site, date, key, turns.size() + 1, DayTurn.CLOSED, null)) {
                records.keep(permit.organization(), key, site, date);
            }
        }
        return new Change.Done<>(key);
    }

    /**
     * Opens a closed day again, so that what was settled may be billed otherwise.
     *
     * @throws NotFound when there is no such site
     */
    @Transactional
    public Change<UUID> reopen(Permit permit, UUID site, LocalDate date, String reason, UUID key) {
        permit.require(Action.DAY_CLOSE, new Resource(Resource.Kind.SITE, site));
        site(permit, site);
        var why = Text.clean(reason);
        if (why == null || why.length() > LONGEST_REASON) {
            return Change.refused(
                    "reason", "REASON", "Say in a sentence why the day is opened again.");
        }
        var turns = records.turns(permit.organization(), site, date);
        boolean closed = !turns.isEmpty() && turns.getLast().turn() == DayTurn.CLOSED;
        if (closed && once.first(permit, key, site + " " + date + " REOPENED " + why)) {
            turned(permit, site, date, key, turns.size() + 1, DayTurn.REOPENED, why);
        }
        return new Change.Done<>(key);
    }

    private boolean turned(
            Permit permit,
            UUID site,
            LocalDate date,
            UUID key,
            int number,
            DayTurn turn,
            @org.jspecify.annotations.Nullable String reason) {
        boolean first =
                records.turn(permit, key, site, date, number, turn, reason, clock.instant());
        if (first) {
            records.mark(permit.organization(), site, date);
            audit.record(permit, TURNS, key, null, turn.name());
            refresher.wakeAfterCommit();
        }
        return first;
    }

    private CloseRecords.Site site(Permit permit, UUID site) {
        return records.sites(permit.organization(), Set.of(site)).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private boolean over(Permit permit, CloseRecords.Site site, LocalDate date) {
        var now = clock.instant();
        return !date.isAfter(now.atZone(site.zone()).toLocalDate())
                && records.lastEnd(permit.organization(), site.id(), date)
                        .map(ends -> !ends.isAfter(now))
                        .orElse(true);
    }
}
