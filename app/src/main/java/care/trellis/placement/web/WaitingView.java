package care.trellis.placement.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * The form of the waiting list.
 *
 * @param action where it goes
 * @param name whose it is; empty: somebody is chosen
 * @param people to choose from
 * @param times a row for each part of the day
 * @param leavePath takes them off; empty for somebody new
 */
public record WaitingView(
        String path,
        String action,
        String name,
        Form form,
        List<Choice> people,
        List<Choice> reasons,
        List<Choice> languages,
        List<Choice> tags,
        List<Choice> musts,
        List<Choice> wishes,
        List<Choice> modalities,
        List<Times> times,
        String leavePath,
        List<Choice> leaveReasons) {

    /** A part of the day, on each day. */
    public record Times(String part, List<Choice> days) {

        /** Copies the days. */
        public Times {
            days = List.copyOf(days);
        }
    }
}
