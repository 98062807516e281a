package care.trellis.organizations;

import static care.trellis.base.Action.ORGANIZATION_EDIT;
import static care.trellis.base.Action.ORGANIZATION_VIEW;
import static care.trellis.base.Action.STAFF_EDIT;
import static care.trellis.base.Action.STAFF_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to sites and their rooms. */
@Service
public class Sites {

    private final SiteRecords records;
    private final Audit audit;
    private final Once once;

    Sites(SiteRecords records, Audit audit, Once once) {
        this.records = records;
        this.audit = audit;
        this.once = once;
    }

    /** Every site, those in use first. */
    @Transactional(readOnly = true)
    public List<Site> all(Permit permit) {
        permit.require(ORGANIZATION_VIEW, ORGANIZATION_EDIT, STAFF_VIEW, STAFF_EDIT);
        return records.sites();
    }

    /**
     * One site.
     *
     * @throws NotFound where this organization has no such site
     */
    @Transactional(readOnly = true)
    public Site one(Permit permit, SiteId id) {
        return all(permit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Opens a site. Refused: an unknown time zone, a name that is taken, a wrong NPI.
     *
     * @param key made with the form, so that a second press adds nothing; becomes the new id
     */
    @Transactional
    public Change<SiteId> add(Permit permit, UUID key, SiteDetails details) {
        permit.require(ORGANIZATION_EDIT);
        var id = new SiteId(key);
        var problems = problems(id, details);
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "site " + details)) {
            records.add(id, details);
            audit.record(permit, "organizations.site", key, null, "ADDED");
        }
        return new Change.Done<>(id);
    }

    /**
     * Writes a site anew.
     *
     * @param retired nothing new is planned there
     */
    @Transactional
    public Change<SiteId> change(Permit permit, SiteId id, SiteDetails details, boolean retired) {
        permit.require(ORGANIZATION_EDIT);
        one(permit, id);
        var problems = problems(id, details);
        if (!problems.none()) {
            return problems.refused();
        }
        records.change(id, details, retired);
        audit.record(permit, "organizations.site", id.value(), null, "CHANGED");
        return new Change.Done<>(id);
    }

    /** The rooms of every site, those in use first. */
    @Transactional(readOnly = true)
    public List<Room> rooms(Permit permit) {
        permit.require(ORGANIZATION_VIEW, ORGANIZATION_EDIT);
        return records.rooms();
    }

    /**
     * One room.
     *
     * @throws NotFound where this organization has no such room
     */
    @Transactional(readOnly = true)
    public Room room(Permit permit, RoomId id) {
        return rooms(permit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Adds a room to a site.
     *
     * @param key made with the form, so that a second press adds nothing; becomes the room's id
     * @param capacity people, 1 to 500
     */
    @Transactional
    public Change<RoomId> addRoom(Permit permit, UUID key, SiteId site, String name, int capacity) {
        permit.require(ORGANIZATION_EDIT);
        one(permit, site);
        var id = new RoomId(key);
        var problems = problems(id, site, name, capacity);
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "room " + site + name.strip() + capacity)) {
            records.addRoom(id, site, name.strip(), capacity);
            audit.record(permit, "organizations.room", key, null, "ADDED");
        }
        return new Change.Done<>(id);
    }

    /** Writes a room anew. */
    @Transactional
    public Change<RoomId> changeRoom(
            Permit permit, RoomId id, String name, int capacity, boolean retired) {
        permit.require(ORGANIZATION_EDIT);
        var room = room(permit, id);
        var problems = problems(id, room.site(), name, capacity);
        if (!problems.none()) {
            return problems.refused();
        }
        records.changeRoom(id, name.strip(), capacity, retired);
        audit.record(permit, "organizations.room", id.value(), null, "CHANGED");
        return new Change.Done<>(id);
    }

    private Problems problems(SiteId id, SiteDetails details) {
        return details.problems()
                .require(
                        records.sites().stream()
                                .noneMatch(it ->
                                        it.details().name().equals(details.name())
                                                && !it.id().equals(id)),
                        "name",
                        "NAME_TAKEN",
                        "There is a site of this name; choose another.");
    }

    private Problems problems(RoomId id, SiteId site, String name, int capacity) {
        boolean taken =
                records.rooms().stream()
                        .anyMatch(it ->
                                it.site().equals(site)
                                        && it.name().equals(name.strip())
                                        && !it.id().equals(id));
        return new Problems()
                .require(
                        !taken,
                        "name",
                        "NAME_TAKEN",
                        "This site has a room of this name; choose another.")
                .text(name, 40, "name", "the room's name")
                .require(
                        capacity >= 1 && capacity <= 500,
                        "capacity",
                        "CAPACITY_RANGE",
                        "A room seats 1 to 500 people.");
    }
}
