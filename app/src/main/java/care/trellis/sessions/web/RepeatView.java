package care.trellis.sessions.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/** The fields that say how often something repeats. */
public record RepeatView(List<Choice> kinds, List<Choice> ends, List<DayBox> days, Form form) {

    /** A day of the week to tick. */
    public record DayBox(String value, String letters, String name, boolean ticked) {}

    /** Copies the lists. */
    public RepeatView {
        kinds = List.copyOf(kinds);
        ends = List.copyOf(ends);
        days = List.copyOf(days);
    }
}
