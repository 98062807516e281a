package care.trellis.engine.instruments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Compares a result with what a case expects: only the keys that the case names, but each of these
 * as a whole.
 */
final class CaseCheck {

    private final List<String> differences = new ArrayList<>();

    private CaseCheck() {}

    /** A line for each difference; none when the case passes. */
    static List<String> differences(JsonNode expected, JsonNode result) {
        var check = new CaseCheck();
        if (expected.isObject()) {
            check.compareObject("", expected, result);
        } else {
            check.differences.add("there is nothing expected to compare with");
        }
        return check.differences;
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            compareObject(path, expected, actual);
        } else if (expected.isArray()) {
            compareArray(path, expected, actual);
        } else if (!same(expected, actual)) {
            differ(path, expected, actual);
        }
    }

    private void compareObject(String path, JsonNode expected, JsonNode actual) {
        if (!actual.isObject()) {
            differ(path, expected, actual);
            return;
        }
        for (var name : expected.propertyNames()) {
            compare(
                    path.isEmpty() ? name : path + "." + name,
                    expected.get(name),
                    actual.path(name));
        }
        if (!path.isEmpty()) {
            for (var name : actual.propertyNames()) {
                if (!expected.has(name)) {
                    differences.add(
                            path + "." + name + ": got " + actual.get(name) + ", expected nothing");
                }
            }
        }
    }

    private void compareArray(String path, JsonNode expected, JsonNode actual) {
        if (!actual.isArray()) {
            differ(path, expected, actual);
        } else if (!sameSet(expected, actual)) {
            differ(path, expected, actual);
        }
    }

    /** Flags and missing items are sets. */
    private static boolean sameSet(JsonNode expected, JsonNode actual) {
        return texts(expected).equals(texts(actual));
    }

    private static HashSet<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(item -> texts.add(item.isString() ? item.stringValue() : item.toString()));
        return texts;
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.isNull() ? actual.isNull() : expected.equals(actual);
    }

    private void differ(String path, JsonNode expected, JsonNode actual) {
        differences.add(
                path
                        + ": expected "
                        + expected
                        + ", got "
                        + (actual.isMissingNode() ? "nothing" : actual));
    }
}
