package care.trellis.imports.web;

import care.trellis.imports.FileReport;
import care.trellis.imports.Report;
import care.trellis.imports.Run;
import care.trellis.web.Tone;
import java.util.Arrays;
import java.util.List;

/**
 * A run as finished text.
 *
 * @param progressPath asked again and again while it works; empty when it is over
 * @param columns headings of the kinds that were found
 */
public record RunView(
        String progressPath,
        String words,
        int files,
        int filesDone,
        boolean interrupted,
        List<String> columns,
        List<FileLine> lines,
        List<LeftLine> left,
        List<WrongLine> wrong) {

    /** One file. */
    public record FileLine(
            String name, String state, Tone tone, String problem, List<String> cells) {}

    /** What was left, and why. */
    public record LeftLine(String file, String what, String reason, int count) {}

    /** A wrong row of a spreadsheet. */
    public record WrongLine(String file, long line, String column, String fix) {}

    static RunView of(Run run) {
        var report = run.report().orElseGet(() -> new Report(List.of()));
        var kinds =
                Arrays.stream(care.trellis.imports.Kind.values())
                        .filter(kind -> report.totals().containsKey(kind))
                        .toList();
        return new RunView(
                run.isWorking() ? "/import/" + run.id() + "/progress" : "",
                run.isWorking()
                        ? "%d of %d files done".formatted(run.filesDone(), run.files())
                        : run.interrupted()
                                ? "The program was stopped. Who was taken is whole; import the same files again."
                                : run.files() == 1 ? "1 file" : run.files() + " files",
                run.files(),
                run.filesDone(),
                run.interrupted(),
                kinds.stream().map(care.trellis.imports.Kind::label).toList(),
                report.files().stream()
                        .map(file ->
                                new FileLine(
                                        file.name(),
                                        file.state().label(),
                                        tone(file.state()),
                                        file.problem(),
                                        kinds.stream()
                                                .map(kind -> words(file.counts().get(kind)))
                                                .toList()))
                        .toList(),
                report.files().stream()
                        .flatMap(file ->
                                file.left().stream()
                                        .map(one ->
                                                new LeftLine(
                                                        file.name(),
                                                        one.what(),
                                                        one.reason(),
                                                        one.count())))
                        .toList(),
                report.files().stream()
                        .flatMap(file ->
                                file.wrongRows().stream()
                                        .map(row ->
                                                new WrongLine(
                                                        file.name(),
                                                        row.line(),
                                                        row.column(),
                                                        row.fix())))
                        .toList());
    }

    private static Tone tone(FileReport.State state) {
        return switch (state) {
            case TAKEN -> Tone.GOOD;
            case UNCHANGED, NOTHING_TO_TAKE, PASSED_OVER -> Tone.NEUTRAL;
            case PARTLY -> Tone.WATCH;
            case REFUSED -> Tone.BAD;
        };
    }

    private static String words(FileReport.@org.jspecify.annotations.Nullable Counts counts) {
        if (counts == null) {
            return "";
        }
        var parts = new java.util.ArrayList<String>();
        add(parts, counts.taken(), "taken");
        add(parts, counts.changed(), "changed");
        add(parts, counts.unchanged(), "unchanged");
        add(parts, counts.left(), "left");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
