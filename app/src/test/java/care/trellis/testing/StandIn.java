package care.trellis.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A stand-in for a service outside: it speaks TLS, keeps what it was asked, and answers as told.
 */
public final class StandIn implements AutoCloseable {

    private static final char[] PASSWORD = "stand-in".toCharArray();

    /** What it was asked: the path, and the body where there was one. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** The stable id that came along each time, where one did. */
    public final List<String> keys = new CopyOnWriteArrayList<>();

    /** The status that it answers with. */
    public volatile int status;

    /** The body that it answers with. */
    public volatile String answer;

    /** One key for all of them: making one takes longer than most tests. */
    private static final class Key {

        static final SSLContext TLS = made();

        private static SSLContext made() {
            try {
                return trust(Files.createTempDirectory("stand-in").resolve("key.p12"));
            } catch (Exception failed) {
                throw new IllegalStateException("No key could be made", failed);
            }
        }
    }

    private final HttpsServer server;

    /** Starts it on a free port. */
    public StandIn(int status, String answer) throws Exception {
        this.status = status;
        this.answer = answer;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Key.TLS));
        server.createContext("/", this::serve);
        server.start();
    }

    /** Its name and port. */
    public String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** Trusts this stand-in and nobody else. */
    public SSLContext tls() {
        return Key.TLS;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
                (exchange.getRequestURI() + " " + URLDecoder.decode(body, StandardCharsets.UTF_8))
                        .strip());
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key != null) {
            keys.add(key);
        }
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "https://" + host() + "/elsewhere");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static SSLContext trust(Path file) throws Exception {
        var tool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "stand-in",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .start();
        tool.getInputStream().readAllBytes();
        if (tool.waitFor() != 0) {
            throw new IllegalStateException("No key could be made");
        }
        var store = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD);
        }
        var mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        mine.init(store, PASSWORD);
        var theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        theirs.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
        return context;
    }
}
