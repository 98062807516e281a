package care.trellis.plans.web;

import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * How often plans are reviewed, in finished text.
 *
 * @param standard what holds where no rule is
 */
public record CadenceView(
        String standard,
        List<Rule> rules,
        boolean mayEdit,
        Form form,
        List<Choice> programs,
        List<Choice> contracts,
        List<Due> due) {

    /** Copies the lists. */
    public CadenceView {
        rules = List.copyOf(rules);
        programs = List.copyOf(programs);
        contracts = List.copyOf(contracts);
        due = List.copyOf(due);
    }

    /** One rule. */
    public record Rule(
            String program,
            String programId,
            String contract,
            String contractId,
            String first,
            String review) {}

    /** A plan that is due or overdue. */
    public record Due(String name, String path, String what, String on, String chip, Tone tone) {}
}
