package care.trellis.base;

import java.math.BigDecimal;

/**
 * An amount of US dollars in whole cents; negative for what is owed back. Fractions of a cent do
 * not exist here.
 *
 * @param cents the amount in cents
 */
public record Money(long cents) implements Comparable<Money> {

    /** Nothing. */
    public static final Money ZERO = new Money(0);

    /**
     * Reads an exact decimal amount such as {@code 411.50}.
     *
     * @throws ArithmeticException when the amount has a fraction of a cent
     */
    public static Money ofDollars(BigDecimal dollars) {
        return new Money(dollars.movePointRight(2).longValueExact());
    }

    /** The sum of both amounts. */
    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    /** This amount less the other. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    /** This amount, so many times. */
    public Money times(long units) {
        return new Money(Math.multiplyExact(cents, units));
    }

    /** The exact decimal amount with two places, as files and forms carry it: {@code 1234.50}. */
    public BigDecimal dollars() {
        return BigDecimal.valueOf(cents, 2);
    }

    /** The amount as a person reads it: {@code $1,234.50}, {@code −$10.00}. */
    public String text() {
        long absolute = Math.abs(cents);
        long fraction = absolute % 100;
        var dollars = new StringBuilder(Long.toString(absolute / 100));
        for (int comma = dollars.length() - 3; comma > 0; comma -= 3) {
            dollars.insert(comma, ',');
        }
        return (cents < 0 ? "−$" : "$") + dollars + (fraction < 10 ? ".0" : ".") + fraction;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }
}
