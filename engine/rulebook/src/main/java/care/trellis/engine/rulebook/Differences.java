package care.trellis.engine.rulebook;

import care.trellis.engine.content.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares two rulebooks place by place and says in words what changed. */
public final class Differences {

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /**
     * Everything that differs, in the order of the later file; empty when the two say the same. The
     * order of rules and of questions left open does not matter, that of bill and claim blocks with
     * the same conditions does.
     */
    public static List<Difference> between(Rulebook before, Rulebook after) {
        var differences = new Differences();
        differences.compare("", before.source, after.source);
        return List.copyOf(differences.found);
    }

    private void compare(String path, @Nullable Node before, @Nullable Node after) {
        if (before == null || after == null) {
            oneSided(path, before, after);
        } else if (before instanceof Node.Keys one && after instanceof Node.Keys other) {
            each(path, one.values(), other.values());
        } else if (path.indexOf('/') < 0 && named(before) && named(after)) {
            each(path, byName(before), byName(after));
        } else if (before instanceof Node.Items one
                && after instanceof Node.Items other
                && path.equals("open")) {
            questions(one, other);
        } else {
            var was = Replaced.text(before);
            var is = Replaced.text(after);
            if (!was.equals(is)) {
                add(path, was, is);
            }
        }
    }

    private void each(String path, Map<String, Node> before, Map<String, Node> after) {
        var keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        for (var key : keys) {
            compare(path.isEmpty() ? key : path + "/" + key, before.get(key), after.get(key));
        }
    }

    private void questions(Node.Items before, Node.Items after) {
        var was = before.items().stream().map(Replaced::text).toList();
        var is = after.items().stream().map(Replaced::text).toList();
        is.stream().filter(item -> !was.contains(item)).forEach(item -> add("open", null, item));
        was.stream().filter(item -> !is.contains(item)).forEach(item -> add("open", item, null));
    }

    /** A rule or block as a whole is told by what it says. */
    private void oneSided(String path, @Nullable Node before, @Nullable Node after) {
        var node = before == null ? after : before;
        if (node instanceof Node.Keys keys && keys.values().get("says") instanceof Node says) {
            var text = Replaced.text(says);
            add(path, before == null ? null : text, after == null ? null : text);
        } else if (node != null && path.indexOf('/') < 0 && named(node)) {
            var none = Map.<String, Node>of();
            each(
                    path,
                    before == null ? none : byName(before),
                    after == null ? none : byName(after));
        } else {
            add(
                    path,
                    before == null ? null : Replaced.text(before),
                    after == null ? null : Replaced.text(after));
        }
    }

    private void add(String path, @Nullable String before, @Nullable String after) {
        found.add(new Difference(path, before, after));
    }

    /** Whether it is a list of rules or blocks. */
    private static boolean named(Node node) {
        return node instanceof Node.Items items
                && !items.items().isEmpty()
                && items.items().stream().allMatch(Node.Keys.class::isInstance);
    }

    /** Rules by their id, blocks by their conditions, so that moving one is no change. */
    private static Map<String, Node> byName(Node list) {
        var named = new LinkedHashMap<String, Node>();
        for (var item : ((Node.Items) list).items()) {
            var name = name((Node.Keys) item);
            int again = 2;
            var free = name;
            while (named.containsKey(free)) {
                free = name + " #" + again++;
            }
            named.put(free, item);
        }
        return named;
    }

    private static String name(Node.Keys item) {
        var id = item.values().get("id");
        if (id != null) {
            return Replaced.text(id);
        }
        var parts = new ArrayList<String>();
        for (var key : List.of("from", "to", "when", "unless", "check")) {
            var node = item.values().get(key);
            if (node != null) {
                parts.add(key + " " + Replaced.text(node));
            }
        }
        return parts.isEmpty() ? "always" : String.join(" ", parts);
    }
}
