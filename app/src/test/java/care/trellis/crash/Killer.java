package care.trellis.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Kills the program, its PostgreSQL or both, in turn, at random moments of the mix. */
final class Killer {

    private enum Target {
        PROGRAM,
        DATABASE,
        BOTH
    }

    /** Time for PostgreSQL to be on its way back when the program dies too. */
    private static final int LONGEST_PAUSE_MILLIS = 1500;

    private final RunningProgram program;
    private final History history;
    private final RandomGenerator random;
    private final int[] moments;
    private final List<String> done = new ArrayList<>();

    /**
     * Plans the moments.
     *
     * @param kills how many
     * @param operations how many there will be; each kill waits for a random number of answers
     */
    Killer(
            RunningProgram program,
            History history,
            RandomGenerator random,
            int kills,
            int operations) {
        this.program = program;
        this.history = history;
        this.random = random;
        this.moments =
                random.ints(operations / 50, operations * 9 / 10)
                        .distinct()
                        .limit(kills)
                        .sorted()
                        .toArray();
    }

    /** Returns when the last kill is done and the program runs again. */
    Void run() throws Exception {
        for (int kill = 0; kill < moments.length; kill++) {
            while (history.answers() < moments[kill]) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(30));
            var target = Target.values()[kill % Target.values().length];
            kill(target);
            done.add("%s after %d answers".formatted(target, moments[kill]));
        }
        return null;
    }

    private void kill(Target target) throws Exception {
        if (target != Target.PROGRAM) {
            program.killDatabase();
        }
        if (target == Target.BOTH) {
            Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
        }
        if (target != Target.DATABASE) {
            program.kill();
            program.startAgain();
        }
    }

    @Override
    public String toString() {
        return "kills: " + done + " of " + Arrays.toString(moments);
    }
}
