package care.trellis.ledger;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client's week as the ledger stands. All minutes are whole minutes of the sessions of the
 * week.
 *
 * @param name as staff know the client
 * @param payer of the first day that is covered; absent where none is
 * @param prescribed minutes the plan calls for
 * @param needed minutes this payer asks of a week; absent where it asks for none
 * @param ahead minutes still to come if everything planned is kept
 * @param states seven, from Monday on; null for a day without a session
 * @param billable what the billable days are charged at
 * @param held what the days on hold would be charged at
 * @param lost what the days that cannot be billed would have been charged at
 * @param current false while a change that came in this moment is still being decided: never show
 *     it as the last word
 */
public record ClientWeek(
        ClientId client,
        String name,
        String recordNumber,
        SiteId site,
        LocalDate monday,
        @Nullable String payer,
        @Nullable String ruleSet,
        @Nullable String ruleVersion,
        @Nullable Integer prescribed,
        @Nullable Integer needed,
        int scheduled,
        int attended,
        int documented,
        int countable,
        int ahead,
        List<@Nullable DayState> states,
        Money billable,
        Money held,
        Money lost,
        boolean current) {

    /** What can still be won or is lost already. */
    public Money atRisk() {
        return held.plus(lost);
    }

    /**
     * Minutes that will count by the end of the week if everything planned is kept and documented.
     */
    public int forecast() {
        return countable + ahead;
    }

    /** Minutes that the payer's week will lack even then; 0 where it asks for none. */
    public int willLack() {
        return needed == null ? 0 : Math.max(0, needed - forecast());
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "ClientWeek[" + client.value() + " " + monday + "]";
    }
}
