package care.trellis.attendance.web;

import care.trellis.access.LiveNews;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open session's page that its roster changed: event {@code roster}. */
@Controller
class RosterNews {

    private final LiveNews live;

    RosterNews(LiveNews live) {
        this.live = live;
    }

    @GetMapping(path = "/sessions/{session}/live", produces = "text/event-stream")
    @Requires(value = Action.SESSION_VIEW, session = "session")
    SseEmitter live(
            Permit permit,
            @PathVariable SessionId session,
            @RequestParam long since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        return live.signal(
                permit,
                "roster",
                Instant.ofEpochMilli(last == null ? since : last),
                change -> change.ids().contains(session.value()));
    }
}
