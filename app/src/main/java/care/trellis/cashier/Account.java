package care.trellis.cashier;

import care.trellis.base.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A client's account: one line for each day of service, then what was paid. Payments pay the oldest
 * day first. Pure; the sum of the lines is the balance of the ledger of money, less what the next
 * payer is asked for before the client.
 *
 * @param days oldest first
 * @param moves payments and the like, oldest first
 * @param credit what was paid beyond all days; nothing where something is owed
 * @param nextPayer what one payer left to the client and another one is asked for first
 */
public record Account(
        List<Day> days, List<Entry> moves, Money balance, Money credit, Money nextPayer) {

    /**
     * One day of service.
     *
     * @param charge what was charged for it; nothing where nobody said
     * @param payerPaid what a payer paid for it
     * @param contract what a payer took off by contract, which nobody owes
     * @param discount what was taken off besides
     * @param eased how much of that the fee by income took off after a payer
     * @param exempt how much of it may not be asked of the client at all
     * @param share what the client owes of it
     * @param open what of that is not paid
     * @param nextPayer what another payer is asked for instead of the client
     */
    public record Day(
            LocalDate date,
            Money charge,
            Money payerPaid,
            Money contract,
            Money discount,
            Money eased,
            Money exempt,
            Money share,
            Money open,
            Money nextPayer) {

        /** How the day stands, for whoever reads that nothing of it is open. */
        public Standing standing() {
            if (open.cents() != 0) {
                return Standing.OPEN;
            }
            if (share.cents() != 0) {
                return share.cents() > 0 ? Standing.PAID : Standing.CREDIT;
            }
            if (nextPayer.cents() != 0) {
                return Standing.NEXT_PAYER;
            }
            if (exempt.cents() > 0) {
                return Standing.EXEMPT;
            }
            if (discount.cents() > 0) {
                return Standing.EASED;
            }
            return payerPaid.cents() > 0 ? Standing.COVERED : Standing.NOTHING;
        }
    }

    /** How a day stands. */
    public enum Standing {
        OPEN("Open"),
        PAID("Paid"),
        CREDIT("Taken back"),
        NEXT_PAYER("Next payer is asked"),
        EASED("Taken off by income"),
        EXEMPT("May not be asked"),
        COVERED("Covered by the payer"),
        NOTHING("Nothing owed");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        /** As people say it. */
        public String label() {
            return label;
        }
    }

    /** What is open by its age in days. */
    public record Aging(Money upTo30, Money upTo60, Money upTo90, Money older) {}

    /** Keeps its own copies of the lists. */
    public Account {
        days = List.copyOf(days);
        moves = List.copyOf(moves);
    }

    /** Counts the entries of one client together. */
    public static Account of(List<Entry> entries) {
        var sums = new TreeMap<LocalDate, Day>();
        var moves = new ArrayList<Entry>();
        var balance = Money.ZERO;
        var paid = Money.ZERO;
        var nextPayer = Money.ZERO;
        for (var entry : entries) {
            balance = balance.plus(entry.owed());
            if (entry.kind() == Entry.Kind.NEXT_PAYER) {
                nextPayer = nextPayer.minus(entry.owed());
            }
            if (entry.kind().service()) {
                sums.merge(entry.day(), day(entry), Account::both);
            } else {
                moves.add(entry);
                paid = paid.minus(entry.owed());
            }
        }
        var days = new ArrayList<Day>();
        for (var day : sums.values()) {
            long covers = Math.max(0, Math.min(paid.cents(), day.share().cents()));
            if (day.share().cents() < 0) {
                covers = day.share().cents();
            }
            paid = new Money(paid.cents() - covers);
            days.add(
                    new Day(
                            day.date(),
                            day.charge(),
                            day.payerPaid(),
                            day.contract(),
                            day.discount(),
                            day.eased(),
                            day.exempt(),
                            day.share(),
                            new Money(day.share().cents() - covers),
                            day.nextPayer()));
        }
        moves.sort(Comparator.comparing(Entry::at));
        return new Account(
                days,
                moves,
                balance,
                balance.cents() < 0 ? new Money(-balance.cents()) : Money.ZERO,
                nextPayer);
    }

    private static Day day(Entry entry) {
        var off = new Money(-entry.owed().cents());
        boolean eased = entry.kind() == Entry.Kind.EASED;
        boolean exempt = entry.kind() == Entry.Kind.EXEMPT;
        boolean discount = eased || exempt || entry.kind() == Entry.Kind.DISCOUNT;
        return new Day(
                entry.day(),
                entry.kind() == Entry.Kind.DAY ? entry.owed() : entry.charge(),
                entry.paid(),
                entry.contract(),
                discount ? off : Money.ZERO,
                eased ? off : Money.ZERO,
                exempt ? off : Money.ZERO,
                entry.owed(),
                Money.ZERO,
                entry.kind() == Entry.Kind.NEXT_PAYER || entry.kind() == Entry.Kind.FORWARDED
                        ? off
                        : Money.ZERO);
    }

    private static Day both(Day one, Day other) {
        return new Day(
                one.date(),
                one.charge().plus(other.charge()),
                one.payerPaid().plus(other.payerPaid()),
                one.contract().plus(other.contract()),
                one.discount().plus(other.discount()),
                one.eased().plus(other.eased()),
                one.exempt().plus(other.exempt()),
                one.share().plus(other.share()),
                Money.ZERO,
                one.nextPayer().plus(other.nextPayer()));
    }

    /** What is open by the age of its day. */
    public Aging aging(LocalDate today) {
        long[] ages = new long[4];
        for (var day : days) {
            long age = ChronoUnit.DAYS.between(day.date(), today);
            ages[age <= 30 ? 0 : age <= 60 ? 1 : age <= 90 ? 2 : 3] += day.open().cents();
        }
        return new Aging(
                new Money(ages[0]), new Money(ages[1]), new Money(ages[2]), new Money(ages[3]));
    }

    /** The days that are not paid in full, oldest first. */
    public List<Day> open() {
        return days.stream().filter(day -> day.open().cents() > 0).toList();
    }
}
