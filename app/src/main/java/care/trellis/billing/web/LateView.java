package care.trellis.billing.web;

import care.trellis.web.Choice;
import java.util.List;

/**
 * What is asked when a claim goes out after its payer's limit.
 *
 * @param passed the limit in words
 * @param acknowledged what can be said of the first filing; empty when nothing is on record
 */
public record LateView(
        String passed, List<Choice> reasons, String acknowledged, List<Choice> ways) {}
