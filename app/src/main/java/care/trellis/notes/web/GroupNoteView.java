package care.trellis.notes.web;

import care.trellis.web.Choice;
import java.util.List;

/**
 * The group note page as finished text.
 *
 * @param path of this note; parts hang below it
 * @param mayWrite whether the reader facilitates this group
 * @param band what the last signing pass did, in words; empty when there was none
 * @param signKey key of the next signing pass
 */
public record GroupNoteView(
        String path,
        String boardPath,
        String where,
        String facilitators,
        Shared shared,
        List<LineView> lines,
        List<String> passes,
        String ready,
        int readyCount,
        boolean mayWrite,
        boolean mayCosign,
        String band,
        String signKey,
        String cosignKey) {

    /** The part that is written once. */
    public record Shared(
            String path,
            String focus,
            String method,
            String narrative,
            int version,
            boolean signed) {}

    /**
     * One client's line.
     *
     * @param id unique on the page
     * @param state chip: signed, ready, waiting, absent
     * @param waiting what it waits for, as finished sentences
     */
    public record LineView(
            String id,
            String path,
            String name,
            String initials,
            String presence,
            String minutes,
            boolean owed,
            boolean signed,
            String signedText,
            String notePath,
            String text,
            List<Choice> participation,
            List<Choice> goals,
            boolean noGoal,
            String noGoalReason,
            int version,
            List<String> waiting) {

        /** Whether nothing stands in the way of a signature. */
        public boolean ready() {
            return owed && !signed && waiting.isEmpty();
        }
    }
}
