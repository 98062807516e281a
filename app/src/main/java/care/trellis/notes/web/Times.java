package care.trellis.notes.web;

import care.trellis.attendance.Corrected;
import care.trellis.attendance.Status;
import care.trellis.base.Change;
import care.trellis.notes.GroupNote;
import care.trellis.web.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a form says of when somebody came and left, in the site's own time. */
final class Times {

    private static final String NO_REASON = "Put right while writing the note";

    private Times() {}

    /** Reads the fields {@code status}, {@code came} and {@code left}. */
    static Change<Corrected> read(GroupNote note, Form form) {
        var status = status(form.value("status"));
        if (status.isEmpty()) {
            return Change.refused("status", "STATUS_MISSING", "Say whether the client was there.");
        }
        if (status.get() != Status.PRESENT) {
            return new Change.Done<>(new Corrected(status.get(), null, null));
        }
        try {
            var came = instant(note, form.value("came"));
            var left = instant(note, form.value("left"));
            if (came == null) {
                return Change.refused("came", "TIME_MISSING", "Enter when the client came.");
            }
            if (left != null && left.isBefore(came)) {
                return Change.refused(
                        "left", "TIME_ORDER", "That is before coming: check both times.");
            }
            return new Change.Done<>(new Corrected(Status.PRESENT, came, left));
        } catch (DateTimeException noTime) {
            return Change.refused("came", "TIME_FORM", "Enter a time such as 09:05.");
        }
    }

    /** A known time, or else another, as a time field shows it. */
    static String field(GroupNote note, @Nullable Instant known, Instant otherwise) {
        return (known == null ? otherwise : known)
                .atZone(note.zone())
                .toLocalTime()
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    /** Why the record changes; a correction always says something. */
    static String reason(Form form) {
        return form.value("reason").isBlank() ? NO_REASON : form.value("reason").strip();
    }

    private static Optional<Status> status(String text) {
        return Arrays.stream(Status.values()).filter(it -> it.name().equals(text)).findFirst();
    }

    private static @Nullable Instant instant(GroupNote note, String text) {
        return text.isBlank()
                ? null
                : note.localDate().atTime(LocalTime.parse(text)).atZone(note.zone()).toInstant();
    }
}
