package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.List;

/**
 * A claim that was not made.
 *
 * @param client whose days they are
 * @param missing everything that it lacks; at least one
 */
public record LeftOut(
        ClientId client,
        String name,
        LocalDate from,
        LocalDate through,
        Money total,
        List<Missing> missing) {

    public LeftOut {
        missing = List.copyOf(missing);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "LeftOut[" + client.value() + " " + missing + "]";
    }
}
