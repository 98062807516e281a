package care.trellis.engine.instruments;

import care.trellis.engine.content.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each item stands; reads the lists of items that rules name. */
final class ItemIndex {

    private final Map<String, Integer> places = new HashMap<>();

    ItemIndex(List<Item> items) {
        for (var item : items) {
            places.put(item.number(), places.size());
        }
    }

    /** One item. */
    int one(Section section, String key) {
        return place(section, section.node(key).line(), section.text(key));
    }

    /** A list of items, such as {@code 1-9}, {@code [3, 5, 10-12]} or {@code [days.1, days.2]}. */
    List<Integer> many(Section section, String key) {
        var places = new ArrayList<Integer>();
        for (var number : numbers(section, key)) {
            places.add(place(section, section.node(key).line(), number));
        }
        return List.copyOf(places);
    }

    /** The same as they are written, with ranges spelled out. */
    static List<String> numbers(Section section, String key) {
        var numbers = new ArrayList<String>();
        for (var text : section.texts(key)) {
            var range = text.split("-", 2);
            if (range.length == 2 && isWhole(range[0]) && isWhole(range[1])) {
                int last = Integer.parseInt(range[1]);
                for (int number = Integer.parseInt(range[0]); number <= last; number++) {
                    numbers.add(Integer.toString(number));
                }
            } else {
                numbers.add(text);
            }
        }
        if (numbers.isEmpty()) {
            throw section.refusal(key, "\"" + key + "\" names no item");
        }
        return numbers;
    }

    private static boolean isWhole(String text) {
        return !text.isEmpty() && text.length() < 5 && text.chars().allMatch(Character::isDigit);
    }

    private int place(Section section, int line, String number) {
        var place = places.get(number);
        if (place == null) {
            throw section.refusal(line, "there is no item \"" + number + "\"");
        }
        return place;
    }
}
