package care.trellis.exchange.web;

import care.trellis.base.Problem;
import care.trellis.web.Form;
import java.util.ArrayList;
import java.util.List;

/** What the form of a clearinghouse asks for. */
final class LineForm {

    private LineForm() {}

    static List<Problem> problems(Form form) {
        var found = new ArrayList<Problem>();
        for (var field : List.of("name", "host", "username", "password", "out", "in")) {
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
