package care.trellis.web;

import care.trellis.base.Permit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What one room adds to the page of a client. Every bean of this kind is asked in the order of its
 * {@code @Order}; each leaves out what the reader's role may not see.
 */
public interface ChartPart {

    /** The room's own pages about this client; none by default. */
    default List<Place> places(Permit permit, UUID client) {
        return List.of();
    }

    /**
     * Puts what this room has to tell on the sheet, in the chart's own transaction. Nothing by
     * default.
     */
    default void write(Permit permit, Whose whose, Sheet sheet) {}

    /**
     * Of what happened, that which may explain a turn of the client's scores: their charts draw it,
     * with its title. Nothing by default.
     */
    default List<Dated> turns(Permit permit, UUID client) {
        return List.of();
    }

    /**
     * Whose chart it is.
     *
     * @param zone of the client's site
     * @param today the site's day
     */
    record Whose(UUID client, ZoneId zone, LocalDate today) {

        /** A page about this client: {@code path("/plan")}. */
        public String path(String after) {
            return "/clients/" + client + after;
        }
    }

    /** What stands on the chart, in the order in which it was put there. */
    final class Sheet {

        private final List<Card> cards = new ArrayList<>();
        private final List<Dated> events = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();

        /** Short lists worth a place on the chart itself. */
        public List<Card> cards() {
            return cards;
        }

        /** What happened, for the client's history. */
        public List<Dated> events() {
            return events;
        }

        /** What a whole record holds, there or not. */
        public List<Item> items() {
            return items;
        }
    }

    /**
     * Something that a whole record holds.
     *
     * @param there whether it is there and current
     * @param fix what to do where it is not, as a sentence
     * @param path where that is done
     */
    record Item(String what, boolean there, String fix, String path) {}

    /** A page about this client. */
    record Place(String label, String icon, String path) {}

    /**
     * A short list.
     *
     * @param none what stands there when there is no line
     * @param path of the page behind the list; empty if there is none
     */
    record Card(String title, List<Line> lines, String none, String path) {

        /** Copies the lines. */
        public Card {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a card: what, more of it, a word on its state, and when.
     *
     * @param path of what the line names; empty where nothing can be opened
     */
    record Line(String title, String detail, String chip, Tone tone, String when, String path) {

        /** A line that opens nothing. */
        public Line(String title, String detail, String chip, Tone tone, String when) {
            this(title, detail, chip, tone, when, "");
        }
    }

    /** Something that happened on a day of the site. */
    record Dated(LocalDate day, Event event) {}
}
