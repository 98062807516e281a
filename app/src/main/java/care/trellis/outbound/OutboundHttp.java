package care.trellis.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The outbound door (OWASP ASVS 5.0, 1.3.6 and 15.3.2): HTTPS only, to hosts that the operator of
 * this installation named and to no other, without following redirects, with a limit on time and on
 * size. Nothing else in the program opens an HTTP connection; a test holds that.
 */
@Component
public class OutboundHttp {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    /** The longest answer that is read, in bytes. */
    private static final long LONGEST_ANSWER = 64 << 10;

    private final Set<String> allowed;
    private final HttpClient client;

    /**
     * The door of this installation.
     *
     * @param hosts exact names, with a port where it is not 443, between commas
     *     (TRELLIS_OUTBOUND_HOSTS)
     */
    @Autowired
    OutboundHttp(
            @Value("${trellis.outbound.hosts:api.twilio.com,api.stripe.com}") List<String> hosts)
            throws NoSuchAlgorithmException {
        this(hosts, SSLContext.getDefault());
    }

    /** The same, trusting whom this context trusts: a stand-in of a test shows its own name. */
    public OutboundHttp(List<String> hosts, SSLContext trust) {
        this.allowed =
                Set.copyOf(
                        hosts.stream()
                                .map(host -> host.strip().toLowerCase(java.util.Locale.ROOT))
                                .filter(host -> !host.isEmpty())
                                .toList());
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(TO_CONNECT)
                        .sslContext(trust)
                        .build();
    }

    /** What came of asking. */
    public sealed interface Reply {

        /** The other side answered. */
        record Answered(int status, String body) implements Reply {}

        /** Nothing was handed over: asking again cannot do anything twice. */
        record NotReached(String why) implements Reply {}

        /** Something may have been handed over, and nobody knows what came of it. */
        record Unknown(String why) implements Reply {}
    }

    /** The hosts that may be asked, in order. */
    public List<String> hosts() {
        return List.copyOf(new TreeSet<>(allowed));
    }

    /** Whether what somebody typed is an address that may be asked at all. */
    public boolean allows(String typed) {
        try {
            return allows(URI.create(typed));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** Whether this address may be asked at all. */
    public boolean allows(URI address) {
        var host = address.getHost();
        return "https".equals(address.getScheme())
                && host != null
                && address.getUserInfo() == null
                && allowed.contains(
                        host.toLowerCase(java.util.Locale.ROOT)
                                + (address.getPort() == -1 || address.getPort() == 443
                                        ? ""
                                        : ":" + address.getPort()));
    }

    /** Sends one POST and waits for its answer, at most 20 seconds. */
    public Reply post(URI address, Map<String, String> headers, String body) {
        return ask(address, headers, "POST", HttpRequest.BodyPublishers.ofString(body));
    }

    /** Sends one GET, which changes nothing there, and waits for its answer, at most 20 seconds. */
    public Reply get(URI address, Map<String, String> headers) {
        return ask(address, headers, "GET", HttpRequest.BodyPublishers.noBody());
    }

    private Reply ask(
            URI address,
            Map<String, String> headers,
            String method,
            HttpRequest.BodyPublisher body) {
        if (!allows(address)) {
            return new Reply.NotReached(
                    "The operator of this installation did not name that host.");
        }
        var request = HttpRequest.newBuilder(address).timeout(TO_ANSWER).method(method, body);
        headers.forEach(request::header);
        var asking =
                client.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            return answered(asking.get(TO_ANSWER.toSeconds() + 5, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof IOException why
                    ? reply(why)
                    : new Reply.Unknown("It failed in an unexpected way.");
        } catch (TimeoutException tooLong) {
            asking.cancel(true);
            return new Reply.Unknown("No answer came in time.");
        } catch (InterruptedException stopped) {
            asking.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Unknown("The program stopped while it waited.");
        }
    }

    private static Reply answered(HttpResponse<String> answer) {
        return new Reply.Answered(answer.statusCode(), answer.body());
    }

    private static Reply reply(IOException why) {
        return switch (why) {
            case ConnectException _ -> new Reply.NotReached("The other side could not be reached.");
            case HttpConnectTimeoutException _ ->
                    new Reply.NotReached("The other side could not be reached.");
            case SSLHandshakeException _ ->
                    new Reply.NotReached("The other side did not prove who it is.");
            default -> new Reply.Unknown("The connection broke off.");
        };
    }
}
