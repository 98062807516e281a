package care.trellis.sessions;

import care.trellis.clients.ClientId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How moving several clients at once ended. */
public sealed interface Moving {

    /**
     * Done. Who had left that roster before is not counted; who was expected in the other session
     * already is.
     *
     * @param stayed who was there by then, and stays on that roster
     */
    record Moved(int clients, int stayed) implements Moving {}

    /** The session that they were to go to was called off, or is over: nobody moved. */
    record NotTakingPlace() implements Moving {}

    /**
     * Something speaks against it, and nobody moved; whoever moves them may go on with a reason.
     *
     * @param concerns each as a sentence, by the client whom it is about, in the order asked
     */
    record AsksWhy(Map<ClientId, List<String>> concerns) implements Moving {

        /** Copies the map and keeps its order. */
        public AsksWhy {
            concerns = new LinkedHashMap<>(concerns);
        }
    }
}
