package care.trellis.benefits.web;

import care.trellis.base.Money;
import care.trellis.base.Problem;
import care.trellis.benefits.Findings;
import care.trellis.benefits.Findings.Answer;
import care.trellis.benefits.Findings.Counter;
import care.trellis.benefits.Findings.Limit;
import care.trellis.benefits.Findings.Network;
import care.trellis.benefits.Findings.State;
import care.trellis.benefits.Verification;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form of a check, both ways. */
final class CheckForm {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private CheckForm() {}

    /** The last check to begin from: what rarely changes is there, what runs is asked anew. */
    static Form of(@Nullable Verification latest) {
        var form = Form.empty().with("way", Verification.Way.PHONE).with("state", State.ACTIVE);
        if (latest == null) {
            return form.with("deductibleApplies", "true").with("limitUnit", Limit.Unit.DAYS);
        }
        var findings = latest.findings();
        var limit = findings.limit();
        return form.with("network", findings.network())
                .with("plan", findings.plan())
                .with("limitUnit", limit == null ? Limit.Unit.DAYS : limit.unit())
                .with("limitTotal", limit == null ? null : limit.total())
                .with("deductibleApplies", findings.deductibleApplies() ? "true" : null)
                .with("deductible", dollars(findings.deductible().total()))
                .with("maximum", dollars(findings.maximum().total()))
                .with("copay", dollars(findings.copay()))
                .with("coinsurance", findings.coinsurance())
                .with("authorization", findings.authorization())
                .with("carveOut", findings.carveOut())
                .with("carveOutContact", findings.carveOutContact())
                .with("allowed", dollars(findings.allowed()));
    }

    static Verification.Source source(Form form) {
        return new Verification.Source(
                form.choice("way", Verification.Way.PHONE),
                form.value("spokeWith").strip(),
                form.value("reference").strip());
    }

    static Findings findings(Form form) {
        var total = form.whole("limitTotal");
        return new Findings(
                form.choice("state", State.UNKNOWN),
                form.choice("network", Network.UNKNOWN),
                form.value("plan").strip(),
                total == null
                        ? null
                        : new Limit(
                                form.choice("limitUnit", Limit.Unit.DAYS),
                                Math.max(0, total),
                                form.whole("limitUsed")),
                new Counter(money(form, "deductible"), money(form, "deductibleMet")),
                form.ticked("deductibleApplies"),
                new Counter(money(form, "maximum"), money(form, "maximumMet")),
                money(form, "copay"),
                form.whole("coinsurance"),
                form.choice("authorization", Answer.UNKNOWN),
                form.value("carveOut").strip(),
                form.value("carveOutContact").strip(),
                money(form, "allowed"),
                form.value("words").strip());
    }

    /** An amount of dollars; nothing where the field is empty, a problem where it is none. */
    static @Nullable Money money(Form form, String field) {
        var dollars = form.decimal(field);
        if (dollars == null) {
            return null;
        }
        if (dollars.stripTrailingZeros().scale() > 2
                || dollars.signum() < 0
                || dollars.compareTo(MOST) > 0) {
            form.refused(
                    List.of(
                            new Problem(
                                    field,
                                    "AMOUNT_FORM",
                                    "Enter dollars and cents such as 1250.00.")));
            return null;
        }
        return Money.ofDollars(dollars);
    }

    static <E extends Enum<E>> List<Choice> choices(
            Form form, String field, E[] values, Function<E, String> label) {
        var labels = new LinkedHashMap<String, String>();
        Arrays.stream(values).forEach(value -> labels.put(value.name(), label.apply(value)));
        return form.choices(field, labels);
    }

    private static @Nullable String dollars(@Nullable Money amount) {
        return amount == null ? null : amount.dollars().toPlainString();
    }
}
