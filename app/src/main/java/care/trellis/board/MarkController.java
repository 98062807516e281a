package care.trellis.board;

import care.trellis.access.Access;
import care.trellis.attendance.Attendance;
import care.trellis.attendance.AttendanceEvent;
import care.trellis.attendance.Method;
import care.trellis.attendance.Recording;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a press on a mark of the day board does. It answers the changed mark; card and head count
 * follow with the push that every open board gets, and the row where its week is decided anew.
 */
@Controller
@RequestMapping("/board/sessions/{session}")
class MarkController {

    private final Boards boards;
    private final Attendance attendance;
    private final Sessions sessions;
    private final Access access;

    MarkController(Boards boards, Attendance attendance, Sessions sessions, Access access) {
        this.boards = boards;
        this.attendance = attendance;
        this.sessions = sessions;
        this.access = access;
    }

    @PutMapping("/arrivals/{client}")
    @Requires(value = Action.CHECK_IN, session = "session")
    @Transactional
    ModelAndView arrive(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        var recording = attendance.checkIn(permit, Ids.orNew(key), session, client, Method.STAFF);
        return changed(permit, response, session, client, recording, "is here");
    }

    @PutMapping("/departures/{client}")
    @Requires(value = Action.CHECK_IN, session = "session")
    @Transactional
    ModelAndView leave(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        var recording = attendance.checkOut(permit, Ids.orNew(key), session, client, Method.STAFF);
        return changed(permit, response, session, client, recording, "left");
    }

    @PutMapping("/absences/{client}")
    @Requires(value = Action.CHECK_IN, session = "session")
    @Transactional
    ModelAndView absent(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam Status status,
            @RequestParam(defaultValue = "false") boolean called,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        if (status != Status.ABSENT && status != Status.EXCUSED) {
            throw new NotFound();
        }
        var recording =
                attendance.markAbsent(
                        permit, Ids.orNew(key), session, client, status, called ? "Called" : "");
        return changed(
                permit,
                response,
                session,
                client,
                recording,
                status == Status.ABSENT ? "is absent" : "is excused");
    }

    /** Takes the last press back: undo. */
    @DeleteMapping("/entries/{client}")
    @Requires(value = Action.CHECK_IN, session = "session")
    @Transactional
    ModelAndView undo(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        var recording = attendance.undo(permit, Ids.orNew(key), session, client);
        var answer = changed(permit, response, session, client, recording, "");
        answer.addObject("oob", true);
        answer.addObject(
                "said",
                recording instanceof Recording.TooLate
                        ? "Too late to undo. Open the mark and correct it."
                        : "Taken back.");
        answer.addObject("undo", "");
        return answer;
    }

    /** What is behind one mark. */
    @GetMapping("/clients/{client}")
    @Requires(value = Action.SESSION_VIEW, session = "session")
    ModelAndView detail(
            Permit permit, @PathVariable SessionId session, @PathVariable ClientId client) {
        var found = sessions.find(permit, session).orElseThrow(NotFound::new);
        var seat =
                sessions.roster(permit, session).stream()
                        .filter(row -> row.client().equals(client))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var history = attendance.history(permit, session, client);
        var name = Words.name(seat.givenName(), seat.familyName());
        var heading = Words.time(found.startsAt(), found.zone()) + " " + found.title();
        var detail =
                new CellDetail(
                        name + " · " + heading,
                        title(found, history),
                        Words.cellId(client.value(), session.value()),
                        actions(found, client, history),
                        List.of(
                                new Fact(
                                        "Session",
                                        Words.time(found.startsAt(), found.zone())
                                                + " – "
                                                + Words.time(found.endsAt(), found.zone())),
                                new Fact("Roster", "Open", "/sessions/" + session.value()),
                                new Fact(
                                        "Correction",
                                        "Put the record right",
                                        "/sessions/%s/clients/%s/correction"
                                                .formatted(session.value(), client.value()))),
                        history.reversed().stream()
                                .map(event -> event(event, found.zone()))
                                .toList(),
                        List.of(),
                        access.mayByRole(permit.actor(), Action.LEDGER_VIEW)
                                ? "/ledger/%s/%s".formatted(client.value(), found.date())
                                : "");
        return new ModelAndView("board/detail", "detail", detail);
    }

