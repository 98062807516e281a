package care.trellis.ledger;

import care.trellis.engine.rulebook.DayDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prices a day by the contract's fees: the rulebook says what is asked, the contract what it costs.
 */
final class Prices {

    private static final String DAY = "DAY";

    private final List<WeekFacts.Fee> fees;
    private final boolean perService;

    /**
     * @param perService whether the payer wants a line for each service instead of one for the day
     */
    Prices(List<WeekFacts.Fee> fees, boolean perService) {
        this.fees = fees;
        this.perService = perService;
    }

    /**
     * What a day comes to.
     *
     * @param missing what keeps it from being priced; null when nothing does
     */
    record Priced(List<BilledLine> lines, @Nullable Check missing) {

        long cents() {
            return lines.stream().mapToLong(BilledLine::chargeCents).sum();
        }
    }

    /** The price of a decided day. */
    Priced of(DayDecision day, List<WeekFacts.Seat> seats) {
        return perService ? services(day, seats) : perDiem(day);
    }

    /** What sessions to come would be charged at; 0 where no fee is known. */
    long planned(LocalDate date, List<WeekFacts.Seat> seats) {
        if (!perService) {
            var fee = fee(DAY, date);
            return fee == null ? 0 : fee.chargeCents();
        }
        long cents = 0;
        for (var seat : seats) {
            var fee = fee(seat.meeting().serviceType(), date);
            cents += fee == null ? 0 : fee.chargeCents();
        }
        return cents;
    }

    /** The fee of a service on a day. */
    WeekFacts.@Nullable Fee fee(String service, LocalDate date) {
        for (var fee : fees) {
            if (fee.service().equals(service) && fee.inForce(date)) {
                return fee;
            }
        }
        return null;
    }

    private Priced perDiem(DayDecision day) {
        var bill = day.bill();
        var fee = fee(DAY, day.date());
        if (fee == null) {
            return new Priced(
                    List.of(), Checks.noFee(bill.code() == null ? "the day" : bill.code()));
        }
        int units = bill.units() == null ? 1 : Math.max(1, bill.units());
        var line =
                new BilledLine(
                        1,
                        null,
                        fee.procedureCode() == null ? bill.code() : fee.procedureCode(),
                        fee.revenueCode() == null ? bill.revenueCode() : fee.revenueCode(),
                        modifiers(fee, bill.modifiers()),
                        units,
                        fee.chargeCents() * units);
        var asked = bill.code();
        var ours = fee.procedureCode();
        return new Priced(
                List.of(line),
                asked == null || ours == null || asked.equals(ours)
                        ? null
                        : Checks.otherCode(asked, ours));
    }

    private Priced services(DayDecision day, List<WeekFacts.Seat> seats) {
        var lines = new ArrayList<BilledLine>();
        Check missing = null;
        for (var session : day.sessions()) {
            var id = UUID.fromString(session.sessionId());
            var service = service(seats, id);
            if (!session.counts() || service == null) {
                continue;
            }
            var fee = fee(service, day.date());
            if (fee == null) {
                missing = missing == null ? Checks.noFee(words(service)) : missing;
                continue;
            }
            lines.add(
                    new BilledLine(
                            lines.size() + 1,
                            id,
                            fee.procedureCode(),
                            fee.revenueCode() == null ? session.revenueCode() : fee.revenueCode(),
                            modifiers(fee, day.bill().modifiers()),
                            1,
                            fee.chargeCents()));
        }
        return new Priced(List.copyOf(lines), missing);
    }

    private static @Nullable String service(List<WeekFacts.Seat> seats, UUID session) {
        for (var seat : seats) {
            if (seat.meeting().id().equals(session)) {
                return seat.meeting().serviceType();
            }
        }
        return null;
    }

    private static String words(String service) {
        return service.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static List<String> modifiers(WeekFacts.Fee fee, @Nullable List<String> asked) {
        var modifiers = new LinkedHashSet<>(fee.modifiers());
        if (asked != null) {
            modifiers.addAll(asked);
        }
        return List.copyOf(modifiers);
    }
}
