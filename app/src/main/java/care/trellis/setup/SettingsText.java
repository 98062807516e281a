package care.trellis.setup;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.RefusedFile;
import care.trellis.engine.content.Section;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramWords;
import care.trellis.sessions.Modality;
import care.trellis.sessions.Recurrence;
import care.trellis.sessions.ServiceType;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Settings as YAML: written in one way, and read with every refusal by its line. */
final class SettingsText {

    private static final String FILE = "settings";

    private final List<Refusal> refusals = new ArrayList<>();

    private SettingsText() {}

    /** What was read; where something is refused, nothing of it may be used. */
    record Read(SettingsFile file, List<Refusal> refusals) {}

    static Read read(String text) {
        var reader = new SettingsText();
        try {
            return new Read(
                    reader.file(Section.of(FILE, Node.read(FILE, new StringReader(text)))),
                    reader.refusals);
        } catch (RefusedFile whole) {
            reader.refuse(whole);
            return new Read(new SettingsFile(List.of(), List.of(), List.of()), reader.refusals);
        }
    }

    private SettingsFile file(Section all) {
        all.only(List.of("format", "sites", "programs", "tracks"));
        if (!all.text("format").equals(SettingsFile.FORMAT)) {
            throw all.refusal("format", "write \"format: " + SettingsFile.FORMAT + "\"");
        }
        return new SettingsFile(
                each(all, "sites", this::site),
                each(all, "programs", SettingsText::program),
                each(all, "tracks", this::track));
    }

    private SettingsFile.Site site(Section one) {
        one.only(List.of("name", "time-zone", "rooms"));
        var name = one.text("name");
        return new SettingsFile.Site(
                one.line(),
                name,
                one.text("time-zone"),
                each(
                        one,
                        "rooms",
                        room -> {
                            room.only(List.of("name", "seats"));
                            return new SettingsFile.Room(
                                    room.line(), name, room.text("name"), room.whole("seats"));
                        }));
    }

    private static SettingsFile.Program program(Section one) {
        one.only(
                List.of(
                        "name",
                        "site",
                        "level",
                        "setting",
                        "kind",
                        "part-2",
                        "licence-rules",
                        "days-a-week",
                        "hours-a-day"));
        return new SettingsFile.Program(
                one.line(),
                one.text("name"),
                one.text("site"),
                one.choice("level", LevelOfCare.class),
                known(one, "setting", ProgramWords.SETTINGS.keySet()),
                known(one, "kind", ProgramWords.TYPES.keySet()),
                one.flag("part-2", false),
                one.optionalText("licence-rules"),
                one.whole("days-a-week"),
                one.number("hours-a-day"));
    }

    private static String known(Section one, String key, Set<String> words) {
        if (!words.contains(one.text(key))) {
            throw one.refusal(key, "\"%s\" is one of %s".formatted(key, String.join(", ", words)));
        }
        return one.text(key);
    }

    private SettingsFile.Track track(Section one) {
        one.only(List.of("name", "program", "site", "blocks"));
        var name = one.text("name");
        var site = one.text("site");
        return new SettingsFile.Track(
                one.line(),
                name,
                one.text("program"),
                site,
                each(one, "blocks", block -> block(block, name, site)));
    }

    private static SettingsFile.Block block(Section one, String track, String site) {
        one.only(
                List.of(
                        "title", "kind", "repeats", "starts", "minutes", "meets", "room", "lead",
                        "with", "from", "until"));
        int minutes = one.whole("minutes");
        if (minutes < 5 || minutes > 1440) {
            throw one.refusal("minutes", "a block lasts 5 to 1440 minutes");
        }
        return new SettingsFile.Block(
                one.line(),
                track,
                site,
                one.text("title"),
                one.choice("kind", ServiceType.class),
                parsed(one, "repeats", Recurrence::new),
                parsed(one, "starts", LocalTime::parse),
                minutes,
                one.choice("meets", Modality.class),
                one.optionalText("room"),
                one.text("lead"),
                one.optionalText("with"),
                one.date("from"),
                one.optionalDate("until"));
    }

    private static <T> T parsed(Section one, String key, Function<String, T> parse) {
        try {
            return parse.apply(one.text(key));
        } catch (DateTimeException noTime) {
            throw one.refusal(key, "\"" + key + "\" takes a time such as \"09:00\"");
        } catch (IllegalArgumentException wrong) {
            throw one.refusal(key, "\"" + key + "\": " + wrong.getMessage());
        }
    }

    private <T> List<T> each(Section in, String key, Function<Section, T> read) {
        var found = new ArrayList<T>();
        for (var node : kept(() -> in.items(key), List.<Node>of())) {
            try {
                found.add(read.apply(Section.of(FILE, node)));
            } catch (RefusedFile wrong) {
                refuse(wrong);
            }
        }
        return found;
    }

    private <T> T kept(Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (RefusedFile wrong) {
            refuse(wrong);
            return otherwise;
        }
    }

    private void refuse(RefusedFile wrong) {
        refusals.add(new Refusal(wrong.line(), wrong.reason()));
    }

    static String write(SettingsFile file) {
        var text = new StringBuilder("format: " + SettingsFile.FORMAT + "\n");
        text.append("sites:\n");
        for (var site : file.sites()) {
            text.append("  - name: ").append(quoted(site.name())).append('\n');
            text.append("    time-zone: ").append(site.timeZone()).append('\n');
            if (!site.rooms().isEmpty()) {
                text.append("    rooms:\n");
                site.rooms()
                        .forEach(room ->
                                text.append("      - {name: ")
                                        .append(quoted(room.name()))
                                        .append(", seats: ")
                                        .append(room.seats())
                                        .append("}\n"));
            }
        }
        text.append("programs:\n");
        for (var one : file.programs()) {
            text.append("  - name: ").append(quoted(one.name())).append('\n');
            line(text, "site", quoted(one.site()));
            line(text, "level", word(one.level()));
            line(text, "setting", one.setting());
            line(text, "kind", quoted(one.kind()));
            line(text, "part-2", Boolean.toString(one.part2()));
            if (one.licenceRules() != null) {
                line(text, "licence-rules", one.licenceRules());
            }
            line(text, "days-a-week", Integer.toString(one.daysPerWeek()));
            line(text, "hours-a-day", one.hoursPerDay().stripTrailingZeros().toPlainString());
        }
        text.append("tracks:\n");
        for (var track : file.tracks()) {
            text.append("  - name: ").append(quoted(track.name())).append('\n');
            line(text, "program", quoted(track.program()));
            line(text, "site", quoted(track.site()));
            if (!track.blocks().isEmpty()) {
                text.append("    blocks:\n");
                track.blocks().forEach(block -> write(text, block));
            }
        }
        return text.toString();
    }

    private static void write(StringBuilder text, SettingsFile.Block block) {
        text.append("      - title: ").append(quoted(block.title())).append('\n');
        deep(text, "kind", word(block.kind()));
        deep(text, "repeats", block.rule().rule());
        deep(text, "starts", quoted(block.starts().toString()));
        deep(text, "minutes", Integer.toString(block.minutes()));
        deep(text, "meets", word(block.meets()));
        if (block.room() != null) {
            deep(text, "room", quoted(block.room()));
        }
        deep(text, "lead", quoted(block.lead()));
        if (block.with() != null) {
            deep(text, "with", quoted(block.with()));
        }
        deep(text, "from", block.from().toString());
        if (block.until() != null) {
            deep(text, "until", block.until().toString());
        }
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append("    ").append(key).append(": ").append(value).append('\n');
    }

    private static void deep(StringBuilder text, String key, String value) {
        text.append("    ");
        line(text, key, value);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
