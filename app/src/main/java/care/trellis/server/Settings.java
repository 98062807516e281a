package care.trellis.server;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a site may set: environment variables, or lines of the same names in {@code
 * $TRELLIS_HOME/trellis.properties}. The environment wins.
 *
 * @param home TRELLIS_HOME: the data directory, {@code ./data} unless set
 * @param port TRELLIS_PORT: 8080 unless set; 0 picks a free one
 * @param address TRELLIS_ADDRESS: where to listen, 127.0.0.1 unless set
 * @param baseUrl TRELLIS_BASE_URL: how browsers reach the program
 * @param tls TRELLIS_TLS_CERTIFICATE and TRELLIS_TLS_KEY: PEM files
 * @param proxy TRELLIS_PROXY: address of the proxy in front, whose forwarded headers are believed
 * @param databaseUrl TRELLIS_DATABASE_URL: absent means the embedded server
 * @param databaseCredentials TRELLIS_DATABASE_CREDENTIALS: the logins for it
 */
public record Settings(
        Path home,
        int port,
        InetAddress address,
        Optional<String> baseUrl,
        Optional<Tls> tls,
        Optional<String> proxy,
        Optional<String> databaseUrl,
        Optional<Path> databaseCredentials) {

    /** Certificate chain and private key, both PEM. */
    public record Tls(Path certificate, Path key) {}

    /** Refuses to listen beyond this machine in clear text. */
    public Settings {
        if (!address.isLoopbackAddress() && tls.isEmpty() && proxy.isEmpty()) {
            throw new CannotStart(
                    "TRELLIS_ADDRESS=%s would serve without encryption; set TRELLIS_TLS_CERTIFICATE and TRELLIS_TLS_KEY, or declare the TLS proxy in front with TRELLIS_PROXY."
                            .formatted(address.getHostAddress()));
        }
        if (databaseUrl.isPresent() && databaseCredentials.isEmpty()) {
            throw new CannotStart(
                    "TRELLIS_DATABASE_URL needs TRELLIS_DATABASE_CREDENTIALS, a file of mode 0600 with owner.user, owner.password, app.user and app.password.");
        }
    }

    /** Reads this process's environment and the file in the home that it names. */
    public static Settings read() {
        return of(System.getenv());
    }

    /** Reads the given variables and the file in the home that they name. */
    public static Settings of(Map<String, String> environment) {
        var home =
                Path.of(environment.getOrDefault("TRELLIS_HOME", "data"))
                        .toAbsolutePath()
                        .normalize();
        var values = new HashMap<>(fileIn(home));
        values.putAll(environment);
        values.values().removeIf(String::isBlank);
        return new Settings(
                home,
                port(values.getOrDefault("TRELLIS_PORT", "8080")),
                address(values.getOrDefault("TRELLIS_ADDRESS", "127.0.0.1")),
                Optional.ofNullable(values.get("TRELLIS_BASE_URL")),
                tls(values),
                Optional.ofNullable(values.get("TRELLIS_PROXY")),
                Optional.ofNullable(values.get("TRELLIS_DATABASE_URL")),
                Optional.ofNullable(values.get("TRELLIS_DATABASE_CREDENTIALS")).map(Path::of));
    }

    private static Map<String, String> fileIn(Path home) {
        var file = home.resolve("trellis.properties");
        var result = new HashMap<String, String>();
        if (Files.exists(file)) {
            var properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new CannotStart("Cannot read %s: %s".formatted(file, e.getMessage()), e);
            }
            properties
                    .stringPropertyNames()
                    .forEach(name -> result.put(name, properties.getProperty(name)));
        }
        return result;
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // said below, in the same words as for a number out of range
        }
        throw new CannotStart(
                "TRELLIS_PORT must be a number from 0 to 65535, not %s.".formatted(text));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text.strip());
        } catch (UnknownHostException e) {
            throw new CannotStart(
                    "TRELLIS_ADDRESS=%s is no address of this machine.".formatted(text), e);
        }
    }

    private static Optional<Tls> tls(Map<String, String> values) {
        var certificate = values.get("TRELLIS_TLS_CERTIFICATE");
        var key = values.get("TRELLIS_TLS_KEY");
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw new CannotStart(
                    "TRELLIS_TLS_CERTIFICATE and TRELLIS_TLS_KEY belong together; set both to PEM files.");
        }
        for (var file : new String[] {certificate, key}) {
            if (!Files.isReadable(Path.of(file))) {
                throw new CannotStart("The TLS file %s cannot be read.".formatted(file));
            }
        }
        return Optional.of(new Tls(Path.of(certificate), Path.of(key)));
    }
}
