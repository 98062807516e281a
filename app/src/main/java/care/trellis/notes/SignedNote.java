package care.trellis.notes;

import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's note as it was signed, and what was added since.
 *
 * @param facts what a note outside a group says about itself: format, place, who took part
 * @param sections its words under their headings; empty for a group's note
 * @param intact whether the stored characters still have the hash that was signed
 */
public record SignedNote(
        NoteId id,
        ClientId client,
        LocalDate localDate,
        String title,
        String starts,
        String ends,
        List<String> facilitators,
        String focus,
        String method,
        String narrative,
        int minutes,
        @Nullable Integer participation,
        @Nullable String goal,
        String noGoalReason,
        String text,
        List<Section> facts,
        List<Section> sections,
        List<Signature> signatures,
        List<Addendum> addenda,
        String contentHash,
        boolean intact) {

    /**
     * Who signed, as what, when.
     *
     * @param lateReason why it was signed a day or more after the group; empty where it was not
     */
    public record Signature(
            String printedName,
            String credentials,
            String meaning,
            Instant signedAt,
            String lateReason) {}

    /** A heading and what stands under it. */
    public record Section(String heading, String text) {}

    /** What was added after the signature, by whom and why. */
    public record Addendum(
            String printedName, String credentials, String reason, String text, Instant signedAt) {}

    public SignedNote {
        facilitators = List.copyOf(facilitators);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        signatures = List.copyOf(signatures);
        addenda = List.copyOf(addenda);
    }

    /** Names nobody: logs may hold a note. */
    @Override
    public String toString() {
        return "SignedNote[" + id.value() + "]";
    }
}
