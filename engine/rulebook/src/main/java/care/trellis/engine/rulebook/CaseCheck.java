package care.trellis.engine.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares an outcome with what a case expects: only the keys that the case names. */
final class CaseCheck {

    private final List<String> differences = new ArrayList<>();

    private CaseCheck() {}

    /** A line for each difference; none when the case passes. */
    static List<String> differences(JsonNode expected, JsonNode outcome) {
        var check = new CaseCheck();
        if (expected.isObject()) {
            check.compareObject("", expected, outcome);
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
    }

    private void compareArray(String path, JsonNode expected, JsonNode actual) {
        if (!actual.isArray()) {
            differ(path, expected, actual);
        } else if (path.equals("days")) {
            compareDays(expected, actual);
        } else if (!sameSet(expected, actual)) {
            differ(path, expected, actual);
        }
    }

    private void compareDays(JsonNode expected, JsonNode actual) {
        for (var day : expected) {
            var date = day.path("date").asString("");
            JsonNode found = null;
            for (var other : actual) {
                if (other.path("date").asString("").equals(date)) {
                    found = other;
                }
            }
            if (found == null) {
                differences.add("days " + date + ": expected, but there is no such day");
            } else {
                compareObject("days " + date, day, found);
            }
        }
    }

    private static boolean sameSet(JsonNode expected, JsonNode actual) {
        if (expected.isEmpty() || !expected.get(0).isObject()) {
            return texts(expected).equals(texts(actual));
        }
        return expected.size() == actual.size() && contains(expected, actual);
    }

    /** Whether each expected object has a counterpart with its keys. */
    private static boolean contains(JsonNode expected, JsonNode actual) {
        for (var wanted : expected) {
            boolean found = false;
            for (var candidate : actual) {
                found |= differences(wanted, candidate).isEmpty();
            }
            if (!found) {
                return false;
            }
        }
        return true;
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
