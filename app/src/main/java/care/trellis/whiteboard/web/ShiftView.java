package care.trellis.whiteboard.web;

import care.trellis.web.Tone;
import java.util.List;

/**
 * The shift as finished text.
 *
 * @param time at the site, such as {@code 9:42}
 * @param day such as {@code Monday, March 2}
 * @param now groups that meet at this moment
 * @param next those that come after, the nearest first
 * @param missing who should be here and is not
 * @param watched names of those for whom somebody has to care; empty for a reader who may not know
 * @param watchedCount how many they are
 * @param out whose sessions somebody else leads today, or nobody yet
 * @param makeUps who comes to make a session up, or may
 * @param tests drug tests to collect today, the number of a name's specimen never among them
 * @param tasks what nobody has, first
 * @param lastHandOver such as {@code Signed by Faye at 2:58, waits for somebody}
 */
public record ShiftView(
        String path,
        String site,
        String time,
        String day,
        int census,
        int came,
        int inTheBuilding,
        List<Tile> now,
        List<Tile> next,
        List<Line> missing,
        List<Line> watched,
        int watchedCount,
        List<Line> out,
        List<Line> makeUps,
        List<Line> tests,
        int testCount,
        List<TaskLine> tasks,
        String lastHandOver,
        boolean handOverWaits,
        boolean mayWrite) {

    /**
     * One group.
     *
     * @param count such as {@code 7}
     * @param of such as {@code of 9}
     * @param held such as {@code 1 held}: seats that wait for an answer; empty for none
     * @param limit such as {@code Limit 8}; empty where nothing limits it
     * @param state a word for how it stands: {@code Over the limit}; empty where all is well
     * @param why the rule behind it, and what would put it right
     * @param overridePath where somebody says why; empty where nobody has to or may
     */
    public record Tile(
            String path,
            String time,
            String title,
            String room,
            String staff,
            int count,
            int of,
            String held,
            int atMost,
            String limit,
            String state,
            Tone tone,
            String why,
            String proposal,
            String overridePath,
            String fill) {}

    /** A person and where they are looked for. */
    public record Line(String name, String words, String path, boolean urgent) {

        @Override
        public String toString() {
            return "Line[" + path + "]";
        }
    }

    /** A task on the board. */
    public record TaskLine(String words, String by, String owner, String path) {

        @Override
        public String toString() {
            return "TaskLine[" + path + "]";
        }
    }

    public ShiftView {
        now = List.copyOf(now);
        next = List.copyOf(next);
        missing = List.copyOf(missing);
        watched = List.copyOf(watched);
        out = List.copyOf(out);
        makeUps = List.copyOf(makeUps);
        tests = List.copyOf(tests);
        tasks = List.copyOf(tasks);
    }

    @Override
    public String toString() {
        return "ShiftView[" + path + "]";
    }
}
