package care.trellis.measures;

import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a measure needs to know of who answers.
 *
 * @param name given name and the family name's initial, as shared screens show it
 * @param admittedOn the first day of the stay; null before one
 */
record Subject(
        ClientId client,
        String name,
        String sex,
        LocalDate born,
        ZoneId zone,
        @Nullable LocalDate admittedOn) {

    /** What the engine may ask for beside the answers. */
    Map<String, String> words() {
        return sex.equals("U") ? Map.of() : Map.of("sex", sex);
    }

    @Override
    public String toString() {
        return "Subject[" + client.value() + "]";
    }
}
