package care.trellis.engine.instruments;

import care.trellis.engine.content.Node;
import care.trellis.engine.content.Section;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks an instrument file and compiles it. */
final class InstrumentReader {

    static final List<String> KEYS =
            List.of(
                    "instrument",
                    "version",
                    "dated",
                    "title",
                    "licence",
                    "notice",
                    "text_left_out",
                    "open",
                    "recall",
                    "ages",
                    "answered_by",
                    "stem",
                    "loinc",
                    "sources",
                    "answers",
                    "items",
                    "reversed",
                    "context",
                    "blanks",
                    "skip",
                    "scores",
                    "totals",
                    "severity",
                    "severity_alerts",
                    "flags",
                    "prompts",
                    "change",
                    "cadence");

    private final Section file;
    private final Licence licence;

    private InstrumentReader(Section file) {
        this.file = file.only(KEYS);
        licence = licence();
    }

    static Instrument read(String name, Reader text) {
        return new InstrumentReader(Section.of(name, Node.read(name, text))).read();
    }

    private Instrument read() {
        var wordings = new Wordings(licence);
        var stem = wordings.read(file, "stem");
        var items = ItemReader.read(file, wordings);
        wordings.complete(file, items);
        var sources = sources();
        var reader = new RuleReader(file, items, sources.keySet());
        var rules = reader.read();
        var change = change(reader);
        reader.checkThatEverySourceIsCited();
        var about = about(wordings.languages(), stem, sources, reader.citations());
        return new Instrument(about, items, rules, change);
    }

    private Licence licence() {
        var tag = file.text("licence");
        for (var known : Licence.values()) {
            if (known.tag().equals(tag) && known != Licence.NEVER) {
                return known;
            }
        }
        throw file.refusal(
                "licence",
                tag.equals(Licence.NEVER.tag())
                        ? "what may NEVER be here has no file"
                        : "the licence is \""
                                + tag
                                + "\"; it can be SHIP, SHIP-NOTICE, PACK, LICENSED");
    }

    private About about(
            Set<String> languages,
            Map<String, String> stem,
            Map<String, About.Source> sources,
            Map<String, Citation> citations) {
        if (licence == Licence.SHIP_NOTICE && !file.has("notice")) {
            throw file.refusal("licence", "SHIP-NOTICE needs its \"notice\"");
        }
        var ages = file.has("ages") ? file.section("ages").only(List.of("from", "to")) : null;
        return new About(
                file.text("instrument"),
                file.text("version"),
                file.date("dated"),
                file.text("title"),
                licence,
                file.optionalText("notice"),
                file.optionalText("text_left_out"),
                languages,
                file.optionalText("recall"),
                ages == null ? null : ages.optionalWhole("from"),
                ages == null ? null : ages.optionalWhole("to"),
                file.choice("answered_by", About.AnsweredBy.class),
                totals(),
                stem,
                file.textsByKey("loinc"),
                sources,
                citations,
                file.has("open") ? file.texts("open") : List.of(),
                cadence());
    }

    private About.@Nullable Totals totals() {
        if (!file.has("totals")) {
            return null;
        }
        var totals = file.section("totals").only(List.of("from", "to"));
        BigDecimal from = totals.number("from");
        return new About.Totals(from, totals.number("to"));
    }

    private Map<String, About.Source> sources() {
        var sources = new LinkedHashMap<String, About.Source>();
        for (var entry : file.entriesOf("sources")) {
            var source = Section.of(file.file(), entry.getValue()).only(List.of("title", "url"));
            sources.put(
                    entry.getKey(),
                    new About.Source(source.text("title"), source.optionalText("url")));
        }
        return sources;
    }

    private ChangeRules change(RuleReader reader) {
        if (!file.has("change")) {
            return ChangeRules.of(false);
        }
        var section =
                file.section("change")
                        .only(
                                List.of(
                                        "better",
                                        "meaningful",
                                        "reliable",
                                        "caseness",
                                        "remission_below",
                                        "remission_drop",
                                        "moderate_from",
                                        "source",
                                        "confidence"));
        reader.cite("change", section);
        var drop = section.optionalNumber("remission_drop");
        return new ChangeRules(
                section.choice("better", Better.class) == Better.HIGHER,
                section.optionalNumber("meaningful"),
                section.optionalNumber("reliable"),
                section.optionalNumber("caseness"),
                section.optionalNumber("remission_below"),
                drop == null ? Double.NEGATIVE_INFINITY : drop,
                section.optionalNumber("moderate_from"));
    }

    private Map<About.ProgramKind, List<About.Moment>> cadence() {
        var cadence = new EnumMap<About.ProgramKind, List<About.Moment>>(About.ProgramKind.class);
        if (!file.has("cadence")) {
            return cadence;
        }
        var section = file.section("cadence");
        for (var entry : section.entries()) {
            int line = entry.getValue().line();
            var moments = new ArrayList<About.Moment>();
            for (var text : section.texts(entry.getKey())) {
                moments.add(section.choice(line, entry.getKey(), text, About.Moment.class));
            }
            var kind = entry.getKey().toLowerCase(Locale.ROOT);
            cadence.put(
                    section.choice(line, "cadence", kind, About.ProgramKind.class),
                    List.copyOf(moments));
        }
        return cadence;
    }
}
