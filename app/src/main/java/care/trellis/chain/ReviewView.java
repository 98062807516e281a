package care.trellis.chain;

import care.trellis.web.Choice;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import java.util.List;

/**
 * One review, as finished text: the packet on the left, the call sheet and the decision on the
 * right.
 *
 * @param name of the client
 * @param chartPath the client's chart
 * @param state where the request stands
 * @param warnings what an eye must fall on before anything else
 * @param criteria outline of the packet, with its edition
 * @param ready how much of the packet is there
 * @param blocked why nothing may leave; empty where it may
 * @param consent under which consent it would leave
 * @param sendPath where the packet is marked as sent; empty for those who may not
 * @param sent what left before, the newest first
 * @param approval what is asked of the payer by file
 * @param facts of the authorization
 * @param call whom to call and what they usually do
 * @param script what this payer asks
 * @param portal address of the portal; empty without one
 * @param termsPath where these are changed; empty for those who may not
 * @param steps after a denial
 * @param appealPath where the appeal's letter is drafted; empty without a denial
 * @param decidePath where the decision goes; empty for those who may not
 * @param next whether the form records the next request with its answer
 * @param heading of the form
 */
public record ReviewView(
        String name,
        String chartPath,
        String state,
        Tone tone,
        List<Warning> warnings,
        String criteria,
        String ready,
        boolean whole,
        List<Section> sections,
        String blocked,
        String consent,
        String sendPath,
        List<Sent> sent,
        ApprovalView approval,
        List<Fact> facts,
        List<Fact> call,
        String script,
        String portal,
        String termsPath,
        List<Step> steps,
        String appealPath,
        String decidePath,
        boolean next,
        String heading,
        String key,
        String packetKey,
        String appealKey,
        List<Choice> units,
        List<Choice> answers,
        Form form) {

    /** What an eye must fall on. */
    public record Warning(Tone tone, String title, String text) {}

    /** One dimension of the packet. */
    public record Section(String name, String about, List<Item> items) {}

    /**
     * One piece of evidence.
     *
     * @param on its day; empty where it is missing
     */
    public record Item(String label, String text, String on, boolean ready) {}

    /** A packet that left. */
    public record Sent(String words, String path) {}

    /**
     * A step after a denial.
     *
     * @param choices how it may end; empty where it is closed or the reader may not say
     */
    public record Step(
            String label, String due, Tone tone, String path, String kind, List<Choice> choices) {}
}
