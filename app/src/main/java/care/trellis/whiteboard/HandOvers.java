package care.trellis.whiteboard;

import static care.trellis.base.Action.SHIFT_VIEW;
import static care.trellis.base.Action.SHIFT_WRITE;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.base.news.News;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to hand-overs: five boxes, signed by who goes and by who comes, and kept. */
@Service
public class HandOvers {

    /** The longest box, in characters. */
    public static final int LONGEST = 2000;

    private static final int SHOWN = 10;

    private final HandOverRecords records;
    private final ShiftRecords shifts;
    private final Audit audit;
    private final Once once;
    private final News news;
    private final Clock clock;

    HandOvers(
            HandOverRecords records,
            ShiftRecords shifts,
            Audit audit,
            Once once,
            News news,
            Clock clock) {
        this.records = records;
        this.shifts = shifts;
        this.audit = audit;
        this.once = once;
        this.news = news;
        this.clock = clock;
    }

    /** The last hand-overs of a site, the newest first. The reading is recorded as one row. */
    @Transactional
    public List<HandOver> of(Permit permit, UUID site) {
        permit.require(resource(site), SHIFT_VIEW, SHIFT_WRITE);
        var found = records.of(site, SHOWN);
        audit.recordMany(permit, "whiteboard.hand_over", site, found.size());
        return found;
    }

    /** What the actor has written and not signed yet; empty boxes are left out. */
    @Transactional(readOnly = true)
    public Map<Box, String> draft(Permit permit, UUID site) {
        permit.require(SHIFT_WRITE, resource(site));
        return records.draft(site, permit.actor());
    }

    /** Keeps what the actor has written so far. */
    @Transactional
    public void keep(Permit permit, UUID site, Map<Box, String> words) {
        permit.require(SHIFT_WRITE, resource(site));
        shifts.require(site);
        records.keep(site, permit.actor(), words, clock.instant());
    }

    /**
     * Signs a hand-over. Every box says something: where nothing happened, that.
     *
     * @param key of the form; becomes the hand-over's id
     * @param day the site's
     */
    @Transactional
    public Change<UUID> sign(
            Permit permit, UUID key, UUID site, LocalDate day, Map<Box, String> words) {
        permit.require(SHIFT_WRITE, resource(site));
        shifts.require(site);
        var problems = new Problems();
        for (var box : Box.values()) {
            problems.text(words.get(box), LONGEST, box.name(), "a word on it, “nothing” will do");
        }
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "hand over " + site + day)) {
            records.insert(key, site, day, words, permit.actor(), clock.instant());
            records.forget(site, permit.actor());
            audit.record(permit, "whiteboard.hand_over", key, null, "SIGNED");
            news.tell(permit.organization(), Shifts.TOPIC, List.of(site));
        }
        return new Change.Done<>(key);
    }

    /** The one who comes has read a box. Who wrote it cannot. */
    @Transactional
    public void read(Permit permit, UUID site, UUID handOver, Box box) {
        permit.require(SHIFT_WRITE, resource(site));
        var found = foreign(permit, site, handOver);
        if (found.read().contains(box) || found.isTaken()) {
            return;
        }
        records.receive(handOver, box.name(), permit.actor(), clock.instant());
        audit.record(permit, "whiteboard.receipt", handOver, null, box.name());
        news.tell(permit.organization(), Shifts.TOPIC, List.of(site));
    }

    /** The one who comes signs for it, once every box was tapped. */
    @Transactional
    public Change<UUID> take(Permit permit, UUID site, UUID handOver) {
        permit.require(SHIFT_WRITE, resource(site));
        var found = foreign(permit, site, handOver);
        if (found.read().size() < Box.values().length) {
            return Change.refused("", "UNREAD", "Tap each box first: it says that you read it.");
        }
        if (!found.isTaken()) {
            records.receive(handOver, HandOverRecords.ALL, permit.actor(), clock.instant());
            audit.record(permit, "whiteboard.receipt", handOver, null, "TAKEN");
            news.tell(permit.organization(), Shifts.TOPIC, List.of(site));
        }
        return new Change.Done<>(handOver);
    }

    private HandOver foreign(Permit permit, UUID site, UUID handOver) {
        return records.of(site, SHOWN).stream()
                .filter(one ->
                        one.id().equals(handOver)
                                && !one.signedBy().equals(permit.actor().account()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Resource resource(UUID site) {
        return new Resource(Resource.Kind.SITE, site);
    }
}
