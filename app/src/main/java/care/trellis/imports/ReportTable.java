package care.trellis.imports;

import care.trellis.imports.FileReport.Counts;

/** A report as a person reads it in a terminal. */
final class ReportTable {

    private ReportTable() {}

    static String of(Report report) {
        var text = new StringBuilder();
        for (FileReport file : report.files()) {
            text.append("%s: %s".formatted(file.name(), file.state().label()));
            if (!file.problem().isEmpty()) {
                text.append(". ").append(file.problem());
            }
            text.append('\n');
            for (Kind kind : Kind.values()) {
                var counts = file.counts().get(kind);
                if (counts != null) {
                    text.append("    ").append(line(kind, counts)).append('\n');
                }
            }
            file.left()
                    .forEach(left ->
                            text.append(
                                    "    left %d × %s: %s%n"
                                            .formatted(left.count(), left.what(), left.reason())));
            file.wrongRows()
                    .forEach(row ->
                            text.append(
                                    "    line %d, column %s: %s%n"
                                            .formatted(row.line(), row.column(), row.fix())));
        }
        text.append("Together\n");
        var totals = report.totals();
        for (Kind kind : Kind.values()) {
            text.append("    ")
                    .append(line(kind, totals.getOrDefault(kind, Counts.NONE)))
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static String line(Kind kind, Counts counts) {
        return "%-15s %5d taken %5d changed %5d unchanged %5d left"
                .formatted(
                        kind.label(),
                        counts.taken(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.left());
    }
}
