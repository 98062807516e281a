package care.trellis.rules;

import care.trellis.engine.rulebook.Rulebook;
import care.trellis.engine.rulebook.Rulebooks;
import care.trellis.engine.rulebook.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The file of a rule set as it ships, with its line numbers, for who wants to see the very words.
 *
 * @param path of the rule set in words
 */
public record RuleFileView(
        String title, String version, String file, String path, List<Line> lines) {

    private static final Pattern KEY = Pattern.compile("^(\\s*(?:- )?(?:\\{ )?)([\\w.-]+:)(.*)$");
    private static final Pattern CITED = Pattern.compile("^\\s*(?:- )?source: (.+)$");

    /**
     * One line.
     *
     * @param before what stands before the key, spaces included
     * @param key with its colon; empty on lines without one
     * @param comment whether the line is a remark
     * @param cited the sources that the line names
     */
    public record Line(
            int number,
            String before,
            String key,
            String rest,
            boolean comment,
            List<RuleSetView.Source> cited) {}

    static RuleFileView of(Rulebook rulebook) {
        var lines = new ArrayList<Line>();
        var sources = Wording.of(rulebook).sources();
        for (var text : Rulebooks.lines(rulebook)) {
            lines.add(line(lines.size() + 1, text, sources));
        }
        return new RuleFileView(
                rulebook.title(),
                rulebook.version(),
                rulebook.file(),
                "/rules/sets/" + rulebook.id() + "?version=" + rulebook.version(),
                List.copyOf(lines));
    }

    private static Line line(int number, String text, List<Wording.Source> sources) {
        if (text.stripLeading().startsWith("#")) {
            return new Line(number, "", "", text, true, List.of());
        }
        var found = KEY.matcher(text);
        var cited = cited(text, sources);
        return found.matches()
                ? new Line(number, found.group(1), found.group(2), found.group(3), false, cited)
                : new Line(number, "", "", text, false, cited);
    }

    private static List<RuleSetView.Source> cited(String text, List<Wording.Source> sources) {
        var found = CITED.matcher(text);
        if (!found.matches()) {
            return List.of();
        }
        var cited = new ArrayList<RuleSetView.Source>();
        for (var key : found.group(1).replaceAll("[\\[\\]]", "").split(",")) {
            sources.stream()
                    .filter(source -> source.key().equals(key.strip()))
                    .forEach(source ->
                            cited.add(new RuleSetView.Source(source.title(), source.url())));
        }
        return List.copyOf(cited);
    }
}
