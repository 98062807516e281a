package care.trellis.setup.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;

/**
 * One step of setting a program up.
 *
 * @param path of the draft
 * @param number of the step, from 1
 * @param facts all that would be made, for the last step
 * @param contracts payers that are under contract, with their rules
 * @param payers rows for payers that are put under contract with the program
 * @param refusals why it could not be made; empty before it was tried
 * @param complete whether every step is
 */
public record StepView(
        String path,
        String step,
        int number,
        String label,
        List<Mark> marks,
        Form form,
        Choices choices,
        List<TrackCard> tracks,
        PictureView picture,
        List<Fact> facts,
        List<String> contracts,
        List<PayerRow> payers,
        List<String> refusals,
        boolean complete) {

    /** One step in the row of steps; its state is {@code now}, {@code done} or {@code open}. */
    public record Mark(String label, String path, String state) {}

    /** What there is to choose from. */
    public record Choices(
            List<Choice> sites,
            List<Choice> zones,
            List<Choice> settings,
            List<Choice> licences,
            List<Kind> kinds) {

        /** Copies the lists. */
        public Choices {
            sites = List.copyOf(sites);
            zones = List.copyOf(zones);
            settings = List.copyOf(settings);
            licences = List.copyOf(licences);
            kinds = List.copyOf(kinds);
        }
    }

    /** What a program treats. */
    public record Kind(String value, String label, String words, boolean chosen) {}

    /** One track that could be had. */
    public record TrackCard(
            String id,
            String label,
            String words,
            boolean chosen,
            boolean virtual,
            List<DayBox> days,
            List<Choice> rooms,
            List<Choice> leads,
            List<Choice> coLeads) {

        /** Copies the lists. */
        public TrackCard {
            days = List.copyOf(days);
            rooms = List.copyOf(rooms);
            leads = List.copyOf(leads);
            coLeads = List.copyOf(coLeads);
        }
    }

    /** One row for a payer, by its number; the rules are chosen from the library. */
    public record PayerRow(int number, List<Choice> rules) {

        /** Copies the list. */
        public PayerRow {
            rules = List.copyOf(rules);
        }
    }

    /** A day of the week to tick. */
    public record DayBox(String value, String letters, String name, boolean ticked) {}

    /** A name and a value. */
    public record Fact(String label, String value) {}

    /** Copies the lists. */
    public StepView {
        marks = List.copyOf(marks);
        tracks = List.copyOf(tracks);
        facts = List.copyOf(facts);
        contracts = List.copyOf(contracts);
        payers = List.copyOf(payers);
        refusals = List.copyOf(refusals);
    }
}
