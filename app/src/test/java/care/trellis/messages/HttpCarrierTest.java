package care.trellis.messages;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Ids;
import care.trellis.outbound.OutboundHttp;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts leave by the one outbound door, to a stand-in carrier that speaks TLS. */
class HttpCarrierTest {

    private static final char[] PASSWORD = "stand-in".toCharArray();

    @TempDir Path keys;

    HttpsServer server;
    SSLContext tls;
    List<String> asked = new ArrayList<>();
    List<String> headers = new ArrayList<>();
    int status = 201;
    String answer = "{\"sid\":\"SM0123\",\"status\":\"queued\"}";

    @BeforeEach
    void givenACarrier() throws Exception {
        tls = trust(keys.resolve("key.p12"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_text_is_handed_over_with_its_stable_id() {
        var message = message();

        assertThat(carrier().hand(message)).isEqualTo(new Carrier.Handing.Taken("SM0123"));

        assertThat(asked)
                .containsExactly(
                        "/2010-04-01/Accounts/AC1/Messages.json To=+15555550101&From=+15555550199&Body=See you at 9 & don't be late");
        assertThat(headers).containsExactly(message.id().value().toString());
    }

    @Test
    void a_no_is_kept_as_a_code_and_not_in_words_that_quote_the_number() {
        status = 400;
        answer = "{\"code\":21211,\"message\":\"The 'To' number +15555550101 is not valid\"}";

        assertThat(carrier().hand(message()))
                .isEqualTo(
                        new Carrier.Handing.Refused(
                                "The carrier refused it (400, its code 21211)."));
    }

    @Test
    void a_failure_inside_the_carrier_leaves_the_outcome_open_and_a_wait_does_not() {
        status = 503;
        assertThat(carrier().hand(message())).isInstanceOf(Carrier.Handing.Unknown.class);
        status = 429;
        assertThat(carrier().hand(message())).isInstanceOf(Carrier.Handing.NotTaken.class);
    }

    @Test
    void a_redirect_is_not_followed() {
        status = 302;

        assertThat(carrier().hand(message())).isInstanceOf(Carrier.Handing.Refused.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() {
        answer = "x".repeat(1 << 20);

        assertThat(carrier().hand(message())).isInstanceOf(Carrier.Handing.Unknown.class);
    }

    @Test
    void nobody_is_asked_but_the_hosts_the_operator_named_by_https() {
        var http = new OutboundHttp(List.of("api.example"), tls);

        assertThat(http.allows(URI.create("https://api.example/x"))).isTrue();
        assertThat(http.allows(URI.create("https://API.example:443/x"))).isTrue();
        for (var address :
                List.of(
                        "http://api.example/x",
                        "https://api.example.evil.test/",
                        "https://api.example:8443/",
                        "https://api.example@evil.test/",
                        "https://user@api.example/",
                        "https://127.0.0.1/",
                        "https://[::1]/",
                        "file:///etc/passwd")) {
            assertThat(http.allows(URI.create(address))).as(address).isFalse();
            assertThat(http.post(URI.create(address), Map.of(), ""))
                    .isInstanceOf(OutboundHttp.Reply.NotReached.class);
        }
    }

    @Test
    void who_does_not_prove_its_name_gets_nothing() throws Exception {
        var http = new OutboundHttp(List.of(host()), SSLContext.getDefault());

        assertThat(new HttpCarrier(http, way(), "secret").hand(message()))
                .isInstanceOf(Carrier.Handing.NotTaken.class);
        assertThat(asked).isEmpty();
    }

    private HttpCarrier carrier() {
        return new HttpCarrier(new OutboundHttp(List.of(host()), tls), way(), "secret");
    }

    private TextWay way() {
        return new TextWay("https://" + host(), "AC1", "+15555550199");
    }

    private String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    private static Carrier.Outgoing message() {
        return new Carrier.Outgoing(
                new MessageId(Ids.next()),
                Way.TEXT,
                "+15555550101",
                "",
                "See you at 9 & don't be late",
                "",
                1,
                Instant.EPOCH);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestURI() + " " + URLDecoder.decode(body, StandardCharsets.UTF_8));
        headers.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
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
        assertThat(tool.waitFor()).isZero();
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
