package care.trellis.notes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down a note of one client as it is signed, in the site's own time. */
final class ClientNoteWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private ClientNoteWriter() {}

    /** The content of a draft that has everything a signature asks. */
    static ClientNoteContent content(
            ClientDraft draft, GroupNote.Facilitator author, NoteLine.@Nullable Goal goal) {
        var starts = Objects.requireNonNull(draft.startsAt());
        var ends = Objects.requireNonNull(draft.endsAt());
        var day = draft.day();
        var session = draft.session();
        return new ClientNoteContent(
                ClientNoteContent.LAYOUT,
                draft.client().value().toString(),
                session == null ? null : session.value().toString(),
                draft.kind().label(),
                draft.format().label(),
                draft.place().label(),
                (day == null ? LocalDate.ofInstant(starts, draft.zone()) : day).toString(),
                time(starts, draft.zone()),
                time(ends, draft.zone()),
                Math.toIntExact(Duration.between(starts, ends).toMinutes()),
                author.name() + (author.credentials().isEmpty() ? "" : ", " + author.credentials()),
                draft.text().others().strip(),
                draft.text().allowedBy().strip(),
                goal == null ? null : goal.words(),
                goal == null ? draft.noGoalReason().strip() : "",
                draft.format().parts(),
                draft.text().parts().stream().map(String::strip).toList(),
                draft.text().risk().strip());
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
