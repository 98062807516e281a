package care.trellis.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another Java process that uses a cluster or a home, to be ended politely or not. */
final class OtherProcess {

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** A process that has the cluster's server open. */
    static OtherProcess using(Path cluster) throws IOException {
        return start("cluster", cluster);
    }

    /** A program that holds the home. */
    static OtherProcess holding(Path home) throws IOException {
        return start("home", home);
    }

    private static OtherProcess start(String what, Path path) throws IOException {
        var process =
                new ProcessBuilder(
                                List.of(
                                        ProcessHandle.current().info().command().orElseThrow(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        OtherProcess.class.getName(),
                                        what,
                                        path.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output = process.inputReader();
        if (!"ready".equals(output.readLine())) {
            throw new IllegalStateException("The other process did not start");
        }
        return new OtherProcess(process);
    }

    /** Ends as a program should. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Runs until standard input ends. */
    public static void main(String[] arguments) throws Exception {
        var path = Path.of(arguments[1]);
        try (AutoCloseable _ =
                arguments[0].equals("home")
                        ? Home.open(path).lockForProgram()
                        : EmbeddedPostgres.start(path, TestFolders.BINARIES)) {
            System.out.println("ready");
            System.in.read();
        }
    }
}
