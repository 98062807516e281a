package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Typed reading of one block of keys; every refusal names the file and the line. */
record Section(String file, Node.Keys keys) {

    static Section of(String file, Node node) {
        if (node instanceof Node.Keys keys) {
            return new Section(file, keys);
        }
        throw new RefusedRulebook(file, node.line(), "keys with values are expected here");
    }

    /** Refuses every key that is not listed. */
    Section only(Collection<String> known) {
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

    boolean has(String key) {
        return keys.values().containsKey(key);
    }

    int line() {
        return keys.line();
    }

    RefusedRulebook refusal(int line, String reason) {
        return new RefusedRulebook(file, line, reason);
    }

    RefusedRulebook refusal(String key, String reason) {
        return refusal(node(key).line(), reason);
    }

    Node node(String key) {
        var node = keys.values().get(key);
        if (node == null) {
            throw refusal(line(), "\"" + key + "\" is missing");
        }
        return node;
    }

    String text(String key) {
        var text = optionalText(key);
        if (text == null || text.isBlank()) {
            throw refusal(has(key) ? node(key).line() : line(), "\"" + key + "\" is missing");
        }
        return text;
    }

    @Nullable String optionalText(String key) {
        var node = keys.values().get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Scalar(int line, var text)) {
            return text;
        }
        throw refusal(node.line(), "\"" + key + "\" takes a single value");
    }

    BigDecimal number(String key) {
        try {
            return new BigDecimal(text(key));
        } catch (NumberFormatException wrong) {
            throw refusal(key, "\"" + key + "\" takes a number, not \"" + text(key) + "\"");
        }
    }

    /** An amount of money, in dollars and whole cents. */
    BigDecimal amount(String key) {
        var amount = number(key);
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
            throw refusal(
                    key, "\"" + key + "\" takes dollars and cents, not \"" + text(key) + "\"");
        }
        return amount.setScale(2);
    }

    int whole(String key) {
        try {
            return number(key).intValueExact();
        } catch (ArithmeticException notWhole) {
            throw refusal(key, "\"" + key + "\" takes a whole number, not \"" + text(key) + "\"");
        }
    }

    /** The keys {@code from} and {@code to}. */
    Period period() {
        var period = new Period(optionalDate("from"), optionalDate("to"));
        if (period.from() != null && period.to() != null && period.to().isBefore(period.from())) {
            throw refusal("to", "ends before it begins");
        }
        return period;
    }

    boolean flag(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw refusal(
                            key, "\"" + key + "\" takes true or false, not \"" + text(key) + "\"");
        };
    }

    @Nullable LocalDate optionalDate(String key) {
        var text = optionalText(key);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw refusal(
                    key, "\"" + key + "\" takes a date such as 2024-01-31, not \"" + text + "\"");
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        var text = text(key);
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
                key, "\"" + key + "\" is \"" + text + "\"; it can be " + String.join(", ", known));
    }

    /** A list of texts; a single text is a list of one. */
    List<String> texts(String key) {
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

    List<Node> items(String key) {
        var node = keys.values().get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Node.Items(int line, var items)) {
            return items;
        }
        throw refusal(node.line(), "\"" + key + "\" is a list: its items start with a dash");
    }

    List<Section> sections(String key) {
        return items(key).stream().map(item -> of(file, item)).toList();
    }

    Section section(String key) {
        return of(file, node(key));
    }

    Set<Map.Entry<String, Node>> entries() {
        return keys.values().entrySet();
    }
}
