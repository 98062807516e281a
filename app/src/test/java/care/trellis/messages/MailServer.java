package care.trellis.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes mail by SMTP; what happens between taking a message and saying so is the test's to say. */
final class MailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeAnswer = () -> {};

    MailServer() throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The messages that were taken, header and body. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    void beforeAnswer(Runnable work) {
        beforeAnswer = work;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var line = socket.accept()) {
                talk(line);
            } catch (IOException over) {
                // the other side went away, or the test is over
            }
        }
    }

    private void talk(Socket line) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        say(line, "220 ready");
        for (var said = in.readLine(); said != null; said = in.readLine()) {
            if (said.equals("DATA")) {
                say(line, "354 go on");
                taken.add(message(in));
                beforeAnswer.run();
                say(line, "250 taken");
            } else if (said.equals("QUIT")) {
                say(line, "221 bye");
                return;
            } else {
                say(line, "250 fine");
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
