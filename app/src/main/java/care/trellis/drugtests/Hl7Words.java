package care.trellis.drugtests;

import static care.trellis.drugtests.Hl7Syntax.at;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What laboratories write for found and not found, and what is no substance at all. */
final class Hl7Words {

    private static final Map<String, Result.Outcome> OUTCOMES =
            Map.ofEntries(
                    Map.entry("NEGATIVE", Result.Outcome.NEGATIVE),
                    Map.entry("NEG", Result.Outcome.NEGATIVE),
                    Map.entry("NOT DETECTED", Result.Outcome.NEGATIVE),
                    Map.entry("NONE DETECTED", Result.Outcome.NEGATIVE),
                    Map.entry("260385009", Result.Outcome.NEGATIVE),
                    Map.entry("260415000", Result.Outcome.NEGATIVE),
                    Map.entry("POSITIVE", Result.Outcome.POSITIVE),
                    Map.entry("POS", Result.Outcome.POSITIVE),
                    Map.entry("PRESUMPTIVE POSITIVE", Result.Outcome.POSITIVE),
                    Map.entry("DETECTED", Result.Outcome.POSITIVE),
                    Map.entry("10828004", Result.Outcome.POSITIVE),
                    Map.entry("260373001", Result.Outcome.POSITIVE),
                    Map.entry("NOT TESTED", Result.Outcome.NOT_TESTED),
                    Map.entry("TEST NOT PERFORMED", Result.Outcome.NOT_TESTED));

    /** OBX-8: table 0078. */
    private static final Map<String, Result.Outcome> FLAGS =
            Map.of(
                    "N", Result.Outcome.NEGATIVE,
                    "NEG", Result.Outcome.NEGATIVE,
                    "A", Result.Outcome.POSITIVE,
                    "AA", Result.Outcome.POSITIVE,
                    "H", Result.Outcome.POSITIVE,
                    "HH", Result.Outcome.POSITIVE,
                    "POS", Result.Outcome.POSITIVE);

    /** Creatinine, pH and specific gravity of urine: they are about the specimen. */
    static final Set<String> MEASURES = Set.of("2161-8", "2756-5", "2965-2", "5811-5");

    private Hl7Words() {}

    /** What an OBX found, by its status, words or flag; null where it says neither. */
    static Result.@Nullable Outcome outcome(Hl7Syntax syntax, List<String> fields) {
        if (at(fields, 11).equalsIgnoreCase("X")) {
            return Result.Outcome.NOT_TESTED;
        }
        var value = at(fields, 5);
        for (var words : List.of(syntax.part(value, 1), syntax.part(value, 2))) {
            var said = OUTCOMES.get(words.toUpperCase(Locale.ROOT));
            if (said != null) {
                return said;
            }
        }
        return FLAGS.get(syntax.first(at(fields, 8)).toUpperCase(Locale.ROOT));
    }

    /** The figure of an OBX with its unit; nothing where the value is a word. */
    static String value(Hl7Syntax syntax, List<String> fields) {
        var type = at(fields, 2);
        if (!type.equals("NM") && !type.equals("SN")) {
            return "";
        }
        var figure = at(fields, 5).replace(String.valueOf(syntax.component()), "");
        return (figure + " " + syntax.part(at(fields, 6), 1)).strip();
    }
}
