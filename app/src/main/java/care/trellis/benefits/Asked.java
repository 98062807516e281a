package care.trellis.benefits;

import care.trellis.clients.ClientId;
import java.util.List;

/**
 * How asking payers ended.
 *
 * @param sent questions that went out
 * @param left those that did not, each with why and the fix
 */
public record Asked(int sent, List<NotAsked> left) {

    /** Keeps its own copy of the list. */
    public Asked {
        left = List.copyOf(left);
    }

    /**
     * A question that did not go out.
     *
     * @param why what is missing and where it is mended, as a sentence
     */
    public record NotAsked(ClientId client, String name, String why) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "NotAsked[" + client.value() + "]";
        }
    }
}
