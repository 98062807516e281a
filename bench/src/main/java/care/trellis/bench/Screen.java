package care.trellis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One open board that listens for what changes. */
final class Screen implements AutoCloseable {

    private final InputStream line;
    private final LinkedBlockingQueue<Integer> pushes = new LinkedBlockingQueue<>();

    private Screen(InputStream line) {
        this.line = line;
    }

    static Screen open(Visitor visitor, String path) throws IOException, InterruptedException {
        var screen = new Screen(visitor.listen(path));
        Thread.ofPlatform().daemon().start(screen::read);
        return screen;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(line, StandardCharsets.UTF_8))) {
            boolean board = false;
            int length = 0;
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                board |= text.equals("event:board") || text.equals("event: board");
                length += text.length();
                if (text.isEmpty()) {
                    if (board) {
                        pushes.add(length);
                    }
                    board = false;
                    length = 0;
                }
            }
        } catch (IOException closed) {
            // the screen was turned off
        }
    }

    /**
     * Waits for the next push.
     *
     * @return its length in characters
     */
    int awaitPush() throws InterruptedException {
        var length = pushes.poll(10, TimeUnit.SECONDS);
        if (length == null) {
            throw new IllegalStateException("No change reached the open screen within ten seconds");
        }
        return length;
    }

    /** Forgets what came until now. */
    void clear() {
        pushes.clear();
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
