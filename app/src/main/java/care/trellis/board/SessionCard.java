package care.trellis.board;

import care.trellis.web.Tone;

/**
 * One group session of the day.
 *
 * @param elementId opaque, and the same on every screen
 * @param time such as {@code 9:00 – 9:50}
 * @param staff facilitators with their credentials
 * @param words the head count, such as {@code 21 here · 3 not marked or away}
 * @param here clients in the room
 * @param expected clients on the roster
 * @param notePath where the group note is; empty for a reader who may not open it
 * @param movesPath where several clients are moved; empty for a reader who may not, and once it is
 *     over
 * @param note state of the note, such as {@code Note signed}; empty before the session
 * @param tone of the note's state; bad also when the room is over its limit
 */
public record SessionCard(
        String elementId,
        String time,
        String title,
        String room,
        String staff,
        String words,
        int here,
        int expected,
        String notePath,
        String movesPath,
        String note,
        Tone tone) {}
