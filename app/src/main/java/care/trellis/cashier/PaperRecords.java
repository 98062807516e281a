package care.trellis.cashier;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Keys;
import care.trellis.base.Money;
import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of statements. Their papers are sealed. */
@Repository
class PaperRecords {

    private final JdbcClient jdbc;
    private final Seal seal;

    PaperRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "statements");
    }

    void insert(ClientId client, Statement statement, byte[] paper, Instant now) {
        jdbc.sql(
                        """
                        insert into cashier.statement (organization_id, id, client_id, balance_cents, made_on, at,
                            account_name, paper)
                        values (:organization, :id, :client, :balance, :on, :at, :by, :paper)
                        """)
                .param("organization", organization())
                .param("id", statement.id().value())
                .param("client", client.value())
                .param("balance", statement.balance().cents())
                .param("on", statement.madeOn())
                .param("at", now.atOffset(UTC))
                .param("by", statement.by())
                .param("paper", seal.close(paper, organization(), statement.id().value()))
                .update();
    }

    /** A client's statements, the newest first. */
    List<Statement> of(ClientId client) {
        return jdbc.sql(
                        """
                        select id, balance_cents, made_on, account_name from cashier.statement
                        where organization_id = :organization and client_id = :client
                        order by at desc, id desc
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Statement(
                                new StatementId(row.getObject("id", UUID.class)),
                                new Money(row.getLong("balance_cents")),
                                row.getObject("made_on", LocalDate.class),
                                row.getString("account_name")))
                .list();
    }

    /** When each of these clients last got a statement; those who never did are left out. */
    Map<ClientId, LocalDate> latest(Collection<ClientId> clients) {
        var latest = new HashMap<ClientId, LocalDate>();
        jdbc.sql(
                        """
                        select client_id, max(made_on) as made_on from cashier.statement
                        where organization_id = :organization and client_id = any(:clients)
                        group by client_id
                        """)
                .param("organization", organization())
                .param("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .query(row -> {
                    latest.put(
                            new ClientId(row.getObject("client_id", UUID.class)),
                            row.getObject("made_on", LocalDate.class));
                });
        return latest;
    }

    byte[] paper(ClientId client, StatementId id) {
        return jdbc.sql(
                        """
                        select paper from cashier.statement
                        where organization_id = :organization and client_id = :client and id = :id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .map(sealed -> seal.open(sealed, organization(), id.value()))
                .orElseThrow(NotFound::new);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
