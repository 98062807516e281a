package care.trellis.access;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.news.Change;
import care.trellis.base.news.News;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells an open page that something it shows has changed, and no more: the page then asks for its
 * part as for any other page, and what its reader may see is decided anew. A stream ends after some
 * minutes and is opened again by the browser; whose account is locked hears nothing more at the
 * next heartbeat.
 */
@Component
public class LiveNews {

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
     * Opens a stream of one event's name.
     *
     * @param since what came from then on is told first
     * @param concerns which changes the page shows; that some were missed concerns every page
     */
    public SseEmitter open(Permit permit, String event, Instant since, Predicate<Change> concerns) {
        var emitter = new SseEmitter(LIFE.toMillis());
        var heard = new Semaphore(0);
        var watched = new AtomicBoolean(true);
        var hearing =
                news.hear(
                        permit.organization(),
                        since,
                        change -> {
                            if (change.topic().equals(Change.MISSED) || concerns.test(change)) {
                                heard.release();
                            }
                        });
        Runnable close =
                () -> {
                    hearing.close();
                    watched.set(false);
                    heard.release();
                };
        emitter.onCompletion(close);
        emitter.onError(failure -> close.run());
        emitter.onTimeout(emitter::complete);
        Thread.ofVirtual()
                .name(event + "-live")
                .start(() ->
                        OrganizationContext.run(
                                permit.organization(),
                                () -> tell(permit, event, emitter, heard, watched)));
        return emitter;
    }

    /**
     * Tells until nobody listens. The end comes as one more permit of the semaphore, never as an
     * interrupt, which could close a database connection that it is reading from.
     */
    private void tell(
            Permit permit,
            String event,
            SseEmitter emitter,
            Semaphore heard,
            AtomicBoolean watched) {
        try {
            emitter.send(SseEmitter.event().comment("open").reconnectTime(500));
            while (watched.get()) {
                boolean changed = heard.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (!watched.get()) {
                    return;
                }
                if (!changed) {
                    if (accounts.actor(permit.actor().account()).isEmpty()) {
                        break;
                    }
                    emitter.send(SseEmitter.event().comment("still here"));
                    continue;
                }
                Thread.sleep(GATHER);
                var now = Long.toString(System.currentTimeMillis());
                heard.drainPermits();
                emitter.send(SseEmitter.event().name(event).id(now).data("changed"));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException browserGone) {
            // the server notices by itself and ends the request; there is nobody left to answer
        } catch (InterruptedException over) {
            emitter.complete();
        }
    }
}