    private static String title(DatedSession session, List<AttendanceEvent> history) {
        if (session.cancelled()) {
            return "Called off: " + session.cancelReason();
        }
        if (history.isEmpty()) {
            return "Expected";
        }
        var last = history.getLast();
        if (last.status() != Status.PRESENT) {
            return last.status().label();
        }
        Instant arrived = Objects.requireNonNull(last.arrivedAt());
        Instant left = last.leftAt();
        return left == null
                ? "Here since " + Words.time(arrived, session.zone())
                : "Here from %s to %s"
                        .formatted(
                                Words.time(arrived, session.zone()),
                                Words.time(left, session.zone()));
    }

    private static List<CellAction> actions(
            DatedSession session, ClientId client, List<AttendanceEvent> history) {
        var path = "/board/sessions/%s/%%s/%s%%s".formatted(session.id().value(), client.value());
        var actions = new ArrayList<CellAction>();
        if (session.cancelled()) {
            return actions;
        }
        boolean present = !history.isEmpty() && history.getLast().status() == Status.PRESENT;
        if (present && history.getLast().leftAt() == null) {
            actions.add(new CellAction("Check out", "out", path.formatted("departures", "")));
        }
        if (!present) {
            actions.add(new CellAction("Check in", "check", path.formatted("arrivals", "")));
            actions.add(
                    new CellAction(
                            "Absent, no call",
                            "absent",
                            path.formatted("absences", "?status=ABSENT")));
            actions.add(
                    new CellAction(
                            "Absent, called",
                            "phone",
                            path.formatted("absences", "?status=ABSENT&called=true")));
            actions.add(
                    new CellAction(
                            "Excused", "away", path.formatted("absences", "?status=EXCUSED")));
        }
        return actions;
    }

    private static Event event(AttendanceEvent event, ZoneId zone) {
        var detail = new StringBuilder(event.method().label());
        if (event.arrivedAt() != null) {
            detail.append(", in ").append(Words.time(event.arrivedAt(), zone));
        }
        if (event.leftAt() != null) {
            detail.append(", out ").append(Words.time(event.leftAt(), zone));
        }
        if (!event.reason().isEmpty()) {
            detail.append(" · ").append(event.reason());
        }
        return new Event(
                Words.time(event.recordedAt(), zone),
                event.kind().label(),
                detail.toString(),
                switch (event.kind()) {
                    case CHECK_IN, CHECK_OUT -> Tone.GOOD;
                    case ABSENCE -> Tone.BAD;
                    case CORRECTION -> Tone.WATCH;
                });
    }

    private ModelAndView changed(
            Permit permit,
            HttpServletResponse response,
            SessionId session,
            ClientId client,
            Recording recording,
            String done) {
        var mark = boards.mark(permit, session, client);
        var cells = new DayViews(mark.day()).marks(client.value(), Set.of(session.value()));
        response.setHeader("HX-Trigger", "close-dialog");
        var model = new HashMap<String, Object>();
        model.put("cell", cells.stream().findFirst().orElseThrow(NotFound::new));
        model.put("name", mark.name());
        model.put("said", said(recording, mark.name(), done));
        model.put("good", recording instanceof Recording.Recorded);
        model.put("oob", false);
        model.put(
                "undo",
                recording instanceof Recording.Recorded
                        ? "/board/sessions/%s/entries/%s".formatted(session.value(), client.value())
                        : "");
        return new ModelAndView("board/changed", model);
    }

    private static String said(Recording recording, String name, String done) {
        return switch (recording) {
            case Recording.Recorded recorded -> name + " " + done + ".";
            case Recording.AlreadyRecorded same -> "That was on record before.";
            case Recording.NotExpected no -> name + " is not on this roster.";
            case Recording.Cancelled no -> "This session was called off.";
            case Recording.TooEarly no -> "This session is on another day.";
            case Recording.Over no -> "This session is over. Open the mark and correct it.";
            case Recording.NotHere no -> name + " is not marked as here.";
            case Recording.TooLate no -> "Too late to undo.";
            case Recording.MustStay(var why) -> why;
            case Recording.Differs _ -> "That differs from what is on record.";
        };
    }
}
