package care.trellis.ledger;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A client-day that comes out differently.
 *
 * @param name as staff know the client
 */
public record ReplayedDay(ClientId client, String name, LocalDate date, Said before, Said after) {

    /**
     * What a set of rules says of a day.
     *
     * @param reason stable code; absent when billable or planned
     * @param evidence behind the reason, in words
     * @param expected what the day is, or would be, charged at
     */
    public record Said(
            DayState state,
            @Nullable String reason,
            @Nullable String evidence,
            int countable,
            BigDecimal units,
            Money expected) {

        static Said of(JudgedWeek.JudgedDay day) {
            var reason = day.reason();
            return new Said(
                    day.state(),
                    reason == null ? null : reason.code(),
                    reason == null ? null : reason.evidence(),
                    day.countable(),
                    day.units().setScale(2, java.math.RoundingMode.HALF_UP),
                    new Money(day.expectedCents()));
        }

        /** What it brings: its charge where it is billable, else nothing. */
        public Money billable() {
            return state == DayState.BILLABLE ? expected : new Money(0);
        }
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "ReplayedDay[" + client.value() + " " + date + "]";
    }
}
