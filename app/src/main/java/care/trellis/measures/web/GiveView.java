package care.trellis.measures.web;

import care.trellis.measures.Administration;
import care.trellis.measures.Availability;
import care.trellis.measures.Offered;
import care.trellis.measures.Sitting;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What can be handed out, how, and what is still out.
 *
 * @param paper what is scored from paper only, because its wording is not here
 */
public record GiveView(
        List<Offer> offers,
        List<Offer> paper,
        List<Choice> modes,
        List<Choice> languages,
        List<Open> open) {

    /** Copies the lists. */
    public GiveView {
        offers = List.copyOf(offers);
        paper = List.copyOf(paper);
        modes = List.copyOf(modes);
        languages = List.copyOf(languages);
        open = List.copyOf(open);
    }

    /** One instrument to tick; the hint says how far it can go. */
    public record Offer(String id, String title, String hint, boolean chosen) {

        static Offer of(Offered offered, Form form) {
            var about = offered.instrument().about();
            var hint =
                    offered.forStaffOnly()
                            ? "Staff rate it"
                            : offered.availability() != Availability.READY
                                    ? "From paper"
                                    : about.languages().contains("es")
                                            ? "English, Spanish"
                                            : "English";
            return new Offer(
                    about.id(),
                    about.title(),
                    offered.asksAboutSafety() ? hint + " · asks about suicide" : hint,
                    form.ticked("instrument", about.id()));
        }
    }

    /** A sitting that is not done. */
    public record Open(String measures, String words, String path) {

        static Open of(Sitting sitting, String path) {
            return new Open(
                    sitting.measures().stream()
                            .map(Administration::instrument)
                            .collect(Collectors.joining(", ")),
                    "%s · %d of %d done"
                            .formatted(
                                    sitting.mode().label(),
                                    sitting.done(),
                                    sitting.measures().size()),
                    path);
        }
    }

    /** Whether one of those from paper is ticked. */
    public boolean opensPaper() {
        return paper.stream().anyMatch(Offer::chosen);
    }
}
