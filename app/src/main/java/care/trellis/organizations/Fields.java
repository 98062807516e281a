package care.trellis.organizations;

import care.trellis.base.Problems;
import care.trellis.base.Text;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checks that more than one record of this room shares. */
final class Fields {

    private Fields() {}

    /** The components of a record by name, as SQL parameters. */
    static Map<String, @Nullable Object> of(Record details) {
        var values = new HashMap<String, @Nullable Object>();
        for (var component : details.getClass().getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(details));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return values;
    }

    static @Nullable String upper(@Nullable String typed) {
        var text = Text.clean(typed);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /** Spaces and dashes are how people write numbers, not part of them. */
    static @Nullable String digits(@Nullable String typed) {
        var text = Text.clean(typed);
        return text == null ? null : text.replaceAll("[\\s-]", "");
    }

    static void npi(Problems problems, @Nullable String npi) {
        if (npi == null) {
            return;
        }
        boolean tenDigits = npi.matches("[0-9]{10}");
        problems.require(tenDigits, "npi", "NPI_LENGTH", "An NPI has ten digits.")
                .require(
                        !tenDigits || Npi.valid(npi),
                        "npi",
                        "NPI_CHECK_DIGIT",
                        "The last digit does not fit the others: compare this NPI with its letter.");
    }

    static void address(
            Problems problems,
            @Nullable String line,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode) {
        problems.atMost(line, 55, "addressLine", "the street address")
                .atMost(city, 30, "city", "the city")
                .require(
                        state == null || state.matches("[A-Z]{2}"),
                        "state",
                        "STATE_FORM",
                        "Use the two letters of the state, such as NC.")
                .require(
                        postalCode == null || postalCode.matches("[0-9]{5}([0-9]{4})?"),
                        "postalCode",
                        "POSTAL_CODE_FORM",
                        "A ZIP code has five or nine digits.");
    }
}
