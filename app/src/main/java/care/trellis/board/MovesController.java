package care.trellis.board;

import care.trellis.attendance.Attendance;
import care.trellis.attendance.Mark;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.Moving;
import care.trellis.sessions.RosterSeat;
import care.trellis.sessions.SeatReason;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Moves several clients of one session to another at once, with one reason. */
@Controller
@RequestMapping("/board/sessions/{session}/moves")
class MovesController {

    private final Sessions sessions;
    private final Attendance attendance;
    private final Clock clock;

    MovesController(Sessions sessions, Attendance attendance, Clock clock) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.clock = clock;
    }

    @GetMapping
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView ask(Permit permit, @PathVariable SessionId session) {
        return dialog(permit, session, Form.empty(), Optional.empty());
    }

    /** All of them move, or none does. */
    @PostMapping
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView move(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @RequestParam(name = "client", defaultValue = "") List<UUID> clients,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var to = form.requiredId("to", "Choose the session they go to.");
        if (clients.isEmpty()) {
            form.refused(List.of(problem("client", "Choose who moves.")));
        }
        if (form.value("reason").isBlank()) {
            form.refused(List.of(problem("reason", "Say why, in a word.")));
        }
        if (to == null || form.wrong() || !others(permit, session).containsKey(to.toString())) {
            return Saving.refused(dialog(permit, session, form, Optional.of(Set.copyOf(clients))));
        }
        var moving =
                sessions.moveTogether(
                        permit,
                        session,
                        new SessionId(to),
                        clients.stream().map(ClientId::new).toList(),
                        form.value("reason"),
                        form.value("despite"));
        switch (moving) {
            case Moving.Moved(int moved, int stayed) -> {
                response.setHeader("HX-Trigger", "close-dialog");
                return new ModelAndView("board/moved", "said", words(moved, stayed));
            }
            case Moving.AsksWhy(var concerns) ->
                    form.refused(
                            List.of(
                                    problem("concern", words(permit, session, concerns)),
                                    problem(
                                            "despite",
                                            SeatReason.fix(
                                                    form.value("despite"),
                                                    "Say why, or choose another session."))));
            case Moving.NotTakingPlace _ ->
                    form.refused(
                            List.of(problem("to", "That session takes nobody; choose another.")));
        }
        return Saving.refused(dialog(permit, session, form, Optional.of(Set.copyOf(clients))));
    }

    private static String words(int moved, int stayed) {
        var words = moved == 1 ? "1 client moved." : moved + " clients moved.";
        return stayed == 0 ? words : words + " Who came by now stays: " + stayed + ".";
    }

    /** Each sentence once, behind the names of those whom it is about. */
    private String words(Permit permit, SessionId session, Map<ClientId, List<String>> concerns) {
        var names =
                sessions.roster(permit, session).stream()
                        .collect(
                                Collectors.toMap(
                                        RosterSeat::client,
                                        seat -> Words.name(seat.givenName(), seat.familyName())));
        var about = new LinkedHashMap<String, List<String>>();
        concerns.forEach((client, sentences) ->
                sentences.forEach(sentence ->
                        about.computeIfAbsent(sentence, one -> new ArrayList<>())
                                .add(names.getOrDefault(client, "A client"))));
        return about.entrySet().stream()
                .map(one -> String.join(", ", one.getValue()) + ": " + one.getKey())
                .collect(Collectors.joining(" "));
    }

    private ModelAndView dialog(
            Permit permit, SessionId session, Form form, Optional<Set<UUID>> chosen) {
        var found = sessions.find(permit, session).orElseThrow(NotFound::new);
        var marks =
                attendance.marks(permit, session).stream()
                        .collect(Collectors.toMap(Mark::client, mark -> mark));
        var people =
                sessions.roster(permit, session).stream()
                        .filter(RosterSeat::expected)
                        .filter(seat -> status(marks, seat) != Status.PRESENT)
                        .map(seat ->
                                new Choice(
                                        seat.client().value().toString(),
                                        Words.name(seat.givenName(), seat.familyName()),
                                        chosen.map(some -> some.contains(seat.client().value()))
                                                .orElse(true)))
                        .toList();
        var model = new HashMap<String, Object>();
        model.put("path", "/board/sessions/" + session.value() + "/moves");
        model.put("session", words(found));
        model.put("people", people);
        model.put("form", form);
        model.put("others", form.choices("to", "Choose a session", others(permit, session)));
        return new ModelAndView("board/moves", model);
    }

    private static Status status(Map<ClientId, Mark> marks, RosterSeat seat) {
        var mark = marks.get(seat.client());
        return mark == null ? Status.EXPECTED : mark.status();
    }

    /** The other sessions of that day at that site that are not over. */
    private Map<String, String> others(Permit permit, SessionId session) {
        var found = sessions.find(permit, session).orElseThrow(NotFound::new);
        var others = new LinkedHashMap<String, String>();
        for (var other : sessions.on(permit, found.site(), found.date())) {
            if (!other.id().equals(session)
                    && !other.cancelled()
                    && other.endsAt().isAfter(clock.instant())) {
                others.put(other.id().value().toString(), words(other));
            }
        }
        return others;
    }

    private static String words(DatedSession session) {
        var room = session.roomWords();
        return Words.time(session.startsAt(), session.zone())
                + " "
                + session.title()
                + (room.isEmpty() ? "" : ", " + room);
    }

    private static Problem problem(String field, String message) {
        return new Problem(field, "MISSING", message);
    }
}
