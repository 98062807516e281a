package care.trellis.board;

import care.trellis.web.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What narrows the board. Nothing in it names a person: search text goes in a header of the
 * request, not in its address.
 *
 * @param path the board's own address
 * @param date the day or the Monday shown, as {@code 2026-11-21}
 * @param leads members of staff who lead a group of the span
 * @param counselors members of staff who answer for a client of the span
 * @param moneyAtRisk whether only clients with dollars at risk are shown
 * @param safety whether only clients for whom a risk flag stands are shown
 */
public record BoardFilters(
        String path,
        String date,
        List<Choice> tracks,
        List<Choice> payers,
        List<Choice> levels,
        List<Choice> leads,
        List<Choice> counselors,
        boolean moneyAtRisk,
        boolean safety) {

    /** The same for every board of these facts. */
    static BoardFilters of(BoardDay day, String path, List<Choice> tracks, Filter filter) {
        return new BoardFilters(
                path,
                day.date().toString(),
                tracks,
                choices("All payers", filter.payer(), names(day, RowRecords.Person::payer)),
                choices("All levels", filter.level(), names(day, RowRecords.Person::level)),
                choices("All leads", filter.lead(), leads(day)),
                choices("All counselors", filter.counselor(), counselors(day)),
                filter.risk(),
                filter.safety());
    }

    /** Whether there are two to choose between, or one is chosen that must stay in sight. */
    public static boolean worthAsking(List<Choice> choices) {
        return choices.size() > 2 || choices.stream().skip(1).anyMatch(Choice::selected);
    }

    private static Map<String, String> names(
            BoardDay day, Function<RowRecords.Person, String> name) {
        var names = new TreeMap<String, String>();
        day.people().stream()
                .map(name)
                .filter(one -> !one.isEmpty())
                .forEach(one -> names.put(one, one));
        return names;
    }

    private static Map<String, String> leads(BoardDay day) {
        var names = new HashMap<String, String>();
        day.groups().stream()
                .filter(group -> group.lead() != null)
                .forEach(group ->
                        names.put(String.valueOf(group.lead()), group.staff().split(" · ")[0]));
        return sorted(names);
    }

    private static Map<String, String> counselors(BoardDay day) {
        var names = new HashMap<String, String>();
        day.people().stream()
                .map(RowRecords.Person::counselor)
                .filter(Objects::nonNull)
                .forEach(one -> names.put(one.staff().toString(), one.name()));
        return sorted(names);
    }

    /** By name; two of one name stay two. */
    private static Map<String, String> sorted(Map<String, String> names) {
        var sorted = new LinkedHashMap<String, String>();
        names.entrySet().stream()
                .sorted(
                        Map.Entry.<String, String>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    private static List<Choice> choices(String all, String chosen, Map<String, String> labels) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", all, chosen.isEmpty()));
        labels.forEach(
                (value, label) -> choices.add(new Choice(value, label, value.equals(chosen))));
        if (!chosen.isEmpty() && !labels.containsKey(chosen)) {
            choices.add(new Choice(chosen, "As chosen, nobody here", true));
        }
        return choices;
    }

    public BoardFilters {
        tracks = List.copyOf(tracks);
        payers = List.copyOf(payers);
        levels = List.copyOf(levels);
        leads = List.copyOf(leads);
        counselors = List.copyOf(counselors);
    }
}
