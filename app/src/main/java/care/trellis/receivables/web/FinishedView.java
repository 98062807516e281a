package care.trellis.receivables.web;

import care.trellis.billing.AdjustmentReasons;
import care.trellis.receivables.Prevention;
import care.trellis.receivables.Worklist;
import care.trellis.web.Choice;
import care.trellis.web.Tab;
import java.util.Arrays;
import java.util.List;

/** Denials that owe nothing any more and wait for a word on prevention. */
public record FinishedView(
        List<Tab> tabs, List<Row> rows, List<Choice> preventions, boolean mayWork) {

    /** Keeps its own copies of the lists. */
    public FinishedView {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
        preventions = List.copyOf(preventions);
    }

    /** One of them. */
    public record Row(
            String number, String path, String name, String payer, String reason, String won) {}

    static FinishedView of(Worklist list, boolean mayWork) {
        return new FinishedView(
                WorklistViews.tabs(list, "finished"),
                list.finished().stream()
                        .map(one ->
                                new Row(
                                        one.number(),
                                        "/denials/" + one.claim().value() + "/close",
                                        one.name(),
                                        one.payer(),
                                        one.reason().isEmpty()
                                                ? "No reason given"
                                                : AdjustmentReasons.words(one.reason()),
                                        one.won().text()))
                        .toList(),
                Arrays.stream(Prevention.values())
                        .map(it -> new Choice(it.name(), it.label(), it == Prevention.NONE))
                        .toList(),
                mayWork);
    }
}
