package care.trellis.sessions.web;

import care.trellis.sessions.SeriesChange;
import care.trellis.web.Tone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change would do, or why it cannot be made.
 *
 * @param known enough is typed to say
 * @param title in a sentence
 * @param lines one by one
 * @param free what could be had instead; empty for nothing
 */
public record EffectView(boolean known, Tone tone, String title, List<String> lines, String free) {

    /** Before enough is typed to say. */
    static final EffectView NONE = new EffectView(false, Tone.INFO, "", List.of(), "");

    /** Copies the lines. */
    public EffectView {
        lines = List.copyOf(lines);
    }

    static EffectView of(SeriesChange outcome, ZoneId zone) {
        return switch (outcome) {
            case SeriesChange.Changed(var effect) -> done(effect);
            case SeriesChange.Taken(var obstacles) ->
                    new EffectView(
                            true,
                            Tone.WATCH,
                            "Already taken",
                            ConflictWords.lines(obstacles.conflicts(), zone),
                            ConflictWords.free(obstacles));
            case SeriesChange.Begun _ ->
                    refused("It has begun or lies in the past: choose a time to come.");
            case SeriesChange.CalledOff _ -> refused("It is called off. Put it back first.");
            case SeriesChange.OnRecord _ ->
                    refused(
                            "Attendance or a note is on record for this day. Its time can change, its day cannot.");
            case SeriesChange.RoomElsewhere _ -> refused("Choose a room of this site.");
            case SeriesChange.NoDates _ -> refused("No date lies ahead: choose other days.");
        };
    }

    private static EffectView refused(String why) {
        return new EffectView(true, Tone.WATCH, why, List.of(), "");
    }

    private static EffectView done(SeriesChange.Effect effect) {
        var lines = new ArrayList<String>();
        if (effect.kept() > 0) {
            lines.add(
                    effect.kept()
                            + " stay as they are: changed by themselves, called off, or on record.");
        }
        if (effect.calledOff() > 0) {
            lines.add(
                    effect.calledOff()
                            + " have no date any more and are called off; their rosters stay.");
        }
        if (effect.added() > 0) {
            lines.add(effect.added() + " are new, with everybody who is enrolled.");
        }
        return new EffectView(
                true,
                Tone.GOOD,
                effect.changed() == 1
                        ? "1 session changes and keeps its roster."
                        : effect.changed() + " sessions change and keep their rosters.",
                lines,
                "");
    }
}
