package care.trellis.engine.content;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Typed reading of one block of keys; every refusal names the file and the line. */
public record Section(String file, Node.Keys keys) {

    /** The block that a node is; anything but keys with values is refused. */
    public static Section of(String file, Node node) {
        if (node instanceof Node.Keys keys) {
            return new Section(file, keys);
        }
        throw new RefusedFile(file, node.line(), "keys with values are expected here");
    }

    /** Refuses every key that is not listed. */
    public Section only(Collection<String> known) {
        for (var key : keys.values().entrySet()) {
            if (!known.contains(key.getKey())) {
                throw refusal(
                        key.getValue().line(),
                        "unknown key \""
                                + key.getKey()
                                + "\"; known here: "
                                + String.join(", ", known));
            }
        }
        return this;
    }

    /** Whether the key stands here. */
    public boolean has(String key) {
        return keys.values().containsKey(key);
    }

    /** The line where the block begins, counted from 1. */
    public int line() {
        return keys.line();
    }

    /** Refuses the file at a line, for a reason; the caller throws it. */
    public RefusedFile refusal(int line, String reason) {
        return new RefusedFile(file, line, reason);
    }

    /** Refuses the file at the line of a key that stands here; the caller throws it. */
    public RefusedFile refusal(String key, String reason) {
        return refusal(node(key).line(), reason);
    }

    /** What stands under a key; its absence is refused. */
    public Node node(String key) {
        var node = keys.values().get(key);
        if (node == null) {
            throw refusal(line(), "\"" + key + "\" is missing");
        }
        return node;
    }

    /** A single value; its absence and a blank are refused. */
    public String text(String key) {
        var text = optionalText(key);
        if (text == null || text.isBlank()) {
            throw refusal(has(key) ? node(key).line() : line(), "\"" + key + "\" is missing");
        }
        return text;
    }

    /** A single value, or null where the key is absent. */
    public @Nullable String optionalText(String key) {
        var node = keys.values().get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Scalar(int line, var text)) {
            return text;
        }
        throw refusal(node.line(), "\"" + key + "\" takes a single value");
    }

    /** A number. */
    public BigDecimal number(String key) {
        try {
            return new BigDecimal(text(key));
        } catch (NumberFormatException wrong) {
            throw refusal(key, "\"" + key + "\" takes a number, not \"" + text(key) + "\"");
        }
    }

    /** A number, or null where the key is absent. */
    public @Nullable Double optionalNumber(String key) {
        return has(key) ? (Double) number(key).doubleValue() : null;
    }

    /** An amount of money, in dollars and whole cents. */
    public BigDecimal amount(String key) {
        var amount = number(key);
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
            throw refusal(
                    key, "\"" + key + "\" takes dollars and cents, not \"" + text(key) + "\"");
        }
        return amount.setScale(2);
    }

    /** A whole number, or null where the key is absent. */
    public @Nullable Integer optionalWhole(String key) {
        return has(key) ? (Integer) whole(key) : null;
    }

    /** A whole number. */
    public int whole(String key) {
        try {
            return number(key).intValueExact();
        } catch (ArithmeticException notWhole) {
            throw refusal(key, "\"" + key + "\" takes a whole number, not \"" + text(key) + "\"");
        }
    }

    /** True or false. */
    public boolean flag(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw refusal(
                            key, "\"" + key + "\" takes true or false, not \"" + text(key) + "\"");
        };
    }

    /** True or false; the given value where the key is absent. */
    public boolean flag(String key, boolean otherwise) {
        return has(key) ? flag(key) : otherwise;
    }

    /** A date, or null where the key is absent. */
    public @Nullable LocalDate optionalDate(String key) {
        return optionalText(key) == null ? null : date(key);
    }

    /** A date, spelled 2024-01-31. */
    public LocalDate date(String key) {
        var text = text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw refusal(
                    key, "\"" + key + "\" takes a date such as 2024-01-31, not \"" + text + "\"");
        }
    }

    /**
     * A value of an enum, spelled as its name in lower case; the given one where the key is absent.
     */
    public <E extends Enum<E>> E choice(String key, E otherwise) {
        return has(key) ? choice(key, otherwise.getDeclaringClass()) : otherwise;
    }

    /** A value of an enum, spelled as its name in lower case. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return choice(node(key).line(), key, text(key), type);
    }

    /** The value of an enum that a text of this file spells. */
    public <E extends Enum<E>> E choice(int line, String key, String text, Class<E> type) {
        var values = type.getEnumConstants();
        for (var value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        var known = new ArrayList<String>();
        for (var value : values) {
            known.add(value.name().toLowerCase(Locale.ROOT));
        }
        throw refusal(
                line, "\"" + key + "\" is \"" + text + "\"; it can be " + String.join(", ", known));
    }

    /** A list of texts; a single text is a list of one. */
    public List<String> texts(String key) {
        var node = node(key);
        if (node instanceof Node.Scalar) {
            return List.of(text(key));
        }
        var texts = new ArrayList<String>();
        for (var item : items(key)) {
            if (!(item instanceof Node.Scalar(int line, var text)) || text == null) {
                throw refusal(item.line(), "\"" + key + "\" is a list of single values");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** A list; empty where the key is absent. */
    public List<Node> items(String key) {
        var node = keys.values().get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Node.Items(int line, var items)) {
            return items;
        }
        throw refusal(node.line(), "\"" + key + "\" is a list: its items start with a dash");
    }

    /** A list of blocks; empty where the key is absent. */
    public List<Section> sections(String key) {
        return items(key).stream().map(item -> of(file, item)).toList();
    }

    /** The block under a key; its absence is refused. */
    public Section section(String key) {
        return of(file, node(key));
    }

    /** The keys under a key; none where it is absent. */
    public Set<Map.Entry<String, Node>> entriesOf(String key) {
        return has(key) ? section(key).entries() : Set.of();
    }

    /** A map of texts; empty where the key is absent. */
    public Map<String, String> textsByKey(String key) {
        var texts = new LinkedHashMap<String, String>();
        for (var entry : entriesOf(key)) {
            texts.put(entry.getKey(), section(key).text(entry.getKey()));
        }
        return texts;
    }

    /** The keys of this block with their values, in the order of the file. */
    public Set<Map.Entry<String, Node>> entries() {
        return keys.values().entrySet();
    }
}
