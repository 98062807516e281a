package care.trellis.medications.web;

import care.trellis.web.Choice;
import care.trellis.web.Event;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * A client's medications, as finished text.
 *
 * @param path of the client's chart
 * @param name first name and last initial
 * @param due what is to be reconciled, in a sentence; empty where nothing is
 * @param aims that the AIMS is due, in a sentence; empty where it is not
 * @param noneKnown who said that no allergy is known; empty where nobody did
 * @param note the form that notes an allergy
 */
public record ListView(
        String path,
        String name,
        String due,
        Tone dueTone,
        String aims,
        List<Row> taken,
        List<Row> past,
        List<AllergyRow> allergies,
        List<Event> takenBack,
        String noneKnown,
        List<Signed> signed,
        boolean mayEdit,
        boolean mayReconcile,
        boolean mayLook,
        Form note,
        List<Choice> severities) {

    /** Copies the lists. */
    public ListView {
        taken = List.copyOf(taken);
        past = List.copyOf(past);
        allergies = List.copyOf(allergies);
        takenBack = List.copyOf(takenBack);
        signed = List.copyOf(signed);
        severities = List.copyOf(severities);
    }

    /** A medication in the list. */
    public record Row(
            String path,
            String name,
            String how,
            String since,
            String prescriber,
            String source,
            String taking,
            Tone takingTone,
            String treatment,
            String next,
            Tone nextTone) {}

    /** An allergy that holds. */
    public record AllergyRow(
            String path, String element, String substance, String reaction, Tone tone, Form form) {}

    /**
     * A signed comparison.
     *
     * @param look who looked through it, or that a prescriber has to; empty where none must
     */
    public record Signed(
            String path,
            String when,
            String moment,
            String by,
            String lines,
            String look,
            boolean waits) {}
}
