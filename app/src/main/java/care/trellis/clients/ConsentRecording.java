package care.trellis.clients;

import java.util.List;

/** How recording a consent ended. */
public sealed interface ConsentRecording {

    /** It is on record and in force as it says. */
    record Recorded(ConsentId consent) implements ConsentRecording {}

    /** It is no consent: these elements are missing, and nothing was written. */
    record Incomplete(List<ConsentElement> missing) implements ConsentRecording {

        /** Copies the list. */
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }
}
