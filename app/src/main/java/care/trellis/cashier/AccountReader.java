package care.trellis.cashier;

import care.trellis.base.Permit;
import care.trellis.billing.NextPayers;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import org.springframework.stereotype.Component;

/** Puts a client's account together, without what another payer is asked for first. */
@Component
class AccountReader {

    private final AccountRecords accounts;
    private final NextPayers nextPayers;
    private final Clients clients;

    AccountReader(AccountRecords accounts, NextPayers nextPayers, Clients clients) {
        this.accounts = accounts;
        this.nextPayers = nextPayers;
        this.clients = clients;
    }

    Account of(Permit permit, ClientId client) {
        var next =
                nextPayers.unasked(permit, client).stream()
                        .map(one -> one.claim().value())
                        .toList();
        return Account.of(accounts.entries(client, next, clients.zone(permit, client)));
    }
}
