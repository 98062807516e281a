package care.trellis.engine.rulebook;

import care.trellis.engine.content.CaseError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Typed reading of one JSON object of a payer case. An absent or null field is unknown; a wrong one
 * is named with its path.
 */
record Fields(String path, @Nullable JsonNode node) {

    Fields(String path, @Nullable JsonNode node, Set<String> known) {
        this(path, node);
        if (node == null) {
            return;
        }
        if (!node.isObject()) {
            throw new CaseError((path.isEmpty() ? "a case" : path) + " must be an object");
        }
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new CaseError("unknown field " + at(name));
            }
        }
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    @Nullable JsonNode get(String name) {
        var value = node == null ? null : node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    Fields object(String name, Set<String> known) {
        return new Fields(at(name), get(name), known);
    }

    List<Fields> objects(String name, Set<String> known) {
        var objects = new ArrayList<Fields>();
        for (var item : items(name)) {
            objects.add(new Fields(at(name) + "[" + objects.size() + "]", item, known));
        }
        return objects;
    }

    private List<JsonNode> items(String name) {
        var array = get(name);
        if (array == null) {
            return List.of();
        }
        if (!array.isArray()) {
            throw wrong(name, "a list");
        }
        var items = new ArrayList<JsonNode>();
        array.forEach(items::add);
        return items;
    }

    @Nullable String text(String name) {
        var value = get(name);
        if (value != null && !value.isString()) {
            throw wrong(name, "text");
        }
        return value == null ? null : value.stringValue();
    }

    @Nullable List<String> texts(String name) {
        if (get(name) == null) {
            return null;
        }
        var texts = new ArrayList<String>();
        for (var item : items(name)) {
            if (!item.isString()) {
                throw wrong(name, "a list of texts");
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    @Nullable List<Integer> wholes(String name) {
        if (get(name) == null) {
            return null;
        }
        var wholes = new ArrayList<Integer>();
        for (var item : items(name)) {
            if (!item.canConvertToInt() || !item.isNumber()) {
                throw wrong(name, "a list of whole numbers");
            }
            wholes.add(item.intValue());
        }
        return wholes;
    }

    @Nullable Integer whole(String name) {
        var value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || !value.canConvertToInt() || !value.canConvertToExactIntegral()) {
            throw wrong(name, "a whole number");
        }
        return value.intValue();
    }

    @Nullable BigDecimal number(String name) {
        var value = get(name);
        if (value == null) {
            return null;
        }
        try {
            return value.isString() ? new BigDecimal(value.stringValue()) : value.decimalValue();
        } catch (RuntimeException notANumber) {
            throw wrong(name, "a number");
        }
    }

    @Nullable Boolean flag(String name) {
        var value = get(name);
        if (value != null && !value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value == null ? null : value.booleanValue();
    }

    @Nullable LocalDate date(String name) {
        var text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw wrong(name, "a date such as 2024-01-31");
        }
    }

    /** One of a closed list; anything else is an error that names the value. */
    <E> @Nullable E choice(String name, E[] values, Function<E, String> word) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        for (var value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        throw new CaseError("unknown value \"" + text + "\" of " + at(name));
    }

    private CaseError wrong(String name, String expected) {
        return new CaseError(at(name) + " must be " + expected + ", not " + get(name));
    }
}
