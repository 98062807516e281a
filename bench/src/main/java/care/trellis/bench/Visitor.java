package care.trellis.bench;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/**
 * A person with a browser: cookies, the token against forged requests, a password and a second
 * factor. It takes no short cut that a person could not take.
 */
final class Visitor {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PAGE_TOKEN =
            Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");
    private static final Pattern PAGE_HEADER =
            Pattern.compile("name=\"csrf-header\" content=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("Secret: </span>\\s*([A-Z2-7 ]+)<");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final URI address;
    private final HttpClient http;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";
    private String header = "";

    Visitor(URI address) {
        this.address = address;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
    }

    /** Sets the empty installation up and signs in with both factors. */
    void foundAndSignIn(String setUpCode) throws IOException, InterruptedException {
        var email = "bench@trellis.example";
        var password = "correct horse battery staple";
        post(
                "/first-run",
                get("/first-run").body(),
                Map.of(
                        "code", setUpCode,
                        "organization", "Measured Clinic",
                        "person", "Robin Vale",
                        "email", email,
                        "password", password,
                        "passwordAgain", password,
                        "director", "true"));
        post("/sign-in", get("/sign-in").body(), Map.of("email", email, "password", password));
        var enroll = get("/sign-in/enroll").body();
        post("/sign-in/enroll", enroll, Map.of("code", code(found(SECRET, enroll))));
    }

    /** Takes the token of a page, as its script would. */
    void open(String path) throws IOException, InterruptedException {
        var page = get(path).body();
        header = found(PAGE_HEADER, page);
        token = found(PAGE_TOKEN, page);
    }

    /** A page, whatever the answer; a redirect to another page is followed. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var answer = send(request(path).GET());
        for (int hops = 0; answer.statusCode() == 302 && hops < 3; hops++) {
            answer = send(request(location(answer)).GET());
        }
        return answer;
    }

    /** A press that htmx sends, with the key that makes it happen once. */
    HttpResponse<String> put(String path) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header(header, token)
                        .header("HX-Request", "true")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .PUT(BodyPublishers.noBody()));
    }

    /** A form sent with the page's token. */
    HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header(header, token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** The one form of a page that has nothing to fill in. */
    void press(String path) throws IOException, InterruptedException {
        post(path, get(path).body(), Map.of());
    }

    /** A form whose fields may come more than once, sent with the page's token. */
    HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header(header, token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** A form with one file in it. */
    HttpResponse<String> upload(String path, Map<String, String> fields, byte[] file)
            throws IOException, InterruptedException {
        var boundary = "trellis-" + UUID.randomUUID();
        var head = new StringBuilder();
        fields.forEach((name, value) ->
                head.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bench.835\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary));
        return send(
                request(path)
                        .header(header, token)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofString(head.toString()),
                                        BodyPublishers.ofByteArray(file),
                                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    /** An open line for server-sent events. */
    InputStream listen(String path) throws IOException, InterruptedException {
        var answer =
                http.send(
                        request(path).header("Accept", "text/event-stream").GET().build(),
                        BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private void post(String path, String page, Map<String, String> fields)
            throws IOException, InterruptedException {
        var all = new java.util.HashMap<>(fields);
        all.put("_csrf", found(FORM_TOKEN, page));
        var answer =
                send(
                        request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(encoded(all))));
        if (answer.statusCode() >= 400) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
    }

    private HttpRequest.Builder request(String path) {
        var cookie =
                cookies.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        for (var set : answer.headers().allValues("Set-Cookie")) {
            var pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private String location(HttpResponse<String> answer) {
        var to = address.resolve(answer.headers().firstValue("Location").orElse("/"));
        return to.getRawQuery() == null
                ? to.getRawPath()
                : to.getRawPath() + "?" + to.getRawQuery();
    }

    private static String encoded(Map<String, String> fields) {
        return encoded(List.copyOf(fields.entrySet()));
    }

    private static String encoded(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String found(Pattern pattern, String page) throws IOException {
        var match = pattern.matcher(page);
        if (!match.find()) {
            throw new IOException("The page has no " + pattern);
        }
        return match.group(1);
    }

    /** What an authenticator app would show for the secret now (RFC 6238). */
    static String code(String secret) {
        var plain = secret.replace(" ", "");
        var bytes = new byte[plain.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (char letter : plain.toCharArray()) {
            buffer = (buffer << 5) | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(bytes, "HmacSHA1"), Instant.now());
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
