package care.trellis.notes;

import java.util.List;

/**
 * The words of a note of one client.
 *
 * @param parts one text for each heading of the format, in its order
 * @param others who else took part and how they are related; empty for nobody
 * @param allowedBy the release or the exception that allows talking to them
 * @param risk what was asked and said about safety; may be empty
 */
public record ClientNoteText(List<String> parts, String others, String allowedBy, String risk) {

    public ClientNoteText {
        parts = List.copyOf(parts);
    }

    /** Nothing written yet. */
    public static ClientNoteText empty(NoteFormat format) {
        return new ClientNoteText(format.parts().stream().map(heading -> "").toList(), "", "", "");
    }

    /** Whether nobody wrote anything. */
    public boolean blank() {
        return parts.stream().allMatch(String::isBlank);
    }

    /** Names nobody: logs may hold it. */
    @Override
    public String toString() {
        return "ClientNoteText[" + parts.size() + " parts]";
    }
}
