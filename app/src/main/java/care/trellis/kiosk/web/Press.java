package care.trellis.kiosk.web;

import care.trellis.base.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/**
 * One press on a tablet, with what its screen brings back. What is missing or unreadable is empty,
 * so that a broken screen ends at the desk and never in an error.
 */
record Press(HttpServletRequest request, HttpServletResponse response) {

    /** What says whom the screen was about; empty for nobody. */
    String visit() {
        return text("visit");
    }

    /** The first name that the screen greets; empty for nobody. */
    String name() {
        return text("name");
    }

    String text(String field) {
        var value = request.getParameter(field);
        return value == null ? "" : value;
    }

    int number(String field, int otherwise) {
        try {
            return Integer.parseInt(text(field));
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }

    /** Makes a second sending of the same press one; a new one where the page sent none. */
    UUID key() {
        try {
            var sent = request.getHeader("Idempotency-Key");
            return sent == null ? Ids.next() : UUID.fromString(sent);
        } catch (IllegalArgumentException noKey) {
            return Ids.next();
        }
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Press[" + request.getRequestURI() + "]";
    }
}
