package care.trellis.benefits;

import care.trellis.cashier.Prices;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the estimates that are to be given: what happened, and what changes. */
@Component
class Owed {

    /** A price that changes is looked for this far ahead. */
    private static final int PRICE_DAYS = 7;

    private final OccasionRecords occasions;
    private final AheadRecords ahead;
    private final Prices prices;
    private final HomeTime home;

    Owed(OccasionRecords occasions, AheadRecords ahead, Prices prices, HomeTime home) {
        this.occasions = occasions;
        this.ahead = ahead;
        this.prices = prices;
        this.home = home;
    }

    /**
     * All of them, the first to be late at the top; what changes only where nothing else is due.
     *
     * @param sites none means every site
     */
    List<OwedEstimate> at(Collection<UUID> sites) {
        var zone = home.zone();
        return owed(occasions.owed(zone, sites), ahead.own(home.today(), zone, sites));
    }

    /** The same of one client. */
    List<OwedEstimate> of(ClientId client) {
        var zone = home.zone();
        return owed(occasions.owed(zone, client), ahead.own(home.today(), zone, client));
    }

    private List<OwedEstimate> owed(List<OwedEstimate> happened, List<Ahead> without) {
        var today = home.today();
        var named = new HashSet<ClientId>();
        happened.forEach(one -> named.add(one.client()));
        var own = without.stream().filter(one -> named.add(one.client())).toList();
        return Stream.concat(happened.stream(), changed(own, today))
                .sorted(
                        Comparator.comparing(OwedEstimate::giveBy)
                                .thenComparing(OwedEstimate::name))
                .toList();
    }

    private Stream<OwedEstimate> changed(List<Ahead> own, LocalDate today) {
        var costs =
                prices.on(
                        today.plusDays(PRICE_DAYS),
                        own.stream()
                                .filter(one -> one.given() != null)
                                .map(Ahead::client)
                                .toList());
        return own.stream().flatMap(one -> one.owed(today, costs.get(one.client())).stream());
    }
}
