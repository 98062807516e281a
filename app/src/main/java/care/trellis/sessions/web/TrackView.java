package care.trellis.sessions.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.WeekGrid;
import java.util.List;

/**
 * A track as its page shows it.
 *
 * @param words such as {@code Adult IOP · Northgate · 12 clients · 9.0 hours a week}
 * @param week as a picture
 * @param blocks each block with its rule in words
 * @param enrolling the form that enrolls somebody, with what was typed and what is wrong with it
 * @param mayEdit whether the forms are shown
 */
public record TrackView(
        String path,
        String name,
        String words,
        WeekGrid week,
        List<BlockView> blocks,
        List<Person> enrolled,
        List<Choice> candidates,
        BlockForm form,
        Form enrolling,
        String today,
        boolean mayEdit) {

    /**
     * One block.
     *
     * @param path its dates
     * @param rule such as {@code Every Monday and Wednesday, 9:00 – 10:00}
     * @param detail kind, room, until when
     * @param endPath ends it; empty for a reader who may not
     */
    public record BlockView(
            String path, String title, String rule, String staff, String detail, String endPath) {}

    /** One enrolled client: first name and last initial. */
    public record Person(String name, String since, String endPath) {}

    /** Copies the lists. */
    public TrackView {
        blocks = List.copyOf(blocks);
        enrolled = List.copyOf(enrolled);
        candidates = List.copyOf(candidates);
    }
}
