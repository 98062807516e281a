package care.trellis.chart;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * The admission of one person: its sections in the order they are worked through. A section that
 * the reader's role may not change is not shown.
 *
 * @param path of the chart; every form stands below it
 */
public record AdmissionView(
        String path,
        String name,
        String shortName,
        String recordNumber,
        boolean mayPerson,
        PersonSection person,
        boolean mayCoverage,
        List<Kept> coverages,
        CoverageSection coverage,
        boolean mayConsent,
        String consentState,
        Tone consentTone,
        List<Kept> consents,
        ConsentSection consent,
        boolean mayEpisode,
        EpisodeSection episode,
        boolean mayPlan,
        boolean admitted,
        String planWords,
        Form plan,
        List<Kept> goals,
        Form goal,
        boolean mayDiagnosis,
        List<Kept> diagnoses,
        Form diagnosis,
        List<Kept> contacts,
        Form contact) {

    /**
     * Something on record with what can be done to it.
     *
     * @param link opens it for change; empty where it does not open
     * @param action path that a press of the button posts to; empty where there is none
     */
    public record Kept(
            String title,
            String detail,
            String chip,
            Tone tone,
            String link,
            String action,
            String actionLabel) {}

    /** The person's own fields. */
    public record PersonSection(Form form, List<Choice> sexes, List<Choice> sites) {}

    /** One coverage card. */
    public record CoverageSection(String path, Form form, List<Choice> contracts) {}

    /** One consent. */
    public record ConsentSection(Form form, List<Choice> channels, List<Choice> signers) {}

    /**
     * The stay.
     *
     * @param episodePath where steps and the discharge post to; empty while nobody is admitted
     * @param levelPath where the level of care is changed; empty where the reader may not
     * @param words where the client is now; empty while nobody is admitted
     */
    public record EpisodeSection(
            String episodePath,
            String words,
            Form admit,
            List<Choice> programs,
            List<Choice> levels,
            String levelPath,
            Form discharge,
            List<Choice> reasons) {}
}
