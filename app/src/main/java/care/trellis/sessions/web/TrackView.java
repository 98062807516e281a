package care.trellis.sessions.web;

import care.trellis.web.Choice;
import java.util.List;

/**
 * A track as its page shows it.
 *
 * @param words such as {@code Adult IOP · Northgate · 12 clients · 9.0 hours a week}
 * @param days the week, Monday first; days without a block at the weekend are left out
 * @param mayEdit whether the forms are shown
 */
public record TrackView(
        String path,
        String name,
        String words,
        List<Day> days,
        List<Person> enrolled,
        List<Choice> candidates,
        BlockForm form,
        String key,
        String today,
        boolean mayEdit) {

    /** One day of the week. */
    public record Day(String name, List<BlockView> blocks) {

        public Day {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * One block.
     *
     * @param time such as {@code 9:00 – 10:00}
     * @param detail kind, room and until when
     * @param endPath ends it; empty for a reader who may not
     */
    public record BlockView(
            String time, String title, String staff, String detail, String endPath) {}

    /** One enrolled client: first name and last initial. */
    public record Person(String name, String since, String endPath) {}

    public TrackView {
        days = List.copyOf(days);
        enrolled = List.copyOf(enrolled);
        candidates = List.copyOf(candidates);
    }
}
