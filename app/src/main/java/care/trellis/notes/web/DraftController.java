package care.trellis.notes.web;

import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.notes.Drafts;
import care.trellis.notes.LineText;
import care.trellis.notes.Notes;
import care.trellis.notes.Saved;
import care.trellis.notes.SetAside;
import care.trellis.notes.SharedText;
import care.trellis.sessions.SessionId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Saves what is typed. Every answer brings where the lines stand now, so that the page asks for
 * nothing more; what is being typed is never replaced.
 */
@Controller
@RequestMapping("/sessions/{session}/note")
class DraftController {

    private final Drafts drafts;
    private final Notes notes;
    private final GroupNoteViews views;

    DraftController(Drafts drafts, Notes notes, GroupNoteViews views) {
        this.drafts = drafts;
        this.notes = notes;
        this.views = views;
    }

    @PutMapping("/shared")
    @Requires(value = Action.NOTE_WRITE, session = "session")
    ModelAndView saveShared(
            Permit permit,
            @PathVariable SessionId session,
            @RequestParam int version,
            @RequestParam UUID page,
            @RequestParam(defaultValue = "") String focus,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String narrative) {
        var text = new SharedText(focus, method, narrative);
        return answer(
                permit, session, "shared", drafts.saveShared(permit, session, version, page, text));
    }

    @PutMapping("/lines/{client}")
    @Requires(value = Action.NOTE_WRITE, session = "session")
    ModelAndView saveLine(
            Permit permit,
            @PathVariable SessionId session,
            @PathVariable ClientId client,
            @RequestParam int version,
            @RequestParam UUID page,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String observed,
            @RequestParam(defaultValue = "") String observedShown,
            @RequestParam(defaultValue = "") String participation,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") String noGoalReason,
            @RequestParam(defaultValue = "") String sameTextReason) {
        var line =
                new LineText(
                        text,
                        observed,
                        observedShown,
                        level(participation),
                        goal(goal),
                        goal.equals("none")
                                ? (noGoalReason.isBlank() ? "None applies" : noGoalReason)
                                : "",
                        sameTextReason);
        return answer(
                permit,
                session,
                "line-" + client.value(),
                drafts.saveLine(permit, session, client, version, page, line));
    }

    /** Chooses between two people's words. */
    @PutMapping("/parts/{part}/choice")
    @Requires(value = Action.NOTE_WRITE, session = "session")
    ModelAndView choose(
            Permit permit,
            @PathVariable SessionId session,
            @PathVariable UUID part,
            @RequestParam UUID account,
            @RequestParam SetAside.Choice choice) {
        var saved = drafts.choose(permit, session, part, account, choice);
        if (saved instanceof Saved.NotFacilitator) {
            throw new NotFound();
        }
        return new ModelAndView(
                "notes/group/chosen",
                Map.of(
                        "note",
                        views.afterSave(permit, notes.afterSave(permit, session)),
                        "element",
                        part.equals(session.value()) ? "shared" : "line-" + part));
    }

    private ModelAndView answer(Permit permit, SessionId session, String element, Saved saved) {
        return switch (saved) {
            case Saved.Stored(int version, var at) ->
                    standing(permit, session, element, version, List.of(), HttpStatus.OK);
            case Saved.Changed(int version) ->
                    standing(permit, session, element, -1, List.of(), HttpStatus.CONFLICT);
            case Saved.Wrong(var problems) ->
                    standing(
                            permit,
                            session,
                            element,
                            -1,
                            problems,
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Saved.AlreadySigned() ->
                    standing(
                            permit,
                            session,
                            element,
                            -1,
                            List.of(
                                    new Problem(
                                            "text",
                                            "SIGNED",
                                            "This is signed. Open the note and add what is missing.")),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Saved.NotFacilitator() -> throw new NotFound();
        };
    }

    private ModelAndView standing(
            Permit permit,
            SessionId session,
            String element,
            int version,
            List<Problem> problems,
            HttpStatus status) {
        return new ModelAndView(
                "notes/standing",
                Map.of(
                        "note",
                        views.afterSave(permit, notes.afterSave(permit, session)),
                        "element",
                        element,
                        "version",
                        version,
                        "problems",
                        problems.stream().map(Problem::message).toList()),
                status);
    }

    /** What is no number stays a level that nobody knows, so that the field says so. */
    private static @Nullable Integer level(String participation) {
        if (participation.isEmpty()) {
            return null;
        }
        return participation.matches("[0-9]{1,3}") ? Integer.valueOf(participation) : -1;
    }

    private static @Nullable UUID goal(String goal) {
        if (goal.isEmpty() || goal.equals("none")) {
            return null;
        }
        try {
            return UUID.fromString(goal);
        } catch (IllegalArgumentException unknown) {
            return new UUID(0, 0);
        }
    }
}
