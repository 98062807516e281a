package care.trellis.attendance.web;

import care.trellis.web.Form;

/**
 * The page of one session.
 *
 * @param words when, where and who leads
 * @param notePath the group's note; empty for a reader who may not
 * @param livePath server-sent events of this session: event {@code roster} says that it changed
 * @param cancelling the form that calls the session off
 */
public record SessionView(
        String title,
        String words,
        String notePath,
        String livePath,
        RosterView roster,
        WalkInView walkIn,
        Form cancelling) {}
