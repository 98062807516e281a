package care.trellis.sessions.web;

import care.trellis.web.Choice;
import java.util.List;
import java.util.Map;

/**
 * The form of a new block, with what was typed and what is wrong with it.
 *
 * @param typed field name to text; an absent field is empty
 * @param errors field name to the sentence that names the fix
 */
public record BlockForm(
        List<Choice> days,
        List<Choice> services,
        List<Choice> modalities,
        List<Choice> rooms,
        List<Choice> leads,
        List<Choice> coLeads,
        Map<String, String> typed,
        Map<String, String> errors) {

    public BlockForm {
        typed = Map.copyOf(typed);
        errors = Map.copyOf(errors);
    }

    /** What stands in a field. */
    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What is wrong with a field; empty for nothing. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}
