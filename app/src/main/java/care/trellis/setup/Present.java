package care.trellis.setup;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.organizations.Programs;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.Sites;
import care.trellis.organizations.Staff;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.Block;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Track;
import care.trellis.sessions.Tracks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an organization offers now, in the words of a file, and the ids behind the names. */
@Component
class Present {

    private final Permits permits;
    private final Sites sites;
    private final Programs programs;
    private final Staff staff;
    private final Tracks tracks;

    Present(Permits permits, Sites sites, Programs programs, Staff staff, Tracks tracks) {
        this.permits = permits;
        this.sites = sites;
        this.programs = programs;
        this.staff = staff;
        this.tracks = tracks;
    }

    /**
     * What is there.
     *
     * @param staff ids by first and last name, of those who have not left
     * @param rooms ids by site and name
     * @param blocks ids by track, title and time
     */
    record Now(
            SettingsFile file,
            Map<String, UUID> sites,
            Map<String, UUID> rooms,
            Map<String, UUID> programs,
            Map<String, UUID> tracks,
            Map<String, UUID> blocks,
            Map<String, StaffId> staff) {}

    Now read(Permit setup) {
        var view = permits.of(setup, Action.ORGANIZATION_VIEW);
        var people = new HashMap<String, StaffId>();
        var names = new HashMap<StaffId, String>();
        staff.all(view)
                .forEach(one -> {
                    names.put(one.id(), one.name());
                    if (one.details().leftOn() == null) {
                        people.put(one.name(), one.id());
                    }
                });
        var siteIds = new HashMap<String, UUID>();
        var siteNames = new HashMap<UUID, String>();
        var roomIds = new HashMap<String, UUID>();
        var roomNames = new HashMap<RoomId, String>();
        var rooms = sites.rooms(view);
        var siteEntries =
                sites.all(view).stream()
                        .filter(site -> !site.retired())
                        .map(site -> {
                            var name = site.details().name();
                            siteIds.put(name, site.id().value());
                            siteNames.put(site.id().value(), name);
                            return new SettingsFile.Site(
                                    0,
                                    name,
                                    site.details().timeZone(),
                                    rooms.stream()
                                            .filter(room ->
                                                    room.site().equals(site.id())
                                                            && !room.retired())
                                            .map(room -> {
                                                roomIds.put(
                                                        key(name, room.name()), room.id().value());
                                                roomNames.put(room.id(), room.name());
                                                return new SettingsFile.Room(
                                                        0, name, room.name(), room.capacity());
                                            })
                                            .toList());
                        })
                        .toList();
        var programIds = new HashMap<String, UUID>();
        var programEntries =
                programs.all(view).stream()
                        .filter(one ->
                                !one.retired()
                                        && siteNames.containsKey(one.details().site().value()))
                        .map(one -> {
                            var details = one.details();
                            var site = siteNames.getOrDefault(details.site().value(), "");
                            programIds.put(key(site, details.name()), one.id().value());
                            return new SettingsFile.Program(
                                    0,
                                    details.name(),
                                    site,
                                    details.levelOfCare(),
                                    details.setting(),
                                    details.programType(),
                                    details.part2(),
                                    details.licenseRuleSet(),
                                    details.offeredDays(),
                                    details.hoursPerDay());
                        })
                        .toList();
        var trackIds = new HashMap<String, UUID>();
        var blockIds = new HashMap<String, UUID>();
        var trackEntries =
                tracks.all(permits.of(setup, Action.SESSION_VIEW)).stream()
                        .map(track -> {
                            trackIds.put(key(track.siteName(), track.name()), track.id().value());
                            return entry(track, blockIds, names, roomNames);
                        })
                        .toList();
        return new Now(
                new SettingsFile(siteEntries, programEntries, trackEntries),
                siteIds,
                roomIds,
                programIds,
                trackIds,
                blockIds,
                people);
    }

    private static SettingsFile.Track entry(
            Track track,
            Map<String, UUID> blockIds,
            Map<StaffId, String> names,
            Map<RoomId, String> rooms) {
        var seen = new HashSet<UUID>();
        List<SettingsFile.Block> blocks =
                track.blocks().stream()
                        .filter(block -> seen.add(block.id()))
                        .map(block -> {
                            var entry = entry(track, block, names, rooms);
                            blockIds.put(entry.label(), block.id());
                            return entry;
                        })
                        .toList();
        return new SettingsFile.Track(
                0, track.name(), track.programName(), track.siteName(), blocks);
    }

    private static SettingsFile.Block entry(
            Track track, Block block, Map<StaffId, String> names, Map<RoomId, String> rooms) {
        BlockPlan plan = block.plan();
        return new SettingsFile.Block(
                0,
                track.name(),
                track.siteName(),
                plan.title(),
                plan.serviceType(),
                plan.recurrence(),
                plan.starts(),
                plan.minutes(),
                plan.modality(),
                plan.room() == null ? null : rooms.get(plan.room()),
                names.getOrDefault(plan.lead(), ""),
                name(plan.coLead(), names),
                plan.from(),
                plan.to());
    }

    private static @Nullable String name(@Nullable StaffId id, Map<StaffId, String> names) {
        return id == null ? null : names.get(id);
    }

    static String key(String site, String name) {
        return site + "\n" + name;
    }
}
