package care.trellis.imports;

import java.util.List;
import java.util.Map;

/** What became of all files of one import, in the order they were read. */
public record Report(List<FileReport> files) {

    /** Copies the list. */
    public Report {
        files = List.copyOf(files);
    }

    /** Over all files. */
    public Map<Kind, FileReport.Counts> totals() {
        return FileReport.sum(files.stream().map(FileReport::counts).toList());
    }

    /** Whether somebody has to look at a file. */
    public boolean hasFailures() {
        return files.stream().anyMatch(file -> file.state().isFailure());
    }
}
