package care.trellis.chart;

import care.trellis.board.Mark;
import care.trellis.web.ChartPart;
import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Tone;
import java.util.List;

/**
 * One chart as finished text. What the reader's role may not see is not in it.
 *
 * @param path of the chart; forms stand below it
 * @param shortName first name and last initial: what a window's title may keep
 * @param about age, pronouns and record number in one line
 * @param gaps what is missing and what to do about it, most pressing first
 * @param clinical whether plan, diagnoses and scores are shown
 * @param notesShown whether the list of notes is shown
 * @param authorizationsShown whether authorizations are shown
 * @param places the other rooms' pages about this client
 * @param cards the other rooms' short lists
 * @param completeness of the record; nothing is asked of one that has no stay
 * @param mayEdit whether the admission page has something for this reader to do
 */
public record ChartView(
        String path,
        String name,
        String shortName,
        String initials,
        String about,
        List<Fact> facts,
        String consent,
        Tone consentTone,
        List<String> gaps,
        List<Day> week,
        String weekWords,
        boolean clinical,
        String planWords,
        String planSigned,
        List<Goal> goals,
        List<ChartPart.Line> diagnoses,
        boolean notesShown,
        List<ChartPart.Line> notes,
        boolean authorizationsShown,
        List<ChartPart.Line> authorizations,
        List<ChartPart.Line> coverages,
        List<ChartPart.Line> contacts,
        List<Event> history,
        List<ChartPart.Place> places,
        List<ChartPart.Card> cards,
        Completeness completeness,
        boolean mayEdit) {

    /**
     * How whole the record is.
     *
     * @param all what it holds when it is whole
     * @param missing what is not there, each with what to do about it
     */
    public record Completeness(int there, int all, List<ChartPart.Item> missing) {

        /** Copies the list. */
        public Completeness {
            missing = List.copyOf(missing);
        }

        static Completeness of(List<ChartPart.Item> items) {
            var missing = items.stream().filter(item -> !item.there()).toList();
            return new Completeness(items.size() - missing.size(), items.size(), missing);
        }

        /** The figure in words. */
        public String words() {
            return "Record %d of %d".formatted(there, all);
        }

        /** Good where nothing is missing. */
        public Tone tone() {
            return missing.isEmpty() ? Tone.GOOD : Tone.WATCH;
        }
    }

    /** One day of this week's strip. */
    public record Day(String label, boolean today, List<Group> groups) {

        /** Copies the groups. */
        public Day {
            groups = List.copyOf(groups);
        }
    }

    /** One group of a day, and how the client stood to it. */
    public record Group(String time, String title, Mark mark) {}

    /** One goal; a closed one says when. */
    public record Goal(int number, String text, String closed) {}
}
