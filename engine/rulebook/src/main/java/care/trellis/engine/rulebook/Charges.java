package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.ChargeLine;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines charged for a day: which day program each belongs to, if any. */
final class Charges {

    /** The program's own claim first; content only, so that the order of the input never shows. */
    private static final Comparator<ChargeLine> ORDER =
            Comparator.comparing((ChargeLine line) -> String.valueOf(line.claim()))
                    .thenComparing(line -> String.valueOf(line.service()))
                    .thenComparing(line -> String.valueOf(line.code()))
                    .thenComparing(Charges::units);

    private Charges() {}

    static @Nullable String programOf(Scene scene, ChargeLine line) {
        var code = line.code() == null ? null : scene.programs.get(line.code());
        return code != null || line.service() == null ? code : scene.programs.get(line.service());
    }

    /** Day programs on the date: this one, and any other that is charged or on record. */
    static int programs(Scene scene) {
        var programs = new HashSet<String>();
        programs.add(scene.ownProgram);
        for (var line : scene.week.charges()) {
            var program = programOf(scene, line);
            if (program != null) {
                programs.add(program);
            }
        }
        for (var past : scene.week.history()) {
            if (past.code() != null && scene.day().date.equals(past.date())) {
                var program = scene.programs.get(past.code());
                if (program != null) {
                    programs.add(program);
                }
            }
        }
        return programs.size();
    }

    static void programUnits(Scene scene) {
        int units = 0;
        boolean open = false;
        for (var line : scene.week.charges()) {
            if (scene.ownProgram.equals(programOf(scene, line))) {
                units += line.units() == null ? 1 : line.units();
                open |= line.units() == null;
            }
        }
        scene.atLeast(units, open);
    }

    /** Turns down the lines that belong to no day program. */
    static void rejectOthers(Scene scene, String reason) {
        for (var line : inOrder(scene)) {
            if (programOf(scene, line) == null) {
                scene.day().rejectedLines.add(rejected(line, units(line), reason));
            }
        }
    }

    /**
     * Turns down program units above what a day can carry, the program's own claim served first.
     */
    static void rejectUnits(Scene scene, int limit, boolean everyProgram, String reason) {
        int left = limit;
        int turnedDown = 0;
        for (var line : inOrder(scene)) {
            var program = programOf(scene, line);
            if (program == null || (!everyProgram && !program.equals(scene.ownProgram))) {
                continue;
            }
            int over = Math.max(0, units(line) - left);
            left = Math.max(0, left - units(line));
            if (over > 0) {
                turnedDown += over;
                scene.day().rejectedLines.add(rejected(line, over, reason));
            }
        }
        scene.day().unitsRejected = turnedDown;
        scene.day().reasonRejected = reason;
    }

    private static List<ChargeLine> inOrder(Scene scene) {
        return scene.week.charges().stream().sorted(ORDER).toList();
    }

    private static int units(ChargeLine line) {
        return line.units() == null ? 1 : line.units();
    }

    private static RejectedLine rejected(ChargeLine line, int units, String reason) {
        return new RejectedLine(line.code(), line.service(), units, reason);
    }
}
