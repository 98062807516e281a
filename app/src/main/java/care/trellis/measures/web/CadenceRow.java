package care.trellis.measures.web;

import care.trellis.engine.instruments.About.Moment;
import care.trellis.measures.Offered;
import care.trellis.web.Choice;
import java.util.List;
import java.util.Set;

/** One instrument with the moments at which a program gives it. */
public record CadenceRow(String id, String title, List<Choice> moments) {

    /**
     * The moments that a list of what is due follows; the others are given on a clinician's word.
     */
    private static final List<Moment> FOLLOWED =
            List.of(
                    Moment.INTAKE,
                    Moment.WEEKLY,
                    Moment.EVERY_TWO_WEEKS,
                    Moment.EVERY_FOUR_WEEKS,
                    Moment.STEP_CHANGE,
                    Moment.DISCHARGE,
                    Moment.FOLLOW_UP);

    /** Copies the list. */
    public CadenceRow {
        moments = List.copyOf(moments);
    }

    static CadenceRow of(Offered offered, Set<Moment> standing) {
        var about = offered.instrument().about();
        return new CadenceRow(
                about.id(),
                about.title(),
                FOLLOWED.stream()
                        .map(moment ->
                                new Choice(
                                        moment.name(),
                                        Texts.moment(moment),
                                        standing.contains(moment)))
                        .toList());
    }
}
