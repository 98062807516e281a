package care.trellis.measures.web;

import care.trellis.access.LiveNews;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.measures.Alerts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open page that alerts changed: event {@code alerts}. */
@Controller
class AlertNews {

    private final LiveNews live;

    AlertNews(LiveNews live) {
        this.live = live;
    }

    @GetMapping(path = "/measures/alerts/live", produces = "text/event-stream")
    @Requires(Action.MEASURE_VIEW)
    SseEmitter live(
            Permit permit,
            @RequestParam long since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        return live.signal(
                permit,
                Alerts.TOPIC,
                Instant.ofEpochMilli(last == null ? since : last),
                change -> change.topic().equals(Alerts.TOPIC));
    }
}
