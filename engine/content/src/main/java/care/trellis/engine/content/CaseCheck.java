package care.trellis.engine.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Compares an answer with what a case expects: only the keys that the case names. Lists are sets,
 * and objects under "days" are found by their date.
 */
public final class CaseCheck {

    private final boolean whole;
    private final List<String> differences = new ArrayList<>();

    private CaseCheck(boolean whole) {
        this.whole = whole;
    }

    /** Every object within the answer is compared by the named keys alone; a line a difference. */
    public static List<String> ofNamedKeys(JsonNode expected, JsonNode answer) {
        return new CaseCheck(false).compared(expected, answer);
    }

    /** A named key is compared as a whole: what it holds beyond is a difference too. */
    public static List<String> ofWholeValues(JsonNode expected, JsonNode answer) {
        return new CaseCheck(true).compared(expected, answer);
    }

    private List<String> compared(JsonNode expected, JsonNode answer) {
        if (expected.isObject()) {
            compareObject("", expected, answer);
        } else {
            differences.add("there is nothing expected to compare with");
        }
        return differences;
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
        if (whole && !path.isEmpty()) {
            compareRest(path, expected, actual);
        }
    }

    private void compareRest(String path, JsonNode expected, JsonNode actual) {
        for (var name : actual.propertyNames()) {
            if (!expected.has(name)) {
                differences.add(
                        path + "." + name + ": got " + actual.get(name) + ", expected nothing");
            }
        }
    }

    private void compareArray(String path, JsonNode expected, JsonNode actual) {
        if (!actual.isArray()) {
            differ(path, expected, actual);
        } else if (!whole && path.equals("days")) {
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

    private boolean sameSet(JsonNode expected, JsonNode actual) {
        if (whole || expected.isEmpty() || !expected.get(0).isObject()) {
            return texts(expected).equals(texts(actual));
        }
        return expected.size() == actual.size() && contains(expected, actual);
    }

    /** Whether each expected object has a counterpart with its keys. */
    private static boolean contains(JsonNode expected, JsonNode actual) {
        for (var wanted : expected) {
            boolean found = false;
            for (var candidate : actual) {
                found |= ofNamedKeys(wanted, candidate).isEmpty();
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
