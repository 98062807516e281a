package care.trellis.crash;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** People at work: each sends one request after the other and repeats what was not answered. */
final class Mix {

    private static final int PEOPLE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern CSRF =
            Pattern.compile("name=\"csrf-(header|token)\" content=\"([^\"]+)\"");

    private final RunningProgram program;
    private final String sessionCookie;
    private final History history;

    Mix(RunningProgram program, String sessionCookie, History history) {
        this.program = program;
        this.sessionCookie = sessionCookie;
        this.history = history;
    }

    /** Returns when every operation has its answer. */
    void run(Collection<Operation> operations) throws Exception {
        Queue<Operation> waiting = new ConcurrentLinkedQueue<>(operations);
        try (var people = Executors.newVirtualThreadPerTaskExecutor();
                var browser =
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(Duration.ofSeconds(2))
                                .build()) {
            var page = openPage(browser);
            var work =
                    IntStream.range(0, PEOPLE)
                            .mapToObj(_ -> people.submit(() -> work(browser, page, waiting)))
                            .toList();
            for (Future<?> one : work) {
                one.get();
            }
        }
    }

    /** What a page gave the browser: cookies, and the header that proves the page was ours. */
    private record Page(String cookies, String csrfHeader, String csrfToken) {}

    private Page openPage(HttpClient browser) throws IOException, InterruptedException {
        var answer =
                browser.send(
                        HttpRequest.newBuilder(program.address().resolve("/account"))
                                .header("Cookie", sessionCookie)
                                .build(),
                        BodyHandlers.ofString());
        var csrf =
                CSRF.matcher(answer.body())
                        .results()
                        .collect(
                                Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        var given = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Page(
                sessionCookie + "; " + given,
                csrf.getOrDefault("header", ""),
                csrf.getOrDefault("token", ""));
    }

    private Void work(HttpClient browser, Page page, Queue<Operation> waiting)
            throws InterruptedException {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            var giveUp = Instant.now().plus(PATIENCE);
            var outcome = send(browser, page, next);
            while (outcome == Outcome.UNKNOWN) {
                if (Instant.now().isAfter(giveUp)) {
                    throw new IllegalStateException("No answer at all to " + next);
                }
                Thread.sleep(100);
                outcome = send(browser, page, next);
            }
            history.answered(next, outcome);
        }
        return null;
    }

    private Outcome send(HttpClient browser, Page page, Operation operation)
            throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    browser.send(
                            operation
                                    .request(program.address())
                                    .header("Cookie", page.cookies)
                                    .header(page.csrfHeader, page.csrfToken)
                                    .timeout(Duration.ofSeconds(40))
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() < 500) {
                return operation.outcome(answer);
            }
            history.unknown(
                    "status %d, retry after %s"
                            .formatted(
                                    answer.statusCode(),
                                    answer.headers().firstValue("Retry-After").orElse("nothing")));
        } catch (IOException _) {
            history.unknown("no answer");
        }
        return Outcome.UNKNOWN;
    }
}
