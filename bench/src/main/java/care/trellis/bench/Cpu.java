package care.trellis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The CPU time of processes, user and system, as the Linux kernel accounts for it. Wall time says
 * little on a machine that does other work; this stays within about 15 %.
 */
final class Cpu {

    /** What the kernel counts in: USER_HZ, 100 on every Linux that Java runs on. */
    private static final double MILLIS_PER_TICK = 10;

    private static final Path PROCESSES = Path.of("/proc");

    /**
     * One process in the kernel's words.
     *
     * @param ticks of its own, user and system
     * @param endedTicks of its children that have ended
     */
    record Process(long parent, long ticks, long endedTicks) {

        /** Reads {@code /proc/PID/stat}; the name in it may hold blanks and brackets. */
        static Process read(String stat) {
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return new Process(
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
        }
    }

    private Cpu() {}

    /** Whether this kernel tells. */
    static boolean readable() {
        return Files.isReadable(PROCESSES.resolve("self/stat"));
    }

    /** Milliseconds that one process has used, without its children. */
    static double of(long process) {
        return MILLIS_PER_TICK * read(process).ticks;
    }

    /**
     * Milliseconds that a server process and all its children have used, those that have ended too.
     *
     * @param apart children that do somebody else's work
     */
    static double ofFamily(long process, Set<Long> apart) {
        var first = read(process);
        long ticks = first.ticks + first.endedTicks;
        try (var children = ProcessHandle.of(process).orElseThrow().children()) {
            for (var child : children.map(ProcessHandle::pid).toList()) {
                if (!apart.contains(child)) {
                    try {
                        ticks += read(child).ticks;
                    } catch (GoneException ended) {
                        // counted among the ended ones at the next look
                    }
                }
            }
        }
        return MILLIS_PER_TICK * ticks;
    }

    private static final class GoneException extends RuntimeException {
        GoneException(IOException cause) {
            super("The process has ended", cause);
        }
    }

    private static Process read(long process) {
        try {
            return Process.read(Files.readString(PROCESSES.resolve(process + "/stat")));
        } catch (IOException gone) {
            throw new GoneException(gone);
        }
    }
}
