package care.trellis.payers;

import care.trellis.base.Money;
import care.trellis.base.Problems;
import care.trellis.base.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is billed for a service and what we charge.
 *
 * @param service {@code DAY} for a per diem, else a service type such as {@code GROUP_THERAPY}
 * @param procedureCode HCPCS or CPT, five signs
 * @param revenueCode four digits, for institutional claims
 * @param modifiers at most four, two signs each
 */
public record FeeDetails(
        String service,
        @Nullable String procedureCode,
        @Nullable String revenueCode,
        List<String> modifiers,
        Money charge,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    public FeeDetails {
        service = service.strip();
        procedureCode = Text.clean(procedureCode);
        revenueCode = Text.clean(revenueCode);
        modifiers = List.copyOf(modifiers);
    }

    Problems problems() {
        return new Problems()
                .require(
                        service.matches("[A-Z][A-Z_]{1,40}"),
                        "service",
                        "SERVICE_MISSING",
                        "Choose the service.")
                .require(
                        procedureCode == null || procedureCode.matches("[A-Z0-9]{5}"),
                        "procedureCode",
                        "PROCEDURE_CODE_FORM",
                        "A procedure code has five signs, such as S9480.")
                .require(
                        revenueCode == null || revenueCode.matches("[0-9]{4}"),
                        "revenueCode",
                        "REVENUE_CODE_FORM",
                        "A revenue code has four digits, such as 0905.")
                .require(
                        procedureCode != null || revenueCode != null,
                        "procedureCode",
                        "CODE_MISSING",
                        "Enter a procedure code or a revenue code.")
                .require(
                        modifiers.size() <= 4
                                && modifiers.stream().allMatch(it -> it.matches("[A-Z0-9]{2}")),
                        "modifiers",
                        "MODIFIER_FORM",
                        "At most four modifiers of two signs each, such as HF GT.")
                .require(
                        charge.cents() >= 0,
                        "charge",
                        "CHARGE_RANGE",
                        "A charge is not less than nothing.")
                .require(
                        effectiveFrom != null,
                        "effectiveFrom",
                        "MISSING",
                        "Enter the first day of this charge.")
                .require(
                        effectiveFrom == null
                                || effectiveTo == null
                                || !effectiveTo.isBefore(effectiveFrom),
                        "effectiveTo",
                        "ENDS_BEFORE_START",
                        "It cannot end before it begins.");
    }
}
