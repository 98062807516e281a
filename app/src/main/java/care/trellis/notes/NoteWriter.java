package care.trellis.notes;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Writes down what is signed, in the site's own time. */
final class NoteWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private NoteWriter() {}

    /**
     * One client's note of the session: the shared part, the client's own line, times and minutes.
     */
    static NoteContent content(GroupNote note, NoteLine line) {
        var left = line.leftAt() == null ? note.endsAt() : line.leftAt();
        return new NoteContent(
                NoteContent.FORMAT,
                note.session().value().toString(),
                line.client().value().toString(),
                note.title(),
                note.serviceType(),
                note.modality(),
                note.localDate().toString(),
                time(note.startsAt(), note.zone()),
                time(note.endsAt(), note.zone()),
                note.facilitators().stream()
                        .map(it -> it.name() + ", " + it.credentials())
                        .toList(),
                note.module(),
                note.focus().strip(),
                note.method().strip(),
                note.narrative().strip(),
                time(Objects.requireNonNull(line.arrivedAt()), note.zone()),
                time(left, note.zone()),
                line.minutes(),
                line.participation(),
                goal(line),
                line.goal() == null ? line.noGoalReason().strip() : "",
                line.fullText());
    }

    private static @org.jspecify.annotations.Nullable String goal(NoteLine line) {
        return line.goals().stream()
                .filter(goal -> goal.id().equals(line.goal()))
                .map(NoteLine.Goal::words)
                .findFirst()
                .orElse(null);
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
