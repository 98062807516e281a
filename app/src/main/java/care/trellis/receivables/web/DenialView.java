package care.trellis.receivables.web;

import care.trellis.web.Event;
import care.trellis.web.Fact;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.List;

/**
 * One denial as text: the claim as sent, the trace of a day, and what can be done.
 *
 * @param days its days, of which one is shown
 * @param traceHint what the ledger says of that day
 * @param closedOff why the client may not be billed; empty when it may
 */
public record DenialView(
        String number,
        String path,
        String name,
        String reason,
        String cause,
        Tone causeTone,
        String deadline,
        Tone deadlineTone,
        String owner,
        boolean mine,
        boolean waiting,
        boolean asked,
        String open,
        String openDollars,
        List<Fact> facts,
        List<String> reasons,
        List<String> asSent,
        String claimPath,
        List<Tab> days,
        String traceHint,
        String tracePath,
        List<Check> checks,
        List<Event> history,
        String closedOff,
        boolean mayWork,
        String letterPath,
        String key,
        String problem) {

    /** Keeps its own copies of the lists. */
    public DenialView {
        facts = List.copyOf(facts);
        reasons = List.copyOf(reasons);
        asSent = List.copyOf(asSent);
        days = List.copyOf(days);
        checks = List.copyOf(checks);
        history = List.copyOf(history);
    }

    /**
     * One rule that the ledger asked of the day.
     *
     * @param lit whether it is what the payer disputes, or what failed
     */
    public record Check(String rule, String outcome, Tone tone, String evidence, boolean lit) {}
}
