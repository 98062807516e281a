package care.trellis.cashier.web;

import care.trellis.cashier.Account;
import care.trellis.web.When;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An account in sentences, for the page and for what is printed of it. */
final class AccountWords {

    private AccountWords() {}

    /** Whose days, and which of them; without a last day they go on. */
    static String period(String whose, LocalDate from, @Nullable LocalDate to) {
        return whose + ", " + When.day(from) + (to == null ? " on" : " to " + When.day(to));
    }

    /** What is not asked of the client yet; empty where there is nothing. */
    static String nextPayer(Account account) {
        return account.nextPayer().cents() == 0
                ? ""
                : "%s more was left by one payer, and the next one is asked for it first."
                        .formatted(account.nextPayer().text());
    }

    /** What may not be asked of the client at all; empty where there is nothing. */
    static String exempt(Account account) {
        return account.days().stream().allMatch(day -> day.exempt().cents() == 0)
                ? ""
                : "A Qualified Medicare Beneficiary may not be asked for what Medicare leaves (42 USC 1396a(n)(3)(B)): it is taken off.";
    }
}
