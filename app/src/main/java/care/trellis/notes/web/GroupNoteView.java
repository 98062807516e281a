package care.trellis.notes.web;

import care.trellis.web.Choice;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The group note page as finished text.
 *
 * @param path of this note; parts hang below it
 * @param livePath where the page hears who else writes in it
 * @param pageKey made for this rendering: saves of one open page know each other
 * @param module what the curriculum has for it; empty where nobody said
 * @param modulePath where it is chosen; empty where the reader may not
 * @param band what the last signing pass did, in words; empty when there was none
 * @param bandMore what it released, and what still waits
 * @param late the group is more than a day ago, so a signature says why
 */
public record GroupNoteView(
        String path,
        String livePath,
        String pageKey,
        String boardPath,
        String when,
        String where,
        String headcount,
        String module,
        String modulePath,
        List<Facilitator> facilitators,
        Shared shared,
        List<LineView> lines,
        Dock dock,
        boolean mayWrite,
        boolean mayCosign,
        String band,
        List<String> bandMore,
        boolean late,
        String lateReason,
        String lateError,
        String signKey,
        String cosignKey) {

    /**
     * Who leads.
     *
     * @param signed what this person signed and when; empty for nothing yet
     */
    public record Facilitator(String name, String initials, String part, String signed) {}

    /**
     * The part that is written once.
     *
     * @param asides other words for it that wait for a choice
     */
    public record Shared(
            String path,
            String focus,
            String method,
            String narrative,
            int version,
            boolean signed,
            List<Aside> asides) {}

    /** A sign beside a line. */
    public record Sign(String word, Tone tone) {}

    /**
     * Other words for the same part.
     *
     * @param path where the choice goes
     * @param account whose words they are
     * @param stands the words that stand now
     * @param stoodBy who saved those
     */
    public record Aside(
            String path, String account, String who, String text, String stands, String stoodBy) {}

    /**
     * One client's line.
     *
     * @param id unique on the page
     * @param times such as {@code 9:00–9:50}; empty for who was not there
     * @param presence such as {@code Late 17 min}; empty for the ordinary
     * @param next the press that comes next for who is not there yet or still there: {@code
     *     arrival}, {@code departure}, or empty
     * @param waits what only this line waits for; empty for nothing
     * @param signs what stops it or deserves a second look
     */
    public record LineView(
            String id,
            String path,
            String name,
            String initials,
            String times,
            String minutes,
            String presence,
            Tone tone,
            String next,
            boolean owed,
            boolean signed,
            String signedText,
            String notePath,
            String observed,
            String text,
            List<Choice> participation,
            List<Choice> goals,
            String noGoalReason,
            String sameTextReason,
            int version,
            boolean ready,
            boolean askWhySame,
            String waits,
            List<Sign> signs,
            List<Aside> asides) {}

    /**
     * The bar at the foot.
     *
     * @param words such as {@code 3 of 11 signed}
     * @param waits what the whole group waits for; empty for nothing
     * @param releases what hangs on the signatures, in words; empty for nothing known
     * @param button such as {@code Sign 8 ready}
     */
    public record Dock(String words, String waits, String releases, String button) {}
}
