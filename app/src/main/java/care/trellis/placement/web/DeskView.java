package care.trellis.placement.web;

import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The desk of one site: who waits, the tracks, and what is proposed.
 *
 * @param path of the desk
 * @param facts one sentence on the waiting list
 * @param wrong what kept the last press from being done; empty: nothing
 */
public record DeskView(
        String path,
        String site,
        List<Tab> sites,
        String facts,
        List<Card> waiting,
        List<Column> tracks,
        Searching searching,
        boolean mayEdit,
        boolean mayKeepApart,
        List<String> wrong) {

    /** Copies the lists. */
    public DeskView {
        sites = List.copyOf(sites);
        waiting = List.copyOf(waiting);
        tracks = List.copyOf(tracks);
        wrong = List.copyOf(wrong);
    }

    /**
     * Somebody who waits.
     *
     * @param since in days, as people say it
     * @param wants a line of what they need
     * @param outcome what the proposal has for them; empty: nothing is proposed
     * @param whyPath the reasons; empty: none
     */
    public record Card(
            String client,
            String name,
            String initials,
            String since,
            Tone tone,
            String reasons,
            String wants,
            String outcome,
            Tone outcomeTone,
            String editPath,
            String whyPath) {}

    /**
     * One track.
     *
     * @param id what a card that is dragged here is put into
     * @param binds what limits it, in words
     */
    public record Column(
            String id,
            String name,
            String week,
            List<String> badges,
            List<Bar> bars,
            String binds,
            List<Chip> coming,
            List<Chip> going,
            List<Chip> here,
            String rulesPath) {

        /** Copies the lists. */
        public Column {
            badges = List.copyOf(badges);
            bars = List.copyOf(bars);
            coming = List.copyOf(coming);
            going = List.copyOf(going);
            here = List.copyOf(here);
        }
    }

    /**
     * The seats of one day, drawn from the bottom: taken, then those that are proposed.
     *
     * @param day two letters
     * @param words all of it for who does not see it
     * @param taken height of 40
     * @param coming height of 40
     * @param going height of 40, at the top of what is taken
     * @param count {@code 7/12}
     * @param full whether no seat is left
     */
    public record Bar(
            String day,
            String words,
            int taken,
            int coming,
            int going,
            String count,
            boolean full) {}

    /**
     * A person in a track.
     *
     * @param days on which they come
     * @param note where they come from or go to; empty: nowhere
     * @param whyPath the reasons
     */
    public record Chip(
            String client,
            String name,
            String initials,
            String days,
            String note,
            boolean pinned,
            String whyPath) {}

    /**
     * How far the search is.
     *
     * @param state {@code none}, {@code running}, {@code failed}, {@code ready}, {@code nothing} or
     *     {@code taken}
     * @param headline what it comes to
     * @param detail in one more sentence
     * @param elapsed seconds of {@code seconds}
     * @param key of the form that takes places
     * @param from the first day that the form suggests
     * @param undoPath takes the last acceptance back; empty: there is none
     * @param takenWords what was taken last; empty: nothing
     */
    public record Searching(
            String state,
            String headline,
            String detail,
            int elapsed,
            int seconds,
            String id,
            String key,
            String startKey,
            String from,
            String undoPath,
            String takenWords) {}
}
