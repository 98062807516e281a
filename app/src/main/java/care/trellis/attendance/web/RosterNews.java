package care.trellis.attendance.web;

import care.trellis.access.Accounts;
import care.trellis.base.Action;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.news.Change;
import care.trellis.base.news.News;
import care.trellis.sessions.SessionId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells an open session's page that something changed: event {@code roster}, which says no more.
 * The page then asks for its roster as for any other page, and what its reader may see is decided
 * anew. A stream ends after some minutes and is opened again by the browser; whose account is
 * locked hears nothing more at the next heartbeat.
 */
@Controller
class RosterNews {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Changes that come together are told together. */
    private static final Duration GATHER = Duration.ofMillis(50);

    private final News news;
    private final Accounts accounts;

    RosterNews(News news, Accounts accounts) {
        this.news = news;
        this.accounts = accounts;
    }

    @GetMapping(path = "/sessions/{session}/live", produces = "text/event-stream")
    @Requires(value = Action.SESSION_VIEW, session = "session")
    SseEmitter live(
            Permit permit,
            @PathVariable SessionId session,
            @RequestParam long since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        var emitter = new SseEmitter(LIFE.toMillis());
        var heard = new Semaphore(0);
        var watched = new AtomicBoolean(true);
        var from = Instant.ofEpochMilli(last == null ? since : last);
        var hearing =
                news.hear(
                        permit.organization(),
                        from,
                        change -> {
                            if (concerns(change, session)) {
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
                .name("roster-live")
                .start(() ->
                        OrganizationContext.run(
                                permit.organization(),
                                () -> tell(permit, emitter, heard, watched)));
        return emitter;
    }

    private static boolean concerns(Change change, SessionId session) {
        return change.topic().equals(Change.MISSED) || change.ids().contains(session.value());
    }

    /**
     * Tells until nobody listens. The end comes as one more permit of the semaphore, never as an
     * interrupt, which could close a database connection that it is reading from.
     */
    private void tell(Permit permit, SseEmitter emitter, Semaphore heard, AtomicBoolean watched) {
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
                emitter.send(SseEmitter.event().name("roster").id(now).data("changed"));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException browserGone) {
            // the server notices by itself and ends the request; there is nobody left to answer
        } catch (InterruptedException over) {
            emitter.complete();
        }
    }
}
