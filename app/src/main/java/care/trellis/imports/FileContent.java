package care.trellis.imports;

import care.trellis.imports.FileReport.Left;
import care.trellis.imports.FileReport.WrongRow;
import java.util.List;

/** What one readable file holds, and what of it we do not keep. */
record FileContent(List<Candidate> people, List<Left> left, List<WrongRow> wrongRows) {

    /** Copies the lists. */
    FileContent {
        people = List.copyOf(people);
        left = List.copyOf(left);
        wrongRows = List.copyOf(wrongRows);
    }
}
