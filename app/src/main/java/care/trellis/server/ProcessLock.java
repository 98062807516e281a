package care.trellis.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock between processes that the kernel frees when its holder dies, however it dies.
 *
 * <p>POSIX drops a process's locks on a file when it closes any descriptor of it, so one process
 * opens each lock file only once at a time; a second attempt inside the process counts as taken.
 */
final class ProcessLock implements AutoCloseable {

    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private @Nullable FileLock lock;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens without locking; empty when this very process has it open already. */
    static Optional<ProcessLock> open(Path folder, String name) throws IOException {
        var file = Files.createDirectories(folder).toRealPath().resolve(name);
        if (!OPEN_HERE.add(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ProcessLock(
                            file,
                            FileChannel.open(
                                    file,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE)));
        } catch (IOException e) {
            OPEN_HERE.remove(file);
            throw e;
        }
    }

    /** True when this process is now the only holder. Gives up what it held before. */
    boolean tryExclusive() throws IOException {
        release();
        lock = channel.tryLock(0, Long.MAX_VALUE, false);
        return lock != null;
    }

    /** Waits until this process is the only holder. */
    void exclusive() throws IOException {
        release();
        lock = channel.lock(0, Long.MAX_VALUE, false);
    }

    /** Holds together with others; waits while somebody holds it alone. */
    void shared() throws IOException {
        release();
        lock = channel.lock(0, Long.MAX_VALUE, true);
    }

    private void release() throws IOException {
        if (lock != null) {
            lock.release();
            lock = null;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OPEN_HERE.remove(file);
        }
    }
}
