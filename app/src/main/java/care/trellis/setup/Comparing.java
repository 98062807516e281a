package care.trellis.setup;

import care.trellis.engine.rulebook.Rulebooks;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file beside what is there, entry by entry; and what in it names nothing that is known. */
final class Comparing {

    private static final Rulebooks LIBRARY = Rulebooks.library();

    private final List<Comparison.Difference> differences = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int same;

    private Comparing() {}

    static Comparison of(SettingsText.Read read, Present.Now now) {
        var comparing = new Comparing();
        comparing.refusals.addAll(read.refusals());
        comparing.names(read.file(), now);
        var here = entries(now.file());
        var there = entries(read.file());
        there.forEach((label, entry) -> comparing.beside(entry, here.get(label)));
        here.keySet().stream()
                .filter(label -> !there.containsKey(label))
                .forEach(label ->
                        comparing.differences.add(
                                new Comparison.Difference(
                                        Comparison.Kind.ONLY_HERE, label, List.of())));
        return new Comparison(comparing.differences, comparing.same, comparing.refusals);
    }

    private void names(SettingsFile file, Present.Now now) {
        var seen = new HashSet<String>();
        for (var entry : all(file)) {
            require(seen.add(entry.label()), entry, "stands in the file twice: " + entry.label());
        }
        var sites = new HashSet<>(now.sites().keySet());
        file.sites().forEach(site -> sites.add(site.name()));
        var rooms = new HashSet<>(now.rooms().keySet());
        file.sites().stream()
                .flatMap(site -> site.rooms().stream())
                .forEach(room -> rooms.add(Present.key(room.site(), room.name())));
        var programs = new HashSet<>(now.programs().keySet());
        file.programs().forEach(one -> programs.add(Present.key(one.site(), one.name())));
        for (var site : file.sites()) {
            require(
                    ZoneId.getAvailableZoneIds().contains(site.timeZone()),
                    site,
                    "\"%s\" is no time zone; write such as America/New_York"
                            .formatted(site.timeZone()));
        }
        for (var one : file.programs()) {
            require(sites.contains(one.site()), one, noSite(one.site()));
            require(
                    one.licenceRules() == null || LIBRARY.ids().contains(one.licenceRules()),
                    one,
                    "no licence rules \"%s\"; the library has %s"
                            .formatted(one.licenceRules(), String.join(", ", LIBRARY.ids())));
        }
        for (var track : file.tracks()) {
            require(sites.contains(track.site()), track, noSite(track.site()));
            require(
                    programs.contains(Present.key(track.site(), track.program())),
                    track,
                    "no program \"%s\" at %s: add it to the file or under Programs"
                            .formatted(track.program(), track.site()));
            for (var block : track.blocks()) {
                people(block, now.staff().keySet());
                require(
                        block.room() == null
                                || rooms.contains(Present.key(block.site(), block.room())),
                        block,
                        "no room \"%s\" at %s: add it to the file or under Sites"
                                .formatted(block.room(), block.site()));
            }
        }
    }

    private void people(SettingsFile.Block block, Set<String> staff) {
        for (var name : new String[] {block.lead(), block.with()}) {
            require(
                    name == null || staff.contains(name),
                    block,
                    "nobody here is called \"%s\": add them under Staff first".formatted(name));
        }
    }

    private static String noSite(String name) {
        return "no site \"%s\": add it to the file or under Sites".formatted(name);
    }

    private void require(boolean holds, SettingsFile.Entry entry, String fix) {
        if (!holds) {
            refusals.add(new Refusal(entry.line(), fix));
        }
    }

    private void beside(SettingsFile.Entry entry, SettingsFile.@Nullable Entry here) {
        if (here == null) {
            differences.add(
                    new Comparison.Difference(Comparison.Kind.ADDED, entry.label(), List.of()));
            return;
        }
        var details = new ArrayList<String>();
        var before = parts(here);
        parts(entry)
                .forEach((name, value) -> {
                    if (!Objects.equals(before.get(name), value)) {
                        details.add(
                                "%s: %s here, %s in the file"
                                        .formatted(name, before.get(name), value));
                    }
                });
        if (details.isEmpty()) {
            same++;
        } else {
            differences.add(
                    new Comparison.Difference(Comparison.Kind.CHANGED, entry.label(), details));
        }
    }

    private static Map<String, String> parts(SettingsFile.Entry entry) {
        var parts = new LinkedHashMap<String, String>();
        switch (entry) {
            case SettingsFile.Site one -> parts.put("time zone", one.timeZone());
            case SettingsFile.Room one -> parts.put("seats", "" + one.seats());
            case SettingsFile.Program one -> {
                parts.put("level", one.level().name());
                parts.put("setting", one.setting());
                parts.put("kind", one.kind());
                parts.put("42 CFR Part 2", one.part2() ? "yes" : "no");
                parts.put("licence rules", Objects.requireNonNullElse(one.licenceRules(), "none"));
                parts.put("days a week", "" + one.daysPerWeek());
                parts.put("hours a day", one.hoursPerDay().stripTrailingZeros().toPlainString());
            }
            case SettingsFile.Track one -> parts.put("program", one.program());
            case SettingsFile.Block one -> {
                parts.put("kind", one.kind().label());
                parts.put("repeats", one.rule().sentence());
                parts.put("minutes", "" + one.minutes());
                parts.put("meets", one.meets().label());
                parts.put("room", Objects.requireNonNullElse(one.room(), "none"));
                parts.put("lead", one.lead());
                parts.put("with", Objects.requireNonNullElse(one.with(), "nobody"));
                parts.put("until", one.until() == null ? "no end" : one.until().toString());
            }
        }
        return parts;
    }

    private static Map<String, SettingsFile.Entry> entries(SettingsFile file) {
        var entries = new LinkedHashMap<String, SettingsFile.Entry>();
        all(file).forEach(entry -> entries.put(entry.label(), entry));
        return entries;
    }

    private static List<SettingsFile.Entry> all(SettingsFile file) {
        var all = new ArrayList<SettingsFile.Entry>();
        for (var site : file.sites()) {
            all.add(site);
            all.addAll(site.rooms());
        }
        all.addAll(file.programs());
        for (var track : file.tracks()) {
            all.add(track);
            all.addAll(track.blocks());
        }
        return all;
    }
}
