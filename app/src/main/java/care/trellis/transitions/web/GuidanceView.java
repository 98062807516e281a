package care.trellis.transitions.web;

import care.trellis.web.Tone;
import java.util.List;

/**
 * The signs for more and for less care, and what they speak for.
 *
 * @param headline what they speak for, in words
 * @param suggestedPath fills the form in with next steps; empty where things stay as they are
 * @param suggested what the button says
 */
public record GuidanceView(
        String headline,
        Tone tone,
        List<Sign> up,
        List<Sign> down,
        String suggestedPath,
        String suggested) {

    /** One sign, with its evidence. */
    public record Sign(String rule, String evidence, String icon, String word, Tone tone) {}

    /** Copies both lists. */
    public GuidanceView {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }
}
