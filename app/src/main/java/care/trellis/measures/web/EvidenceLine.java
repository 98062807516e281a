package care.trellis.measures.web;

import care.trellis.measures.Evidence;
import java.util.Locale;

/**
 * One figure as finished text.
 *
 * @param interval of 95 %; empty where none is given
 */
public record EvidenceLine(
        String name, String definition, String n, String value, String interval) {

    /** One that was made before. */
    public record Made(String path, String span, String made, String hash) {}

    static EvidenceLine of(Evidence.Line line) {
        var value = line.value();
        var low = line.low();
        var high = line.high();
        return new EvidenceLine(
                line.name(),
                line.definition(),
                line.hidden() || line.kind() == Evidence.Line.Kind.COUNT ? "" : "n = " + line.n(),
                value == null ? "Hidden: under 11" : text(line.kind(), value),
                low == null || high == null
                        ? ""
                        : text(line.kind(), low) + " to " + text(line.kind(), high));
    }

    private static String text(Evidence.Line.Kind kind, double value) {
        return switch (kind) {
            case COUNT -> String.format(Locale.US, "%.0f", value);
            case SHARE -> String.format(Locale.US, "%.1f %%", value * 100);
            case MEAN -> String.format(Locale.US, "%+.1f", value).replace('-', '−');
        };
    }
}
