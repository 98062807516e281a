package care.trellis.setup;

import care.trellis.base.Permit;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Takes a file, or makes a program, in one transaction: where anything is refused in the middle,
 * that transaction is given up and the reason comes back as an answer.
 */
@Service
public class Taking {

    private final SettingsFiles files;
    private final Making making;

    Taking(SettingsFiles files, Making making) {
        this.files = files;
        this.making = making;
    }

    /** Takes a file as a whole; what is refused is returned, and nothing was changed then. */
    public List<Refusal> take(Permit permit, UUID key, String text) {
        try {
            return files.take(permit, key, text);
        } catch (Stopped refused) {
            return refused.refusals();
        } catch (DataIntegrityViolationException takenMeanwhile) {
            return List.of(
                    new Refusal(0, "A room or somebody was booked meanwhile: try once more."));
        }
    }

    /** Makes the program of a draft; what is refused is returned, and nothing was made then. */
    public List<Refusal> make(Permit permit, UUID draft) {
        try {
            making.make(permit, draft);
            return List.of();
        } catch (Stopped refused) {
            return refused.refusals();
        } catch (DataIntegrityViolationException takenMeanwhile) {
            return List.of(
                    new Refusal(0, "A room or somebody was booked meanwhile: try once more."));
        }
    }
}
