package care.trellis.cashier;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a program day costs clients without a payer, by the policy and their fees by income. */
@Service
public class Prices {

    private final PolicyRecords policies;
    private final FeeRecords fees;
    private final HomeTime home;

    Prices(PolicyRecords policies, FeeRecords fees, HomeTime home) {
        this.policies = policies;
        this.fees = fees;
        this.home = home;
    }

    /**
     * A price.
     *
     * @param since the day from which it is known and holds
     */
    public record Price(LocalDate since, Money day) {}

    /**
     * The price of each client on that day, where there is a policy then. What is on record already
     * for days ahead counts.
     */
    @Transactional(readOnly = true)
    public Map<ClientId, Price> on(LocalDate day, Collection<ClientId> clients) {
        var prices = new HashMap<ClientId, Price>();
        var policy = policies.on(day);
        if (policy.isEmpty() || clients.isEmpty()) {
            return prices;
        }
        var determinations = fees.of(clients);
        for (var client : clients) {
            prices.put(
                    client,
                    price(policy.get(), day, determinations.getOrDefault(client, List.of())));
        }
        return prices;
    }

    private Price price(Policy policy, LocalDate day, List<Determination> newestFirst) {
        var ended = newestFirst.stream().map(one -> one.to().plusDays(1));
        var fee = newestFirst.stream().filter(one -> one.holds(day)).findFirst();
        var began = fee.stream().flatMap(one -> Stream.of(one.from(), home.day(one.at())));
        var since =
                Stream.of(Stream.of(policy.from()), ended, began)
                        .flatMap(all -> all)
                        .filter(one -> !one.isAfter(day))
                        .max(Comparator.naturalOrder())
                        .orElse(day);
        return new Price(since, of(policy, fee));
    }

    /** What a day costs by a policy and the fee by income that holds, if one does. */
    static Money of(Policy policy, Optional<Determination> fee) {
        return fee.map(one -> policy.dayAt(one.pays())).orElse(policy.dayRate());
    }
}
