package care.trellis.drugtests.web;

import care.trellis.drugtests.Draw;
import care.trellis.drugtests.Lot;
import care.trellis.web.Fact;
import care.trellis.web.When;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A draw with everybody who could have been drawn, and the same drawn again.
 *
 * @param alike whether drawing again comes to the same
 */
public record DrawView(String day, boolean alike, List<Fact> facts, List<Row> rows, String recipe) {

    /** Copies the lists. */
    public DrawView {
        facts = List.copyOf(facts);
        rows = List.copyOf(rows);
    }

    /**
     * One client.
     *
     * @param chance such as {@code 67 %}
     * @param lot where the number lies, of a hundred
     * @param again whether drawing again comes to the same
     */
    public record Row(
            String client, String path, String chance, String lot, boolean drawn, boolean again) {}

    static DrawView of(Draw draw, ZoneId zone) {
        var again = draw.replayed();
        return new DrawView(
                When.day(draw.day()),
                draw.replaysAlike(),
                List.of(
                        new Fact("Hash published", When.full(draw.committedAt(), zone)),
                        new Fact("Hash", draw.commitment()),
                        new Fact("Drawn", When.full(draw.drawnAt(), zone)),
                        new Fact("Seed", draw.seed()),
                        new Fact("Site in the number", draw.site().value().toString())),
                IntStream.range(0, draw.eligible().size())
                        .mapToObj(at ->
                                row(
                                        draw.eligible().get(at),
                                        draw.eligible().get(at).equals(again.get(at))))
                        .toList(),
                "printf '%%s' \"%s %s %s CLIENT\" | sha256sum"
                        .formatted(draw.seed(), draw.site().value(), draw.day()));
    }

    private static Row row(Draw.Entry entry, boolean again) {
        return new Row(
                entry.name(),
                "/clients/" + entry.client() + "/drug-tests",
                percent(entry.chance() / (double) Lot.CERTAIN),
                percent(entry.number() / (double) (1L << 48)),
                entry.drawn(),
                again);
    }

    private static String percent(double share) {
        return String.format(Locale.US, "%.1f %%", share * 100);
    }
}
