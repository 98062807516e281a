package care.trellis.cashier;

import static care.trellis.base.Action.CASHIER_EDIT;

import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.CoverageId;
import care.trellis.clients.RestrictionId;
import care.trellis.clients.Restrictions;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for "do not bill my payer": the client pays these days, and the payer hears nothing of
 * them (45 CFR 164.522(a)(1)(vi)). What went out already cannot be unsaid, and is refused here.
 */
@Service
public class Silence {

    private final Restrictions restrictions;
    private final Clients clients;
    private final AccountRecords accounts;

    Silence(Restrictions restrictions, Clients clients, AccountRecords accounts) {
        this.restrictions = restrictions;
        this.clients = clients;
        this.accounts = accounts;
    }

    /**
     * Writes the wish down.
     *
     * @param key made with the form; becomes the restriction's id
     * @param coverage whose payer hears nothing; null: no payer does
     * @param from its first day; null where none was entered
     * @param to the last day; null until it is lifted
     */
    @Transactional
    public Change<RestrictionId> ask(
            Permit permit,
            UUID key,
            ClientId client,
            @Nullable CoverageId coverage,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        permit.require(CASHIER_EDIT, Cashier.resource(client));
        clients.hold(permit, client);
        var stands =
                restrictions.of(permit, client).stream()
                        .anyMatch(one -> one.id().value().equals(key));
        var sent =
                from == null || stands
                        ? Optional.<LocalDate>empty()
                        : accounts.firstClaimed(client, coverage, from, to);
        var problems =
                new Problems()
                        .require(from != null, "from", "MISSING", "Enter the first day.")
                        .require(
                                from == null || to == null || !to.isBefore(from),
                                "to",
                                "ENDS_BEFORE_START",
                                "The last day cannot lie before the first.")
                        .require(
                                sent.isEmpty(),
                                "from",
                                "WENT_OUT",
                                sent.map(day -> "A claim for " + day + " went out already: void it")
                                                .orElse("")
                                        + ", then keep the payer out of it.");
        if (!problems.none() || from == null) {
            return problems.refused();
        }
        return new Change.Done<>(
                restrictions.add(
                        permit, key, client, coverage, from, to, clients.today(permit, client)));
    }
}
