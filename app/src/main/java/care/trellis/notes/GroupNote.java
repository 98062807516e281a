package care.trellis.notes;

import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group's note as it is being written: the shared part once, one line per client expected.
 *
 * @param version counts the saves of the shared part; 0 before the first
 * @param module what the curriculum has for it, such as {@code 6.1 Grounding}; empty where nobody
 *     said
 * @param twoTexts two people wrote the shared part at once, and nobody has chosen yet
 */
public record GroupNote(
        SessionId session,
        String title,
        String serviceType,
        String modality,
        @Nullable String room,
        LocalDate localDate,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        List<Facilitator> facilitators,
        String focus,
        String method,
        String narrative,
        int version,
        @Nullable Instant savedAt,
        boolean twoTexts,
        String module,
        List<NoteLine> lines,
        List<Pass> passes) {

    /** Who leads the group, or helps to. {@code part} is LEAD or CO. */
    public record Facilitator(UUID staff, String name, String credentials, String part) {}

    /** A signing pass that was made. */
    public record Pass(
            String printedName,
            String credentials,
            String meaning,
            Instant signedAt,
            UUID account) {}

    public GroupNote {
        facilitators = List.copyOf(facilitators);
        lines = List.copyOf(lines);
        passes = List.copyOf(passes);
    }

    /** Whether this member of staff facilitates the session: only they write and sign here. */
    public boolean facilitatedBy(@Nullable UUID staff) {
        return facilitators.stream().anyMatch(facilitator -> facilitator.staff().equals(staff));
    }

    /** Whether the whole shared part is empty. */
    public boolean sharedPartEmpty() {
        return narrative.isBlank();
    }
}
