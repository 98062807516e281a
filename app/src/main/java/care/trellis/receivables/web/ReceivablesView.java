package care.trellis.receivables.web;

import care.trellis.web.Tone;
import java.util.List;

/** What is owed, as text. */
public record ReceivablesView(
        String asOf,
        String open,
        String days,
        String clean,
        Tone cleanTone,
        String cleanBefore,
        String denied,
        String deniedBefore,
        List<String> ages,
        List<Payer> payers,
        List<String> totals,
        String clients,
        String unmatched,
        String payerBalance,
        List<Cause> causes,
        List<Trend> trends) {

    /** Keeps its own copies of the lists. */
    public ReceivablesView {
        ages = List.copyOf(ages);
        payers = List.copyOf(payers);
        totals = List.copyOf(totals);
        causes = List.copyOf(causes);
        trends = List.copyOf(trends);
    }

    /** What one payer owes, an amount for each age and the total. */
    public record Payer(String name, String claims, List<String> amounts, String total) {

        /** Keeps its own copy of the list. */
        public Payer {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * One cause of denials.
     *
     * @param part of all that was denied, 0 to 1
     */
    public record Cause(String words, String amount, String claims, double part) {}

    /** One payer of late, beside before. */
    public record Trend(
            String payer,
            String claims,
            String days,
            String daysBefore,
            String clean,
            String cleanBefore,
            String denied,
            String deniedBefore) {}
}
