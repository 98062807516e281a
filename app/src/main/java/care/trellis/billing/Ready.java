package care.trellis.billing;

import care.trellis.base.Money;
import care.trellis.clients.ClientId;
import care.trellis.payers.ContractId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be billed now, and what holds the rest.
 *
 * @param contracts with at least one day that can go out
 * @param held by reason, the most dollars first
 */
public record Ready(List<OfContract> contracts, List<Held> held) {

    /** Days that can go out under one contract: they become one file. */
    public record OfContract(
            ContractId contract, String payer, String name, Form form, List<OfClient> clients) {

        public OfContract {
            clients = List.copyOf(clients);
        }

        /** What the days are charged at. */
        public Money total() {
            return clients.stream().map(OfClient::total).reduce(Money.ZERO, Money::plus);
        }

        /** How many client-days. */
        public int days() {
            return clients.stream().mapToInt(client -> client.days().size()).sum();
        }
    }

    /**
     * One client's days.
     *
     * @param filesBy last day on which the payer takes the first of them
     */
    public record OfClient(
            ClientId client,
            String name,
            String recordNumber,
            List<LocalDate> days,
            Money total,
            LocalDate filesBy) {

        public OfClient {
            days = List.copyOf(days);
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "OfClient[" + client.value() + "]";
        }
    }

    /**
     * Days that one reason holds back.
     *
     * @param reason the ledger's stable code
     * @param fix the smallest change, as the ledger says it for the first of them
     * @param lost whether no paperwork can mend it
     */
    public record Held(String reason, String fix, boolean lost, List<HeldDay> days) {

        public Held {
            days = List.copyOf(days);
        }

        /** What they would be charged at. */
        public Money total() {
            return days.stream().map(HeldDay::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    /**
     * One day that is held back.
     *
     * @param filesBy last day on which the payer takes it; null where no contract covers the day
     */
    public record HeldDay(
            ClientId client,
            String name,
            LocalDate date,
            Money amount,
            @Nullable LocalDate filesBy) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "HeldDay[" + client.value() + " " + date + "]";
        }
    }

    public Ready {
        contracts = List.copyOf(contracts);
        held = List.copyOf(held);
    }

    /** Everything that can go out. */
    public List<Chosen> all() {
        return contracts.stream()
                .flatMap(of ->
                        of.clients().stream()
                                .map(one -> new Chosen(of.contract(), one.client(), one.days())))
                .toList();
    }
}
