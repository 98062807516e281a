package care.trellis.engine.x12.remittances;

import care.trellis.engine.x12.Problem;
import java.util.List;

/**
 * What a file held, and what was wrong with it.
 *
 * @param remittances one for each 835 transaction; other transactions are passed over
 * @param problems in the order found; with an error among them the file was not read whole
 */
public record RemittanceFile(List<Remittance> remittances, List<Problem> problems) {

    /** Keeps its own copies of the lists. */
    public RemittanceFile {
        remittances = List.copyOf(remittances);
        problems = List.copyOf(problems);
    }

    /**
     * Whether any problem is an error.
     *
     * @return true when the file must not be posted unseen
     */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
