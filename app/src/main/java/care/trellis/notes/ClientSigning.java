package care.trellis.notes;

import care.trellis.base.Problem;
import java.util.List;

/** How signing a note of one client ended. */
public sealed interface ClientSigning {

    /** It is signed. */
    record Signed(NoteId note) implements ClientSigning {}

    /** Something is missing or cannot be; each problem names its field. */
    record NotReady(List<Problem> problems) implements ClientSigning {

        public NotReady {
            problems = List.copyOf(problems);
        }
    }
}
