package care.trellis.messages;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of messages. Addresses and bodies are sealed. */
@Component
class MessageRecords {

    private static final String ROWS =
            """
            select m.id, m.client_id, m.way, m.wording, m.body, m.state, m.carrier, m.problem, m.tries, m.not_before,
                   coalesce(m.settled_at, m.claimed_at, m.queued_at) as at, c.given_name, c.family_name, s.time_zone
            from messages.message m
            left join clients.public_client c on c.organization_id = m.organization_id and c.id = m.client_id
            left join organizations.public_site s on s.organization_id = c.organization_id and s.id = c.site_id
            where m.organization_id = :organization
            """;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Wordings wordings;

    MessageRecords(JdbcClient jdbc, Keys keys, Wordings wordings) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "messages");
        this.wordings = wordings;
    }

    /** A message before anything became of it. */
    record Fresh(
            MessageId id,
            @Nullable ClientId client,
            Way way,
            String wording,
            Language language,
            String address,
            byte[] addressKey,
            String subject,
            String body,
            Instant notBefore,
            @Nullable Instant notAfter,
            Instant queuedAt,
            UUID account) {}

    /** False when the id is taken: it was queued before. */
    boolean queue(Fresh fresh) {
        var client = fresh.client();
        var notAfter = fresh.notAfter();
        return jdbc.sql(
                                """
                                insert into messages.message (organization_id, id, client_id, way, wording, language, address,
                                    address_key, subject, body, not_before, not_after, state, tries, queued_at, queued_by)
                                values (:organization, :id, :client, :way, :wording, :language, :address, :key, :subject,
                                    :body, :before, :after, 'QUEUED', 0, :at, :account)
                                on conflict (organization_id, id) do nothing
                                """)
                        .param("organization", organization())
                        .param("id", fresh.id().value())
                        .param("client", client == null ? null : client.value())
                        .param("way", fresh.way().name())
                        .param("wording", fresh.wording())
                        .param("language", fresh.language().name())
                        .param("address", sealed(fresh.id(), fresh.address()))
                        .param("key", fresh.addressKey())
                        .param("subject", fresh.subject())
                        .param("body", sealed(fresh.id(), fresh.body()))
                        .param("before", fresh.notBefore().atOffset(UTC))
                        .param("after", notAfter == null ? null : notAfter.atOffset(UTC))
                        .param("at", fresh.queuedAt().atOffset(UTC))
                        .param("account", fresh.account())
                        .update()
                == 1;
    }

    /** How many were queued for a client since then. */
    int queuedSince(ClientId client, Instant since) {
        return jdbc.sql(
                        """
                        select count(*)::int from messages.message
                        where organization_id = :organization and client_id = :client and queued_at > :since
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("since", since.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /** Withdraws what still waits of these; what has left has left. */
    int withdraw(Collection<UUID> messages, String why, Instant at) {
        return jdbc.sql(
                        """
                        update messages.message set state = 'WITHDRAWN', problem = :why, settled_at = :at
                        where organization_id = :organization and id = any(:ids) and state = 'QUEUED'
                        """)
                .param("organization", organization())
                .param("ids", messages.toArray(UUID[]::new))
                .param("why", why)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Withdraws all that waits for one client. */
    void withdrawAll(ClientId client, String why, Instant at) {
        jdbc.sql(
                        """
                        update messages.message set state = 'WITHDRAWN', problem = :why, settled_at = :at
                        where organization_id = :organization and client_id = :client and state = 'QUEUED'
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("why", why)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Withdraws what is due but of no use any more, or goes to an address that said STOP. */
    void withdrawUseless(Instant now) {
        jdbc.sql(
                        """
                        update messages.message m
                           set state = 'WITHDRAWN', settled_at = :now,
                               problem = case when m.not_after < :now then 'Its time has passed.'
                                              else 'The client said STOP.' end
                         where m.organization_id = :organization and m.state = 'QUEUED' and m.not_before <= :now
                           and (m.not_after < :now
                                or exists (select from messages.opt_out o
                                            where o.organization_id = m.organization_id and o.way = m.way
                                              and o.address_key = m.address_key and o.ended_at is null))
                        """)
                .param("organization", organization())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /**
     * What was claimed so long ago that whoever claimed it is gone: nobody knows whether it left.
     */
    int giveUp(Instant claimedBefore, Instant now) {
        return jdbc.sql(
                        """
                        update messages.message
                           set state = 'OUTCOME_UNKNOWN', settled_at = :now,
                               problem = 'The program ended while it was leaving.'
                         where organization_id = :organization and state = 'SENDING' and claimed_at < :before
                        """)
                .param("organization", organization())
                .param("before", claimedBefore.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The next message that is due, taken by this caller and by no other. */
    Optional<Carrier.Outgoing> claim(Instant now) {
        return jdbc.sql(
                        """
                        update messages.message
                           set state = 'SENDING', claimed_at = :now, tries = tries + 1, problem = null
                         where organization_id = :organization
                           and id = (select id from messages.message
                                      where organization_id = :organization and state = 'QUEUED' and not_before <= :now
                                      order by not_before, id limit 1
                                      for update skip locked)
                        returning id, way, address, subject, body, tries, queued_at
                        """)
                .param("organization", organization())
                .param("now", now.atOffset(UTC))
                .query((row, number) -> {
                    var id = new MessageId(row.getObject("id", UUID.class));
                    return new Carrier.Outgoing(
                            id,
                            Way.valueOf(row.getString("way")),
                            opened(id, row.getBytes("address")),
                            row.getString("subject"),
                            opened(id, row.getBytes("body")),
                            "",
                            row.getInt("tries"),
                            instant(row, "queued_at"));
                })
                .optional();
    }

    /** Writes what became of a message that was leaving; a late answer still counts. */
    void settle(
            MessageId id,
            State state,
            Carrier.Kind carrier,
            @Nullable String reference,
            @Nullable String problem,
            Instant notBefore,
            Instant now) {
        jdbc.sql(
                        """
                        update messages.message
                           set state = :state, carrier = :carrier, reference = :reference, problem = :problem,
                               not_before = :before, not_after = greatest(not_after, :before), settled_at = :now
                         where organization_id = :organization and id = :id and state in ('SENDING', 'OUTCOME_UNKNOWN')
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("state", state.name())
                .param("carrier", carrier.name())
                .param("reference", reference)
                .param("problem", problem)
                .param("before", notBefore.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Puts a refused or unknown one back to wait, at the address it had. False: it is neither. */
    boolean again(MessageId id, Instant now) {
        return jdbc.sql(
                                """
                                update messages.message
                                   set state = 'QUEUED', not_before = :now, not_after = null, problem = null,
                                       claimed_at = null, settled_at = null
                                 where organization_id = :organization and id = :id
                                   and state in ('REFUSED', 'OUTCOME_UNKNOWN')
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Lets a refused or unknown one be. False: it is neither. */
    boolean letBe(MessageId id, Instant now) {
        return jdbc.sql(
                                """
                                update messages.message set state = 'WITHDRAWN', settled_at = :now
                                where organization_id = :organization and id = :id
                                  and state in ('REFUSED', 'OUTCOME_UNKNOWN')
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The newest messages in these states, of clients of these sites. */
    List<Message> inStates(Set<State> states, Set<UUID> sites, int most) {
        return jdbc.sql(
                        ROWS
                                + """
                                and m.state = any(:states)
                                and (cardinality(:sites) = 0 or c.site_id = any(:sites) or m.client_id is null)
                                order by at desc, m.id limit :most
                                """)
                .param("organization", organization())
                .param("states", states.stream().map(State::name).toArray(String[]::new))
                .param("sites", sites.toArray(UUID[]::new))
                .param("most", most)
                .query(this::message)
                .list();
    }

    List<Message> ofClient(ClientId client, int most) {
        return jdbc.sql(
                        ROWS
                                + "and m.client_id = :client order by m.queued_at desc, m.id limit :most")
                .param("organization", organization())
                .param("client", client.value())
                .param("most", most)
                .query(this::message)
                .list();
    }

    Optional<Message> find(MessageId id) {
        return jdbc.sql(ROWS + "and m.id = :id")
                .param("organization", organization())
                .param("id", id.value())
                .query(this::message)
                .optional();
    }

    /** How many stand in each state that wants somebody, and how many left since then. */
    int count(Set<State> states, Instant since) {
        return jdbc.sql(
                        """
                        select count(*)::int from messages.message
                        where organization_id = :organization and state = any(:states) and queued_at > :since
                        """)
                .param("organization", organization())
                .param("states", states.stream().map(State::name).toArray(String[]::new))
                .param("since", since.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    private Message message(ResultSet row, int number) throws SQLException {
        var id = new MessageId(row.getObject("id", UUID.class));
        var client = row.getObject("client_id", UUID.class);
        var given = row.getString("given_name");
        var problem = row.getString("problem");
        var zone = row.getString("time_zone");
        return new Message(
                id,
                client == null ? null : new ClientId(client),
                given == null ? "" : given + " " + row.getString("family_name").charAt(0) + ".",
                Way.valueOf(row.getString("way")),
                wordings.about(row.getString("wording")),
                opened(id, row.getBytes("body")),
                State.valueOf(row.getString("state")),
                "LOG".equals(row.getString("carrier")),
                problem == null ? "" : problem,
                row.getInt("tries"),
                instant(row, "not_before"),
                instant(row, "at"),
                zone == null ? UTC : ZoneId.of(zone));
    }

    private byte[] sealed(MessageId id, String text) {
        return seal.closeText(text, organization(), id.value());
    }

    private String opened(MessageId id, byte[] sealed) {
        return seal.openText(sealed, organization(), id.value());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
