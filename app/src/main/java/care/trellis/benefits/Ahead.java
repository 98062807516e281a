package care.trellis.benefits;

import care.trellis.base.Role;
import care.trellis.cashier.Prices;
import care.trellis.clients.ClientId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that lie ahead of a client and that no payer covers, beside the good-faith estimate that
 * they were given of them. Pure: 45 CFR 149.610(b)(1)(vii) and (x) ask for a new one when its scope
 * changes.
 *
 * @param admittedOn the first day of the stay
 * @param ownFrom the first day from today on that no payer covers
 * @param turnedOn the day on which coverage last changed; null where it never did
 * @param given the newest good-faith estimate; null before one
 * @param fewer days planned in the emptier of the two weeks from then on
 * @param more days planned in the fuller one
 * @param past the first planned day after the weeks of the estimate; null where there is none yet
 */
record Ahead(
        ClientId client,
        String name,
        LocalDate admittedOn,
        LocalDate ownFrom,
        @Nullable LocalDate turnedOn,
        @Nullable Given given,
        int fewer,
        int more,
        @Nullable LocalDate past) {

    /**
     * What is to be given, and by when.
     *
     * @param price of a day as it will be within the week; null where there is no policy
     */
    Optional<OwedEstimate> owed(LocalDate today, Prices.@Nullable Price price) {
        var estimate = given;
        if (estimate == null) {
            // What is scheduled before a first day has its own clock.
            return admittedOn.isAfter(today) && ownFrom.equals(admittedOn)
                    ? Optional.empty()
                    : owed(Occasion.UNCOVERED, known(today), ownFrom);
        }
        return Stream.of(price(estimate, today, price), frequency(estimate, today), past(today))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(OwedEstimate::giveBy));
    }

    private LocalDate known(LocalDate today) {
        var turned = turnedOn;
        var known = turned == null || turned.isBefore(admittedOn) ? admittedOn : turned;
        return known.isAfter(today) ? today : known;
    }

    private Optional<OwedEstimate> price(
            Given estimate, LocalDate today, Prices.@Nullable Price price) {
        if (price == null || price.day().equals(estimate.perDay())) {
            return Optional.empty();
        }
        var since = later(price.since(), ownFrom.isAfter(today) ? ownFrom : price.since());
        return owed(Occasion.PRICE, since.isAfter(today) ? today : since, since);
    }

    private Optional<OwedEstimate> frequency(Given estimate, LocalDate today) {
        boolean grows = more > estimate.daysPerWeek();
        boolean shrinks = fewer > 0 && more < estimate.daysPerWeek();
        return grows || shrinks
                ? owed(Occasion.FREQUENCY, today, later(today, ownFrom))
                : Optional.empty();
    }

    private Optional<OwedEstimate> past(LocalDate today) {
        return past == null
                ? Optional.empty()
                : owed(Occasion.DURATION, past.isAfter(today) ? today : past, past);
    }

    private Optional<OwedEstimate> owed(Occasion occasion, LocalDate on, LocalDate firstDay) {
        return occasion.giveBy(on, firstDay)
                .map(giveBy ->
                        new OwedEstimate(
                                client,
                                name,
                                occasion,
                                on,
                                firstDay,
                                giveBy,
                                Role.ADMISSIONS.label(),
                                null));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
