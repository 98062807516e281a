package care.trellis.engine.rulebook;

import care.trellis.engine.content.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads and replaces places in the tree of a file. */
final class Replaced {

    private Replaced() {}

    /**
     * The tree with another value at one place; the tree given is not changed.
     *
     * @throws UnknownPath when nothing stands there
     */
    static Node in(Node tree, List<String> steps, String value) {
        return switch (tree) {
            case Node.Keys keys -> inKeys(keys, steps, value);
            case Node.Items items -> inItems(items, steps, value);
            case Node.Scalar scalar -> throw new UnknownPath();
        };
    }

    /**
     * The same for a place of a bill or claim block, where a key that the rules leave open is laid
     * down; whether it may stand there is asked when the tree is compiled.
     */
    static Node inBlock(Node tree, List<String> steps, String value) {
        try {
            return in(tree, steps, value);
        } catch (UnknownPath open) {
            return laidDown(tree, steps, value);
        }
    }

    private static Node laidDown(Node tree, List<String> steps, String value) {
        if (steps.size() != 3
                || !(tree instanceof Node.Keys top)
                || !(top.values().get(steps.getFirst()) instanceof Node.Items blocks)) {
            throw new UnknownPath();
        }
        var items = new ArrayList<>(blocks.items());
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Node.Keys block && is(block, i, steps.get(1))) {
                var values = new LinkedHashMap<>(block.values());
                values.put(steps.getLast(), said(block.line(), value));
                items.set(i, new Node.Keys(block.line(), values));
                var all = new LinkedHashMap<>(top.values());
                all.put(steps.getFirst(), new Node.Items(blocks.line(), List.copyOf(items)));
                return new Node.Keys(top.line(), all);
            }
        }
        throw new UnknownPath();
    }

    private static Node said(int line, String value) {
        return value.contains(",")
                ? new Node.Items(line, list(line, value))
                : new Node.Scalar(line, value);
    }

    private static Node inKeys(Node.Keys keys, List<String> steps, String value) {
        var step = steps.getFirst();
        var old = keys.values().get(step);
        if (old == null) {
            throw new UnknownPath();
        }
        var values = new LinkedHashMap<>(keys.values());
        values.put(step, next(old, steps, value));
        return new Node.Keys(keys.line(), values);
    }

    private static Node inItems(Node.Items list, List<String> steps, String value) {
        var items = new ArrayList<>(list.items());
        for (int i = 0; i < items.size(); i++) {
            if (is(items.get(i), i, steps.getFirst())) {
                if (steps.size() == 1 && value.equals(LocalOverride.OFF)) {
                    items.remove(i);
                } else {
                    items.set(i, next(items.get(i), steps, value));
                }
                return new Node.Items(list.line(), List.copyOf(items));
            }
        }
        throw new UnknownPath();
    }

    private static boolean is(Node item, int index, String step) {
        return item instanceof Node.Keys keys
                && (keys.values().get("id") instanceof Node.Scalar(int line, var id)
                        ? step.equals(id)
                        : step.equals(Integer.toString(index)));
    }

    private static Node next(Node old, List<String> steps, String value) {
        if (steps.size() > 1) {
            return in(old, steps.subList(1, steps.size()), value);
        }
        return switch (old) {
            case Node.Scalar scalar -> new Node.Scalar(scalar.line(), value);
            case Node.Items items
                    when items.items().stream().allMatch(Node.Scalar.class::isInstance) ->
                    new Node.Items(items.line(), list(items.line(), value));
            case Node.Items items -> throw new UnknownPath();
            case Node.Keys keys -> throw new UnknownPath();
        };
    }

    private static List<Node> list(int line, String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .<Node>map(item -> new Node.Scalar(line, item))
                .toList();
    }

    /** A piece of the tree on one line. */
    static String text(Node node) {
        return switch (node) {
            case Node.Scalar(int line, var text) -> text == null ? "nothing" : text;
            case Node.Items items ->
                    String.join(", ", items.items().stream().map(Replaced::text).toList());
            case Node.Keys keys -> {
                var parts = new ArrayList<String>();
                keys.values().forEach((key, value) -> parts.add(part(key, text(value))));
                yield String.join(" ", parts);
            }
        };
    }

    private static String part(String key, String text) {
        return key.equals("check") ? text : key.replace('_', ' ') + " " + text;
    }
}
