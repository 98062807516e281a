package care.trellis.receivables.web;

import care.trellis.base.Money;
import care.trellis.receivables.Overview;
import care.trellis.web.Tone;
import java.util.ArrayList;
import java.util.List;

/** Turns what is owed into the finished text of its page. */
final class ReceivablesViews {

    /** What well-run billing offices reach; below it the figure is worth an eye. */
    private static final double GOOD_CLEAN_RATE = 0.95;

    private ReceivablesViews() {}

    static ReceivablesView page(Overview of, String asOf) {
        var clean = of.recent().cleanRate();
        return new ReceivablesView(
                asOf,
                of.open().text(),
                of.days() == null ? "–" : of.days().toString(),
                Words.percent(clean),
                clean == null ? Tone.NEUTRAL : clean >= GOOD_CLEAN_RATE ? Tone.GOOD : Tone.WATCH,
                Words.percent(of.before().cleanRate()),
                Words.percent(of.recent().denialRate()),
                Words.percent(of.before().denialRate()),
                ages(),
                of.payers().stream()
                        .map(payer ->
                                new ReceivablesView.Payer(
                                        payer.payer(),
                                        Words.count(payer.claims(), "claim", "claims"),
                                        payer.ages().stream()
                                                .map(ReceivablesViews::amount)
                                                .toList(),
                                        payer.total().text()))
                        .toList(),
                totals(of),
                of.clients().text(),
                of.unmatched().text(),
                of.payerBalance().text(),
                causes(of),
                of.trends().stream().map(ReceivablesViews::trend).toList());
    }

    private static String amount(Money amount) {
        return amount.cents() == 0 ? "" : amount.text();
    }

    private static List<String> ages() {
        var ages = new ArrayList<String>();
        int from = 0;
        for (int to : Overview.AGES) {
            ages.add(from + "–" + to);
            from = to + 1;
        }
        ages.add("Over " + (from - 1));
        return ages;
    }

    private static List<String> totals(Overview of) {
        var totals = new ArrayList<String>();
        for (int age = 0; age <= Overview.AGES.size(); age++) {
            int at = age;
            totals.add(
                    of.payers().stream()
                            .map(payer -> payer.ages().get(at))
                            .reduce(Money.ZERO, Money::plus)
                            .text());
        }
        return totals;
    }

    private static List<ReceivablesView.Cause> causes(Overview of) {
        double all = of.causes().stream().mapToLong(cause -> cause.denied().cents()).sum();
        return of.causes().stream()
                .map(cause ->
                        new ReceivablesView.Cause(
                                cause.cause().words(),
                                cause.denied().text(),
                                Words.count(cause.claims(), "claim", "claims"),
                                cause.denied().cents() / all))
                .toList();
    }

    private static ReceivablesView.Trend trend(Overview.Trend trend) {
        return new ReceivablesView.Trend(
                trend.payer(),
                String.valueOf(trend.recent().answered()),
                Words.days(trend.daysToPay()),
                Words.days(trend.daysToPayBefore()),
                Words.percent(trend.recent().cleanRate()),
                Words.percent(trend.before().cleanRate()),
                Words.percent(trend.recent().denialRate()),
                Words.percent(trend.before().denialRate()));
    }
}
