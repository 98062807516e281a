package care.trellis.exchange.web;

import care.trellis.base.Problem;
import care.trellis.exchange.Line;
import care.trellis.web.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form of a clearinghouse asks for. */
final class LineForm {

    private LineForm() {}

    /**
     * What is wrong.
     *
     * @param known the line as it stands; null for a new one. Its password is kept where none is
     *     typed, but never shown to another server than it was typed for
     */
    static List<Problem> problems(Form form, @Nullable Line known) {
        var found = new ArrayList<Problem>();
        boolean elsewhere =
                known == null
                        || !known.host().equals(form.value("host").strip())
                        || !known.fingerprint().equals(form.value("fingerprint").strip());
        if (form.value("password").isBlank() && elsewhere) {
            found.add(
                    new Problem(
                            "password",
                            "NEEDED",
                            known == null
                                    ? "This is needed."
                                    : "Type it anew: it was for another server or key."));
        }
        for (var field : List.of("name", "host", "username", "out", "in")) {
            if (form.value(field).isBlank()) {
                found.add(new Problem(field, "NEEDED", "This is needed."));
            }
        }
        if (!form.value("host").isBlank()
                && !form.value("host").strip().matches("[A-Za-z0-9.:-]+")) {
            found.add(new Problem("host", "HOST", "Type the server's name or address alone."));
        }
        if (!form.value("port").strip().matches("[1-9][0-9]{0,4}")
                || Integer.parseInt(form.value("port").strip()) > 65_535) {
            found.add(new Problem("port", "PORT", "A port is a number from 1 to 65535."));
        }
        if (!form.value("fingerprint").strip().matches("SHA256:[A-Za-z0-9+/]{43}")) {
            found.add(
                    new Problem(
                            "fingerprint",
                            "FINGERPRINT",
                            "The clearinghouse tells it: SHA256: and 43 characters."));
        }
        return found;
    }
}
