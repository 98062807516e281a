package care.trellis.receivables;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Money;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where rooms to the right enter what moves between a client and us without a claim. Entries are
 * only added, in the transaction of what moves them, and each has two sides.
 */
@Component
public class Book {

    /** The accounts that such a move may touch. */
    public enum Account {
        CLIENT,
        CASH,
        REVENUE,
        DISCOUNT,
        BAD_DEBT,
        WRITE_OFF
    }

    /**
     * One move.
     *
     * @param event what happened, and
     * @param id where it is on record; together with the number no other move has them
     * @param amount negative moves back
     */
    public record Move(
            String event,
            UUID id,
            int number,
            Account debit,
            Account credit,
            Money amount,
            ClientId client,
            Instant at) {}

    private final JdbcClient jdbc;

    Book(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters the moves, and counts them into what their clients owe. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Collection<Move> moves) {
        moves.forEach(this::enter);
    }

    private void enter(Move move) {
        jdbc.sql(
                        """
                        with moved as (
                            insert into receivables.transfer (organization_id, event, event_id, number, debit, credit,
                                cents, client_id, at)
                            values (:organization, :event, :id, :number, :debit, :credit, :cents, :client, :at)
                            returning client_id,
                                case 'CLIENT' when debit then cents when credit then -cents else 0 end as owed)
                        insert into receivables.client_balance (organization_id, client_id, cents)
                        select :organization, client_id, owed from moved
                        on conflict (organization_id, client_id) do update
                            set cents = receivables.client_balance.cents + excluded.cents
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("event", move.event())
                .param("id", move.id())
                .param("number", move.number())
                .param("debit", move.debit().name())
                .param("credit", move.credit().name())
                .param("cents", move.amount().cents())
                .param("client", move.client().value())
                .param("at", move.at().atOffset(UTC))
                .update();
    }
}
