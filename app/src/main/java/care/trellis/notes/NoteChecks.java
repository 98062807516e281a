package care.trellis.notes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands between a line and a signature. Pure: the same note at the same time gives the same
 * answer. Cloned text and another client's name are what payers deny and what breaks privacy, so
 * both are stopped here and not found later.
 */
final class NoteChecks {

    private NoteChecks() {}

    /** Everything that has to be done before this line can be signed; empty when it is ready. */
    static List<Blocker> blockers(GroupNote note, NoteLine line, Instant now) {
        var blockers = new ArrayList<Blocker>();
        if (line.status().equals("EXPECTED")) {
            blockers.add(Blocker.NOT_CHECKED_IN);
        }
        if (!line.present()) {
            return blockers;
        }
        if (line.leftAt() == null && now.isBefore(note.endsAt())) {
            blockers.add(Blocker.STILL_HERE);
        }
        if (note.sharedPartEmpty()) {
            blockers.add(Blocker.SHARED_PART_EMPTY);
        }
        if (line.text().isBlank()) {
            blockers.add(Blocker.LINE_EMPTY);
        }
        if (line.goal() == null && line.noGoalReason().isBlank()) {
            blockers.add(Blocker.NO_GOAL);
        }
        if (sameAsAnother(note, line)) {
            blockers.add(Blocker.SAME_TEXT);
        }
        if (namesAnother(note, line)) {
            blockers.add(Blocker.NAMES_ANOTHER);
        }
        return blockers;
    }

    private static boolean sameAsAnother(GroupNote note, NoteLine line) {
        var words = normal(line.text());
        return !words.isEmpty()
                && note.lines().stream()
                        .anyMatch(other ->
                                !other.client().equals(line.client())
                                        && normal(other.text()).equals(words));
    }

    /**
     * Case counts, so that a client called Will may be named without stopping everybody who "will".
     */
    private static boolean namesAnother(GroupNote note, NoteLine line) {
        return note.lines().stream()
                .filter(other -> !other.client().equals(line.client()))
                .anyMatch(other ->
                        (!other.givenName().equals(line.givenName())
                                        && has(line.text(), other.givenName()))
                                || (!other.familyName().equals(line.familyName())
                                        && has(line.text(), other.familyName())));
    }

    private static boolean has(String text, String name) {
        return text.contains(name)
                && Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})")
                        .matcher(text)
                        .find();
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
