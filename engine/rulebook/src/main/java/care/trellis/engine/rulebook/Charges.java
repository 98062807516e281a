package care.trellis.engine.rulebook;

import care.trellis.engine.rulebook.facts.ClaimForm;
import care.trellis.engine.rulebook.facts.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines charged for a day: which day program each belongs to, if any. */
final class Charges {

    /** The program's own claim first; content only, so that the order of the input never shows. */
    private static final Comparator<ChargedLine> ORDER =
            Comparator.comparing((ChargedLine line) -> String.valueOf(line.claim()))
                    .thenComparing(line -> String.valueOf(line.service()))
                    .thenComparing(line -> String.valueOf(line.code()))
                    .thenComparing(ChargedLine::asked)
                    .thenComparing(line -> String.valueOf(line.units()))
                    .thenComparing(line -> String.valueOf(line.form()))
                    .thenComparing(line -> String.valueOf(line.byEmployee()));

    private Charges() {}

    /**
     * Every line of a day. The list of charges holds for each day of the week; a session is a line
     * of its own when it is billed apart from the program, or carries the code of another.
     */
    static List<ChargedLine> lines(Scene scene, Tally day) {
        var lines = new ArrayList<ChargedLine>();
        for (var line : scene.week.charges()) {
            lines.add(ChargedLine.of(line, program(scene, line.code(), line.service())));
        }
        for (var entry : day.entries) {
            var session = entry.session;
            var program = program(scene, session.hcpcs(), null);
            if (billedApart(session) || codedApart(scene, program)) {
                lines.add(ChargedLine.of(session, program));
            }
        }
        lines.sort(ORDER);
        return lines;
    }

    /** A program's own services never stand on a professional claim of their own. */
    private static boolean billedApart(Session session) {
        var said = session.billedSeparately();
        return said == null ? session.claimForm() == ClaimForm.CMS_1500 : said;
    }

    /** Before anything is charged, a code of another program speaks for itself. */
    private static boolean codedApart(Scene scene, String program) {
        return scene.week.charges().isEmpty()
                && !program.equals(ChargedLine.NONE)
                && !program.equals(scene.ownProgram);
    }

    /** Whether a line charges what the day bills: the program itself, or the code of the day. */
    private static boolean billed(Scene scene, ChargedLine line, @Nullable String code) {
        return line.program().equals(scene.ownProgram)
                || (code != null && code.equals(line.code()));
    }

    /** Whether what the day bills is among the lines. */
    static boolean charged(Scene scene, @Nullable String code) {
        return scene.day().lines.stream().anyMatch(line -> billed(scene, line, code));
    }

    private static String program(Scene scene, @Nullable String code, @Nullable String service) {
        var byCode = code == null ? null : scene.programs.get(code);
        var program = byCode == null && service != null ? scene.programs.get(service) : byCode;
        return program == null ? ChargedLine.NONE : program;
    }

    /** Day programs on the date: this one, and any other that is charged or on record. */
    static int programs(Scene scene) {
        var programs = new HashSet<String>();
        programs.add(scene.ownProgram);
        for (var line : scene.day().lines) {
            if (!line.program().equals(ChargedLine.NONE)) {
                programs.add(line.program());
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

    /** Units charged for what the day bills; null when one of the lines does not say. */
    static @Nullable Integer unitsCharged(Scene scene, @Nullable String code) {
        Integer units = null;
        for (var line : scene.day().lines) {
            if (billed(scene, line, code)) {
                if (line.units() == null) {
                    return null;
                }
                units = (units == null ? 0 : units) + line.units();
            }
        }
        return units;
    }

    /**
     * Turns down units of what the day bills above what a day can carry, its own claim served
     * first.
     */
    static void rejectUnits(Scene scene, int limit, String reason) {
        int left = limit;
        for (var line : scene.day().lines) {
            if (billed(scene, line, scene.day().bill.code())) {
                int over = Math.max(0, line.asked() - left);
                left = Math.max(0, left - line.asked());
                if (over > 0) {
                    scene.day().rejectedLines.add(rejected(line, over, reason));
                }
            }
        }
    }

    /**
     * Turns down the units of every other day program.
     *
     * @return how many they are
     */
    static int rejectOtherPrograms(Scene scene, String reason) {
        int turnedDown = 0;
        for (var line : scene.day().lines) {
            if (!line.program().equals(scene.ownProgram)
                    && !line.program().equals(ChargedLine.NONE)) {
                turnedDown += line.asked();
                scene.day().rejectedLines.add(rejected(line, line.asked(), reason));
            }
        }
        return turnedDown;
    }

    static RejectedLine rejected(ChargedLine line, int units, String reason) {
        return new RejectedLine(line.code(), line.service(), units, reason);
    }
}
