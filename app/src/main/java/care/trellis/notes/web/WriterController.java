package care.trellis.notes.web;

import care.trellis.access.LiveNews;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.notes.Writers;
import care.trellis.sessions.SessionId;
import care.trellis.web.Initials;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Who is in which part of a group's note: said by the page, told to the other open pages. */
@Controller
@RequestMapping("/sessions/{session}/note")
class WriterController {

    private final Writers writers;
    private final LiveNews live;

    WriterController(Writers writers, LiveNews live) {
        this.writers = writers;
        this.live = live;
    }

    @PutMapping("/lines/{client}/writer")
    @Requires(value = Action.NOTE_WRITE, session = "session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(Permit permit, @PathVariable SessionId session, @PathVariable ClientId client) {
        writers.enter(permit, session, client.value());
    }

    @PutMapping("/shared/writer")
    @Requires(value = Action.NOTE_WRITE, session = "session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enterShared(Permit permit, @PathVariable SessionId session) {
        writers.enter(permit, session, session.value());
    }

    @DeleteMapping("/writer")
    @Requires(value = Action.NOTE_WRITE, session = "session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Permit permit, @PathVariable SessionId session) {
        writers.leave(permit, session);
    }

    @GetMapping("/writers")
    @Requires(value = Action.NOTE_VIEW, session = "session")
    ModelAndView others(Permit permit, @PathVariable SessionId session) {
        return new ModelAndView(
                "notes/group/writers",
                Map.of(
                        "marks",
                        writers.others(permit, session).stream()
                                .map(one ->
                                        new WriterMark(
                                                element(session, one.part()),
                                                one.name(),
                                                Initials.of(one.name())))
                                .toList()));
    }

    @GetMapping(path = "/live", produces = "text/event-stream")
    @Requires(value = Action.NOTE_VIEW, session = "session")
    SseEmitter live(
            Permit permit,
            @PathVariable SessionId session,
            @RequestParam long since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        return live.signal(
                permit,
                Writers.WRITING,
                Instant.ofEpochMilli(last == null ? since : last),
                change ->
                        change.topic().equals(Writers.WRITING)
                                && change.ids().contains(session.value()));
    }

    private static String element(SessionId session, UUID part) {
        return part.equals(session.value()) ? "shared" : "line-" + part;
    }
}
