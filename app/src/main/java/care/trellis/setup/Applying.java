package care.trellis.setup;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.organizations.ProgramDetails;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.Programs;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.SiteDetails;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.Sites;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.BlockAddition;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Scope;
import care.trellis.sessions.Series;
import care.trellis.sessions.SeriesChange;
import care.trellis.sessions.SessionDates;
import care.trellis.sessions.TrackCreation;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes what a file says, through the doors of the rooms: adds and changes, and never takes away.
 * The first refusal stops all of it.
 */
@Component
class Applying {

    private final Permits permits;
    private final Present present;
    private final Sites sites;
    private final Programs programs;
    private final Tracks tracks;
    private final Series series;
    private final SessionDates dates;
    private final Clock clock;

    Applying(
            Permits permits,
            Present present,
            Sites sites,
            Programs programs,
            Tracks tracks,
            Series series,
            SessionDates dates,
            Clock clock) {
        this.permits = permits;
        this.present = present;
        this.sites = sites;
        this.programs = programs;
        this.tracks = tracks;
        this.series = series;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * Makes it, within the caller's transaction.
     *
     * @throws Stopped with the reason where anything is refused
     */
    Present.Now apply(Permit setup, SettingsFile file, Comparison beside) {
        var changed =
                beside.differences().stream()
                        .filter(one -> one.kind() != Comparison.Kind.ONLY_HERE)
                        .map(Comparison.Difference::label)
                        .toList();
        var edit = permits.of(setup, Action.ORGANIZATION_EDIT);
        places(edit, setup, file, changed);
        offers(edit, setup, file, changed);
        weeks(permits.of(setup, Action.SESSION_EDIT), setup, file, changed);
        return present.read(setup);
    }

    private void places(Permit edit, Permit setup, SettingsFile file, List<String> changed) {
        var before = present.read(setup);
        for (var site : file.sites()) {
            if (changed.contains(site.label())) {
                var known = before.sites().get(site.name());
                done(
                        site,
                        known == null
                                ? sites.add(
                                        edit,
                                        Ids.next(),
                                        SiteDetails.of(site.name(), site.timeZone()))
                                : moved(edit, new SiteId(known), site));
            }
        }
        var now = present.read(setup);
        for (var site : file.sites()) {
            for (var room : site.rooms()) {
                if (!changed.contains(room.label())) {
                    continue;
                }
                var known = now.rooms().get(Present.key(room.site(), room.name()));
                done(
                        room,
                        known == null
                                ? sites.addRoom(
                                        edit,
                                        Ids.next(),
                                        new SiteId(known(now.sites().get(site.name()))),
                                        room.name(),
                                        room.seats())
                                : sites.changeRoom(
                                        edit, new RoomId(known), room.name(), room.seats(), false));
            }
        }
    }

    private Change<SiteId> moved(Permit edit, SiteId id, SettingsFile.Site site) {
        var old = sites.one(edit, id).details();
        return sites.change(
                edit,
                id,
                new SiteDetails(
                        site.name(),
                        site.timeZone(),
                        old.npi(),
                        old.addressLine(),
                        old.city(),
                        old.state(),
                        old.postalCode()),
                false);
    }

    private void offers(Permit edit, Permit setup, SettingsFile file, List<String> changed) {
        var now = present.read(setup);
        for (var one : file.programs()) {
            if (!changed.contains(one.label())) {
                continue;
            }
            var site = new SiteId(known(now.sites().get(one.site())));
            var known = now.programs().get(Present.key(one.site(), one.name()));
            done(
                    one,
                    known == null
                            ? programs.add(edit, Ids.next(), details(one, site, null))
                            : programs.change(
                                    edit,
                                    new ProgramId(known),
                                    details(
                                            one,
                                            site,
                                            programs.one(edit, new ProgramId(known)).details()),
                                    false));
        }
    }

    private static ProgramDetails details(
            SettingsFile.Program one, SiteId site, @Nullable ProgramDetails old) {
        return new ProgramDetails(
                site,
                one.name(),
                one.level(),
                one.setting(),
                one.kind(),
                one.part2(),
                one.licenceRules(),
                one.daysPerWeek(),
                one.hoursPerDay(),
                old == null ? null : old.nationallyAccredited(),
                old == null ? null : old.bhpCaseload(),
                old == null ? null : old.bhmpOnSiteShare(),
                old == null ? null : old.startedOn());
    }

    private void weeks(Permit edit, Permit setup, SettingsFile file, List<String> changed) {
        var now = present.read(setup);
        for (var track : file.tracks()) {
            var known = now.tracks().get(Present.key(track.site(), track.name()));
            var id = known == null ? found(edit, now, track) : new TrackId(known);
            for (var block : track.blocks()) {
                if (changed.contains(block.label())) {
                    block(edit, now, id, block);
                }
            }
        }
    }

    private TrackId found(Permit edit, Present.Now now, SettingsFile.Track track) {
        var program =
                new ProgramId(
                        known(now.programs().get(Present.key(track.site(), track.program()))));
        return switch (tracks.create(edit, Ids.next(), program, track.name())) {
            case TrackCreation.Created(var id) -> id;
            case TrackCreation.NameTaken _ ->
                    throw stopped(track, "there is a track of this name at " + track.site());
        };
    }

    private void block(Permit edit, Present.Now now, TrackId track, SettingsFile.Block block) {
        var room =
                block.room() == null
                        ? null
                        : new RoomId(
                                known(now.rooms().get(Present.key(block.site(), block.room()))));
        var lead = person(now, block.lead());
        var with = block.with() == null ? null : person(now, block.with());
        var there = now.blocks().get(block.label());
        if (there != null) {
            changed(edit, track, there, block, room, lead, with);
            return;
        }
        var plan =
                new BlockPlan(
                        block.rule(),
                        block.starts(),
                        block.minutes(),
                        block.title(),
                        block.kind(),
                        block.meets(),
                        room,
                        lead,
                        with,
                        block.from(),
                        block.until());
        switch (tracks.addBlock(edit, Ids.next(), track, plan)) {
            case BlockAddition.Added _ -> {}
            case BlockAddition.RoomElsewhere _ ->
                    throw stopped(block, "the room is at another site");
            case BlockAddition.Taken(var obstacles) -> throw stopped(block, Taken.words(obstacles));
        }
    }

    private void changed(
            Permit edit,
            TrackId track,
            UUID there,
            SettingsFile.Block block,
            @Nullable RoomId room,
            StaffId lead,
            @Nullable StaffId with) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var ahead =
                dates.dates(edit, track, there, today).stream()
                        .flatMap(found -> found.sessions().stream())
                        .filter(one ->
                                one.cancelReason().isEmpty()
                                        && one.startsAt().isAfter(clock.instant()))
                        .findFirst()
                        .orElseThrow(() -> stopped(block, "it has no date ahead to change"));
        var plan =
                new BlockPlan(
                        block.rule(),
                        block.starts(),
                        block.minutes(),
                        block.title(),
                        block.kind(),
                        block.meets(),
                        room,
                        lead,
                        with,
                        ahead.slot(),
                        null);
        switch (series.change(edit, Ids.next(), ahead.id(), Scope.ALL, plan)) {
            case SeriesChange.Changed _ -> {}
            case SeriesChange.Taken(var obstacles) -> throw stopped(block, Taken.words(obstacles));
            case SeriesChange.Begun _, SeriesChange.CalledOff _, SeriesChange.OnRecord _ ->
                    throw stopped(block, "it has no date ahead to change");
            case SeriesChange.RoomElsewhere _ ->
                    throw stopped(block, "the room is at another site");
            case SeriesChange.NoDates _ -> throw stopped(block, "its rule has no date ahead");
        }
    }

    private static StaffId person(Present.Now now, String name) {
        return Objects.requireNonNull(now.staff().get(name), "Names were checked before");
    }

    private static UUID known(@Nullable UUID id) {
        return Objects.requireNonNull(id, "Names were checked before");
    }

    private static <T> void done(SettingsFile.Entry entry, Change<T> change) {
        if (change instanceof Change.Refused<T>(var problems)) {
            throw new Stopped(
                    problems.stream()
                            .map(one -> new Refusal(entry.line(), one.message()))
                            .toList());
        }
    }

    private static Stopped stopped(SettingsFile.Entry entry, String fix) {
        return new Stopped(List.of(new Refusal(entry.line(), entry.label() + ": " + fix)));
    }
}
