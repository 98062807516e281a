package care.trellis.engine.rulebook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes out the bill of one day from the blocks that apply; a later block stands over an earlier.
 */
final class Biller {

    private @Nullable String code;
    private @Nullable String revenueCode;
    private @Nullable List<String> modifiers;
    private @Nullable Integer unitsPerDay;
    private @Nullable Integer minutesPerUnit;
    private @Nullable Integer unitsPerWeek;
    private @Nullable String unitType;
    private @Nullable String paymentClass;
    private @Nullable String apc;
    private @Nullable String basis;
    private @Nullable BigDecimal amount;
    private @Nullable BigDecimal rate;
    private @Nullable Integer programLines;
    private boolean atMostCharges;

    /** Leaves the bill of the day in view, and the units it asks for, in the day. */
    static void bill(Rulebook rulebook, Scene scene) {
        var biller = new Biller();
        var day = scene.day();
        for (var block : rulebook.bill) {
            if (block.applies(scene, day.date)) {
                biller.read(block);
            }
        }
        day.unitsAskedFor =
                Charges.charged(scene, biller.code)
                        ? Charges.unitsCharged(scene, biller.code)
                        : biller.units(day);
        day.bill = biller.bill(scene);
    }

    private void read(BillBlock block) {
        block.text("code", value -> code = value);
        block.text("revenue_code", value -> revenueCode = value);
        block.list("modifiers", value -> modifiers = value);
        block.whole("units_per_day", value -> unitsPerDay = value);
        block.whole("minutes_per_unit", value -> minutesPerUnit = value);
        block.whole("units_per_week", value -> unitsPerWeek = value);
        block.text("unit_type", value -> unitType = value);
        block.text("payment_class", value -> paymentClass = value);
        block.text("apc", value -> apc = value);
        block.text("payment_rate_basis", value -> basis = value);
        block.amount("payment_amount", value -> amount = value);
        block.flag("at_most_charges", value -> atMostCharges = value);
        block.amount("rate", value -> rate = value);
        block.whole("max_program_lines_payable", value -> programLines = value);
    }

    /** Whole units only: what does not fill a unit makes none. */
    private @Nullable Integer units(Tally day) {
        if (minutesPerUnit == null) {
            return unitsPerDay;
        }
        return day.minutesOpen ? null : Integer.valueOf(day.minutes / minutesPerUnit);
    }

    private Bill bill(Scene scene) {
        return new Bill(
                code,
                revenueCode,
                modifiers,
                scene.day().unitsAskedFor,
                unitsPerWeek,
                unitType,
                paymentClass,
                apc,
                basis,
                payment(scene.week.dayTotal()),
                rate,
                programLines);
    }

    private @Nullable BigDecimal payment(@Nullable BigDecimal charged) {
        if (amount == null || !atMostCharges) {
            return amount;
        }
        return charged == null ? null : amount.min(charged);
    }
}
