package care.trellis.notes.web;

import care.trellis.access.Access;
import care.trellis.attendance.Attendance;
import care.trellis.attendance.Corrected;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.notes.GroupNote;
import care.trellis.notes.GroupRoster;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.web.Form;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The dialog with one client's times, and the way to the group that the client was really in. */
@Controller
@RequestMapping("/sessions/{session}/note/lines/{client}")
class TimesController {

    private final Presences presences;
    private final Attendance attendance;
    private final GroupRoster roster;
    private final Sessions sessions;
    private final Access access;

    TimesController(
            Presences presences,
            Attendance attendance,
            GroupRoster roster,
            Sessions sessions,
            Access access) {
        this.presences = presences;
        this.attendance = attendance;
        this.roster = roster;
        this.sessions = sessions;
        this.access = access;
    }

    @GetMapping("/times")
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView times(
            Permit permit, @PathVariable SessionId session, @PathVariable ClientId client) {
        var note = presences.note(permit, session);
        var line = Presences.line(note, client);
        var status = line.status().equals(Status.EXPECTED.name()) ? "PRESENT" : line.status();
        return dialog(
                permit,
                note,
                client,
                Form.empty()
                        .with("status", status)
                        .with("came", Times.field(note, line.arrivedAt(), note.startsAt()))
                        .with("left", Times.field(note, line.leftAt(), note.endsAt())));
    }

    @PostMapping("/times")
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView correct(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var note = presences.note(permit, session);
        var form = Form.typed(sent);
        return switch (Times.read(note, form)) {
            case Change.Refused<Corrected>(var problems) ->
                    Saving.refused(dialog(permit, note, client, form.refused(problems)));
            case Change.Done<Corrected>(var was) -> {
                response.setHeader("HX-Trigger", "close-dialog");
                yield presences.changed(
                        permit,
                        session,
                        client,
                        () ->
                                attendance.correct(
                                        permit,
                                        form.key(),
                                        session,
                                        client,
                                        was,
                                        Times.reason(form)));
            }
        };
    }

    @PostMapping("/move")
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView move(
            Permit permit,
            HttpServletResponse response,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var note = presences.note(permit, session);
        var form = Form.typed(sent);
        return switch (move(permit, note, client, form)) {
            case Change.Refused<ClientId>(var problems) ->
                    Saving.refused(dialog(permit, note, client, form.refused(problems)));
            case Change.Done<ClientId> _ -> {
                response.setHeader("HX-Trigger", "close-dialog");
                yield presences.parts(
                        "notes/group/moved",
                        permit,
                        presences.note(permit, session),
                        client,
                        false);
            }
        };
    }

    private Change<ClientId> move(Permit permit, GroupNote note, ClientId client, Form form) {
        if (!others(permit, note).containsKey(form.value("to"))) {
            return Change.refused("to", "SESSION_MISSING", "Choose the group the client was in.");
        }
        var to = SessionId.of(form.value("to"));
        var there =
                access.decide(
                                permit.actor(),
                                Action.ATTENDANCE_CORRECT,
                                permit.purpose(),
                                new Resource(Resource.Kind.SESSION, to.value()))
                        .orElseThrow(NotFound::new);
        return roster.move(
                permit, there, form.key(), note.session(), to, client, Times.reason(form));
    }

    private ModelAndView dialog(Permit permit, GroupNote note, ClientId client, Form form) {
        form.key();
        var statuses = new LinkedHashMap<String, String>();
        List.of(Status.PRESENT, Status.ABSENT, Status.EXCUSED)
                .forEach(it -> statuses.put(it.name(), it.label()));
        return new ModelAndView(
                "notes/group/times",
                Map.of(
                        "path",
                        "/sessions/%s/note/lines/%s"
                                .formatted(note.session().value(), client.value()),
                        "name",
                        Presences.line(note, client).givenName(),
                        "form",
                        form,
                        "statuses",
                        form.choices("status", statuses),
                        "others",
                        form.choices("to", "Choose …", others(permit, note))));
    }

    /** The other sessions of the day at the site. */
    private Map<String, String> others(Permit permit, GroupNote note) {
        var others = new LinkedHashMap<String, String>();
        var site = sessions.find(permit, note.session()).map(DatedSession::site);
        site.ifPresent(found ->
                sessions.on(permit, found, note.localDate()).stream()
                        .filter(it -> !it.id().equals(note.session()) && !it.cancelled())
                        .forEach(it ->
                                others.put(
                                        it.id().value().toString(),
                                        GroupNoteViews.TIME.format(it.startsAt().atZone(it.zone()))
                                                + " "
                                                + it.title())));
        return others;
    }
}
