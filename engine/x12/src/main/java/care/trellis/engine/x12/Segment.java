package care.trellis.engine.x12;

import java.util.List;

/**
 * One segment as read. Elements and components are counted from 1, as the guides do; what is not
 * there is empty, never null.
 *
 * @param tag such as {@code CLP}
 * @param elements the elements; inside one, components stand apart by {@code \u001F} and repeats by
 *     {@code \u001E}
 * @param position place in the file, the first segment being 1
 * @param line line of the file in which it begins
 */
public record Segment(String tag, List<String> elements, int position, int line) {

    static final char COMPONENT = '\u001F';
    static final char REPEAT = '\u001E';

    /**
     * A whole element, spaces around it taken off.
     *
     * @param element from 1
     * @return its text; components are joined with a colon
     */
    public String text(int element) {
        return raw(element).replace(COMPONENT, ':').strip();
    }

    /**
     * One component of an element.
     *
     * @param element from 1
     * @param component from 1
     * @return its text
     */
    public String component(int element, int component) {
        var parts = raw(element).split(String.valueOf(COMPONENT), -1);
        return component <= parts.length ? parts[component - 1].strip() : "";
    }

    /**
     * All values of an element, whether the sender told them apart as components or as repeats.
     *
     * @param element from 1
     * @return empty when the element is
     */
    public List<String> values(int element) {
        var raw = raw(element);
        return raw.isEmpty()
                ? List.of()
                : List.of(raw.split("[" + COMPONENT + REPEAT + "]")).stream()
                        .map(String::strip)
                        .toList();
    }

    /**
     * How many elements were sent.
     *
     * @return 0 for a bare tag
     */
    public int size() {
        return elements.size();
    }

    private String raw(int element) {
        return element <= elements.size() ? elements.get(element - 1) : "";
    }
}
