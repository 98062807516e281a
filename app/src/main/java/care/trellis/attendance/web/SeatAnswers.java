package care.trellis.attendance.web;

import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import care.trellis.web.Form;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a change of one seat answers: the roster as it stands, and what was done. */
@Component
class SeatAnswers {

    static final String WAS_HERE =
            "Who was here stays on the roster: correct the record first, or move them in the group's note, where times and words go along.";

    private final Rosters rosters;

    SeatAnswers(Rosters rosters) {
        this.rosters = rosters;
    }

    /** The roster with what came of a press that cannot be taken back. */
    ModelAndView said(Permit permit, SessionId session, String words) {
        return done(permit, session, words, Tone.WATCH, "", false);
    }

    /** An undo is pressed in a toast, which swaps nothing: the roster puts itself in place. */
    ModelAndView undone(Permit permit, SessionId session, String words, Tone tone) {
        return done(permit, session, words, tone, "", true);
    }

    /**
     * The roster with what was done.
     *
     * @param undo where it is taken back; empty: nowhere
     * @param inPlace whether the roster puts itself in place
     */
    ModelAndView done(
            Permit permit,
            SessionId session,
            String words,
            Tone tone,
            String undo,
            boolean inPlace) {
        var model = new HashMap<String, Object>();
        model.put("view", rosters.roster(permit, session));
        model.put("walkIn", rosters.walkIn(permit, session, Form.empty()));
        model.put("said", words);
        model.put("tone", tone);
        model.put("undo", undo);
        model.put("oob", inPlace);
        return new ModelAndView("attendance/seated", model);
    }

    /** A part that was not saved, put where it came from. */
    static ModelAndView refused(
            HttpServletResponse response, String place, String swap, ModelAndView part) {
        response.setHeader("HX-Retarget", place);
        response.setHeader("HX-Reswap", swap);
        return Saving.refused(part);
    }

    static String path(SessionId session, ClientId client) {
        return "/sessions/%s/clients/%s".formatted(session.value(), client.value());
    }
}
