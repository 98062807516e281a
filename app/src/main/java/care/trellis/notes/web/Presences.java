package care.trellis.notes.web;

import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.notes.GroupNote;
import care.trellis.notes.NoteLine;
import care.trellis.notes.Notes;
import care.trellis.sessions.SessionId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a change of somebody's presence with the parts of the page that it moves. A line whose
 * words stand on the page keeps them: only who and how long is replaced.
 */
@Component
class Presences {

    private final Notes notes;
    private final GroupNoteViews views;

    Presences(Notes notes, GroupNoteViews views) {
        this.notes = notes;
        this.views = views;
    }

    /** The note, for one of its facilitators. */
    GroupNote note(Permit permit, SessionId session) {
        return notes.ofFacilitator(permit, session);
    }

    /** Makes the change and shows it. */
    ModelAndView changed(Permit permit, SessionId session, ClientId client, Runnable change) {
        boolean before = line(note(permit, session), client).present();
        change.run();
        var after = note(permit, session);
        return parts(
                "notes/group/changed",
                permit,
                after,
                client,
                before != line(after, client).present());
    }

    /** Shows a line that came, or that the page no longer holds. */
    ModelAndView parts(
            String template, Permit permit, GroupNote note, ClientId client, boolean whole) {
        return new ModelAndView(
                template,
                Map.of(
                        "note",
                        views.afterPresence(permit, note),
                        "element",
                        "line-" + client.value(),
                        "whole",
                        whole));
    }

    /** A client's line. */
    static NoteLine line(GroupNote note, ClientId client) {
        return note.lines().stream()
                .filter(line -> line.client().equals(client))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
