package care.trellis.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * One conversation with a clearinghouse's server. The server must show the key that is pinned;
 * nothing is sent to one that shows another, not even the password.
 */
final class Sftp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The server showed another key than the pinned one. */
    static final class WrongKey extends IOException {
        WrongKey() {
            super(
                    "The server showed another key than the pinned one. Nothing was sent. Ask the"
                            + " clearinghouse before you pin a new one.");
        }
    }

    /** A file that lies on the server. */
    record Remote(String name, long bytes, Instant modified) {}

    private final SshClient client;
    private final ClientSession session;
    private final SftpClient files;

    private Sftp(SshClient client, ClientSession session, SftpClient files) {
        this.client = client;
        this.session = session;
        this.files = files;
    }

    static Sftp open(Line line, String password) throws IOException {
        var refused = new boolean[1];
        var client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((of, address, key) -> {
            var shown = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
            refused[0] = !line.fingerprint().equals(shown);
            return !refused[0];
        });
        client.start();
        try {
            var session =
                    client.connect(line.username(), line.host(), line.port())
                            .verify(PATIENCE)
                            .getSession();
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
            return new Sftp(
                    client, session, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException | RuntimeException e) {
            client.stop();
            if (refused[0]) {
                throw new WrongKey();
            }
            throw e;
        }
    }

    /**
     * Puts a file under a name that is not looked at yet, then gives it its own: nobody reads half
     * of it. A file of that name and size that lies there already was sent before the program
     * stopped, and is left.
     */
    void put(String folder, String name, byte[] content) throws IOException {
        var path = folder + "/" + name;
        for (var file : list(folder)) {
            if (file.name().equals(name) && file.bytes() == content.length) {
                return;
            }
        }
        var unfinished = folder + "/." + name + ".part";
        try (var out = files.write(unfinished)) {
            out.write(content);
        }
        files.rename(unfinished, path);
    }

    /** Files of a folder, those that begin with a dot left out. */
    List<Remote> list(String folder) throws IOException {
        var found = new ArrayList<Remote>();
        for (var entry : files.readDir(folder)) {
            var about = entry.getAttributes();
            if (about.isRegularFile() && !entry.getFilename().startsWith(".")) {
                found.add(
                        new Remote(
                                entry.getFilename(),
                                about.getSize(),
                                about.getModifyTime().toInstant()));
            }
        }
        return found;
    }

    byte[] get(String folder, Remote file, int most) throws IOException {
        try (InputStream in = files.read(folder + "/" + file.name())) {
            return in.readNBytes(most);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            files.close();
            session.close();
        } finally {
            client.stop();
        }
    }
}
