package care.trellis.whiteboard;

import static care.trellis.base.Action.SHIFT_VIEW;
import static care.trellis.base.Action.SHIFT_WRITE;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to the shift at a glance. */
@Service
public class Shifts {

    /** Topic of the news that something of the whiteboard itself changed. */
    public static final String TOPIC = "shift";

    private final ShiftRecords records;
    private final DayNewsRecords news;
    private final GroupLimits limits;
    private final Audit audit;
    private final Clock clock;

    Shifts(
            ShiftRecords records,
            DayNewsRecords news,
            GroupLimits limits,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.news = news;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** The sites that the actor works at, by name. */
    @Transactional(readOnly = true)
    public Map<UUID, String> sites(Permit permit) {
        permit.require(SHIFT_VIEW, SHIFT_WRITE);
        var sites = new LinkedHashMap<UUID, String>();
        records.sites().stream()
                .filter(site -> permit.actor().worksAt(site.id()))
                .forEach(site -> sites.put(site.id(), site.name()));
        return sites;
    }

    /** The site as it stands now. The reading is recorded as one row. */
    @Transactional
    public Shift open(Permit permit, UUID site) {
        var shift = now(permit, site);
        audit.recordMany(permit, "whiteboard.shift", site, shift.census());
        return shift;
    }

    /** The same for a page that is open already, which recorded it when it was opened. */
    @Transactional(readOnly = true)
    public Shift now(Permit permit, UUID site) {
        permit.require(new Resource(Resource.Kind.SITE, site), SHIFT_VIEW, SHIFT_WRITE);
        var place =
                records.sites().stream()
                        .filter(one -> one.id().equals(site) && permit.actor().worksAt(site))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, place.zone());
        var groups = records.groups(site, day);
        return new Shift(
                site,
                place.name(),
                place.zone(),
                day,
                now,
                groups,
                limits.guards(site, groups),
                records.people(site, day),
                records.watched(site),
                news.out(site, day, now),
                news.makeUps(site, day, now));
    }
}
