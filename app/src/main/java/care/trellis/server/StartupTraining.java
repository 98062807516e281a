package care.trellis.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A short life of the program on a throw-away home, for the JDK to learn what a start needs. */
final class StartupTraining {

    private static final int PAGES = 5;

    private StartupTraining() {}

    /** Arguments: the application class and the home. Ends the process. */
    public static void main(String[] arguments) throws Exception {
        var settings = Settings.of(Map.of("TRELLIS_HOME", arguments[1], "TRELLIS_PORT", "0"));
        var application = Class.forName(arguments[0]);
        Program.main(() -> {
            var context = Program.start(application, settings);
            visit(context.getEnvironment().getRequiredProperty("local.server.port"));
            System.exit(0);
        });
    }

    private static void visit(String port) {
        try (var browser = HttpClient.newHttpClient()) {
            for (var page = 0; page < PAGES; page++) {
                browser.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:%s/sign-in".formatted(port)))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
