package care.trellis.access;

import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.news.Change;
import care.trellis.base.news.News;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages what has changed. A stream ends after some minutes and is opened again by the
 * browser, which asks for a decision anew; whose account is locked hears nothing more at the next
 * heartbeat.
 */
@Component
public class LiveNews {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNews.class);
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Changes that come together are told together. */
    private static final Duration GATHER = Duration.ofMillis(50);

    private final News news;
    private final Accounts accounts;

    LiveNews(News news, Accounts accounts) {
        this.news = news;
        this.accounts = accounts;
    }

    /**
     * A stream that says only that something has changed: the page then asks for its part as for
     * any other page, and what its reader may see is decided anew.
     *
     * @param event the name of its events
     * @param since what came from then on is told first
     * @param concerns which changes the page shows; that some were missed concerns every page
     */
    public SseEmitter signal(
            Permit permit, String event, Instant since, Predicate<Change> concerns) {
        return open(
                permit,
                event,
                since,
                changes ->
                        changes.stream()
                                        .anyMatch(change ->
                                                change.topic().equals(Change.MISSED)
                                                        || concerns.test(change))
                                ? "changed"
                                : "");
    }

    /**
     * A stream that says what the page is to show.
     *
     * @param event the name of its events
     * @param since what came from then on is told first
     * @param says the data of an event for changes that came together, never asked by two threads
     *     at once; blank where the page shows none of them
     */
    public SseEmitter open(
            Permit permit, String event, Instant since, Function<List<Change>, String> says) {
        var emitter = new SseEmitter(LIFE.toMillis());
        var changes = new LinkedBlockingQueue<Change>();
        var watched = new AtomicBoolean(true);
        var hearing = news.hear(permit.organization(), since, changes::add);
        Runnable close =
                () -> {
                    hearing.close();
                    watched.set(false);
                    changes.add(new Change(permit.organization(), Change.MISSED, List.of()));
                };
        emitter.onCompletion(close);
        emitter.onError(failure -> close.run());
        emitter.onTimeout(emitter::complete);
        // not a virtual one: it would park and wake at every answer of the database
        Thread.ofPlatform()
                .daemon()
                .name(event + "-live")
                .start(() ->
                        OrganizationContext.run(
                                permit.organization(),
                                () -> tell(permit, event, emitter, changes, watched, says)));
        return emitter;
    }

    /**
     * Tells until nobody listens. The end comes as a change that wakes the teller, never as an
     * interrupt, which could close a database connection that it is reading from.
     */
    private void tell(
            Permit permit,
            String event,
            SseEmitter emitter,
            BlockingQueue<Change> changes,
            AtomicBoolean watched,
            Function<List<Change>, String> says) {
        try {
            emitter.send(SseEmitter.event().comment("open").reconnectTime(500));
            while (watched.get()) {
                var first = changes.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (!watched.get()) {
                    return;
                }
                if (first == null) {
                    if (accounts.actor(permit.actor().account()).isEmpty()) {
                        break;
                    }
                    emitter.send(SseEmitter.event().comment("still here"));
                    continue;
                }
                Thread.sleep(GATHER);
                var now = Long.toString(System.currentTimeMillis());
                var together = new ArrayList<Change>();
                together.add(first);
                changes.drainTo(together);
                var data = says.apply(together);
                if (!data.isBlank()) {
                    emitter.send(SseEmitter.event().name(event).id(now).data(data.strip()));
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException browserGone) {
            // the server notices by itself and ends the request; there is nobody left to answer
        } catch (InterruptedException | NotFound over) {
            emitter.complete();
        } catch (RuntimeException failed) {
            if (watched.get()) {
                LOG.error("A live page ended: {}", failed.getClass().getName());
            }
            emitter.complete();
        }
    }
}
