package care.trellis.chart;

import care.trellis.web.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Lists to choose from. */
final class Choices {

    private Choices() {}

    static <E extends Enum<E>> List<Choice> of(
            Class<E> type, Function<E, String> label, String chosen) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> new Choice(one.name(), label.apply(one), one.name().equals(chosen)))
                .toList();
    }

    /** With a first line for none; empty text leaves that line out. */
    static List<Choice> of(Map<UUID, String> names, String none, String chosen) {
        var choices = new ArrayList<Choice>();
        if (!none.isEmpty()) {
            choices.add(new Choice("", none, chosen.isEmpty()));
        }
        names.forEach((id, name) ->
                choices.add(new Choice(id.toString(), name, id.toString().equals(chosen))));
        return choices;
    }
}
