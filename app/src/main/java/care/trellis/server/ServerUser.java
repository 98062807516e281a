package care.trellis.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs PostgreSQL, which refuses to be root. An ordinary user runs it directly. Root enters a
 * user namespace, where the server believes to be nobody while its files stay root's; where
 * namespaces are forbidden, root becomes the user nobody, who must then be able to reach the data
 * directory.
 *
 * @param prefix the words before each PostgreSQL command
 * @param fileOwner number of the user to whom the files must belong, or -1 for whoever makes them
 */
record ServerUser(List<String> prefix, int fileOwner) {

    private static final int NOBODY = 65534;

    /** Finds the way that works on this machine. */
    static ServerUser find() throws IOException, InterruptedException {
        if (!isRoot()) {
            return new ServerUser(List.of(), -1);
        }
        if (works(List.of("unshare", "-U", "--", "true"))) {
            return new ServerUser(List.of("unshare", "-U", "--"), 0);
        }
        var become =
                List.of(
                        "setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        "--");
        var nobody = new ServerUser(become, NOBODY);
        if (works(nobody.command("true"))) {
            return nobody;
        }
        throw new CannotStart(
                "PostgreSQL does not run as root and neither unshare nor setpriv works here; run Trellis as an ordinary user.");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** The words of a command as this user runs it. */
    List<String> command(String... words) {
        return Stream.concat(prefix.stream(), Stream.of(words)).toList();
    }

    /** Makes the folder and all in it the server's own. */
    void own(Path folder) throws IOException {
        if (fileOwner >= 0 && (int) Files.getAttribute(folder, "unix:uid") != fileOwner) {
            DirectoryTrees.give(folder, fileOwner);
        }
    }

    /**
     * Refuses a place that the server's user cannot enter, which PostgreSQL would say less plainly.
     */
    void requireReach(Path folder) throws IOException, InterruptedException {
        if (fileOwner > 0 && !works(command("test", "-x", folder.toString()))) {
            throw new CannotStart(
                    "PostgreSQL does not run as root, and the user nobody cannot enter %s; choose a TRELLIS_HOME that others may enter, or run Trellis as an ordinary user."
                            .formatted(folder));
        }
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
