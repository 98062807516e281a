package care.trellis.receivables.web;

import care.trellis.base.Ids;
import care.trellis.base.Money;
import care.trellis.receivables.Denial;
import care.trellis.receivables.Worklist;
import care.trellis.web.Choice;
import care.trellis.web.Tab;
import care.trellis.web.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Turns the worklist into the finished text of its page. */
final class WorklistViews {

    private static final int SMALLEST_BATCH = 2;

    private WorklistViews() {}

    static WorklistView page(Worklist list, boolean waiting, String asOf, boolean mayWork) {
        var shown = waiting ? list.waiting() : list.work();
        long soon =
                list.work().stream()
                        .filter(denial -> denial.daysLeft(list.today()) >= 0)
                        .filter(denial -> denial.daysLeft(list.today()) <= Worklist.FLOOR_DAYS)
                        .count();
        double expected =
                list.work().stream().mapToDouble(d -> d.open().cents() * d.chance()).sum();
        return new WorklistView(
                asOf,
                sum(list.work()).text(),
                Words.count(list.work().size(), "claim", "claims"),
                new Money(Math.round(expected)).text(),
                String.valueOf(soon),
                soon > 0 ? Tone.WATCH : Tone.GOOD,
                tabs(list, waiting ? "waiting" : ""),
                shown.stream().map(denial -> row(denial, list)).toList(),
                waiting ? List.of() : batches(list.work()),
                mayWork);
    }

    static List<Tab> tabs(Worklist list, String active) {
        return List.of(
                tab("To work", "", active, list.work().size()),
                tab("With the payer", "waiting", active, list.waiting().size()),
                tab("To close", "finished", active, list.finished().size()),
                new Tab("Two-person decisions", "/denials/decisions", active.equals("decisions")));
    }

    private static Tab tab(String label, String key, String active, int count) {
        return new Tab(
                label,
                key.isEmpty() ? "/denials" : "/denials?tab=" + key,
                key.equals(active),
                String.valueOf(count));
    }

    private static WorklistView.Row row(Denial denial, Worklist list) {
        long left = denial.daysLeft(list.today());
        return new WorklistView.Row(
                denial.number(),
                "/denials/" + denial.claim().value(),
                denial.name(),
                denial.payer(),
                Words.span(denial.from(), denial.through()),
                Words.reason(denial),
                String.join(", ", denial.remarks()),
                denial.cause().words(),
                Words.tone(denial.cause()),
                Words.deadline(left),
                Words.deadlineTone(left),
                Words.date(denial.deadline(list.today())),
                denial.owner() == null ? "" : denial.owner(),
                denial.open().text(),
                Words.perMinute(denial.centsPerMinute()),
                Words.percent(denial.chance()));
    }

    /** Two or more of one payer with one reason: what is mended once is sent again together. */
    private static List<WorklistView.Batch> batches(List<Denial> work) {
        var groups = new LinkedHashMap<String, List<Denial>>();
        for (var denial : work) {
            if (!denial.reason().isEmpty()) {
                groups.computeIfAbsent(
                                denial.contract().value() + denial.reason(),
                                key -> new ArrayList<>())
                        .add(denial);
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() >= SMALLEST_BATCH)
                .map(WorklistViews::batch)
                .toList();
    }

    private static WorklistView.Batch batch(List<Denial> group) {
        var first = group.getFirst();
        return new WorklistView.Batch(
                group.size() + " of " + first.payer() + ": " + Words.reason(first),
                sum(group).text(),
                group.stream()
                        .map(denial ->
                                new Choice(
                                        denial.claim().value().toString(),
                                        denial.name()
                                                + ", "
                                                + Words.span(denial.from(), denial.through())
                                                + ", "
                                                + denial.open().text(),
                                        true))
                        .toList(),
                "/rules/contracts/" + first.contract().value(),
                "Change the rule and see next week",
                Ids.next().toString());
    }

    private static Money sum(List<Denial> denials) {
        return denials.stream().map(Denial::open).reduce(Money.ZERO, Money::plus);
    }
}
