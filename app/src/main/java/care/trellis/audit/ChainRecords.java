package care.trellis.audit;

import care.trellis.base.OrganizationContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the chain. */
@Component
class ChainRecords {

    /** Where a chain stands. */
    record Horizon(String nextTransaction, long sequence, byte[] hash) {}

    /** A signed place of a chain. */
    record Checkpoint(long sequence, byte[] hash, Instant at, byte[] signature) {}

    static final int BATCH = 2000;

    private final JdbcClient jdbc;

    ChainRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anything may wait to be sealed; costs one look into an index. */
    boolean anythingNew() {
        return jdbc.sql(
                        """
                        select exists (
                            select from audit.event e
                            where e.organization_id = :organization
                              and e.transaction_id >= coalesce(
                                  (select h.next_transaction from audit.horizon h
                                    where h.organization_id = :organization), '0'::xid8))
                        """)
                .param("organization", organization())
                .query(Boolean.class)
                .single();
    }

    void begin() {
        jdbc.sql(
                        """
                        insert into audit.horizon (organization_id, next_transaction, sequence, hash)
                        values (:organization, '0', 0, :start)
                        on conflict (organization_id) do nothing
                        """)
                .param("organization", organization())
                .param("start", Link.START)
                .update();
    }

    /** The horizon, locked; nothing where another copy of the program seals at this moment. */
    Optional<Horizon> lockHorizon() {
        return jdbc.sql(
                        """
                        select next_transaction::text, sequence, hash from audit.horizon
                        where organization_id = :organization
                        for update skip locked
                        """)
                .param("organization", organization())
                .query(ChainRecords::standing)
                .optional();
    }

    Optional<Horizon> horizon() {
        return jdbc.sql(
                        """
                        select next_transaction::text, sequence, hash from audit.horizon
                        where organization_id = :organization
                        """)
                .param("organization", organization())
                .query(ChainRecords::standing)
                .optional();
    }

    /**
     * The transaction before which all have ended, so that no row can appear behind the seals any
     * more; earlier where very much waits, to seal it in parts.
     */
    String settled(String from) {
        String oldestRunning =
                jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                        .query(String.class)
                        .single();
        return jdbc.sql(
                        """
                        select e.transaction_id::text from audit.event e
                        where e.organization_id = :organization
                          and e.transaction_id > cast(:from as xid8) and e.transaction_id < cast(:until as xid8)
                        order by e.transaction_id
                        offset :batch limit 1
                        """)
                .param("organization", organization())
                .param("from", from)
                .param("until", oldestRunning)
                .param("batch", BATCH)
                .query(String.class)
                .optional()
                .orElse(oldestRunning);
    }

    List<Link> between(String from, String until) {
        return jdbc.sql(
                        """
                        select organization_id, id, at, transaction_id::text, account_id, action, purpose,
                            client_id, object_type, object_id, count, detail
                        from audit.event
                        where organization_id = :organization
                          and transaction_id >= cast(:from as xid8) and transaction_id < cast(:until as xid8)
                        order by transaction_id, id
                        """)
                .param("organization", organization())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> link(row, 0))
                .list();
    }

    void seal(long first, List<Link> links, List<byte[]> hashes) {
        String rows =
                IntStream.range(0, links.size())
                        .mapToObj(index ->
                                "{\"sequence\":%d,\"at\":\"%s\",\"id\":\"%s\",\"hash\":\"%s\"}"
                                        .formatted(
                                                first + index,
                                                links.get(index).at(),
                                                links.get(index).id(),
                                                HexFormat.of().formatHex(hashes.get(index))))
                        .collect(Collectors.joining(",", "[", "]"));
        jdbc.sql(
                        """
                        insert into audit.seal (organization_id, sequence, event_at, event_id, hash)
                        select cast(:organization as uuid), sequence, at, id, decode(hash, 'hex')
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            as sealed (sequence bigint, at timestamptz, id uuid, hash text)
                        """)
                .param("organization", organization())
                .param("rows", rows)
                .update();
    }

    void move(Horizon horizon) {
        jdbc.sql(
                        """
                        update audit.horizon
                        set next_transaction = cast(:next as xid8), sequence = :sequence, hash = :hash
                        where organization_id = :organization
                        """)
                .param("organization", organization())
                .param("next", horizon.nextTransaction())
                .param("sequence", horizon.sequence())
                .param("hash", horizon.hash())
                .update();
    }

    List<Checkpoint> checkpoints() {
        return jdbc.sql(
                        """
                        select sequence, hash, at, signature from audit.checkpoint
                        where organization_id = :organization
                        order by sequence
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Checkpoint(
                                row.getLong(1), row.getBytes(2), instant(row, 3), row.getBytes(4)))
                .list();
    }

    Optional<Instant> lastCheckpoint() {
        return jdbc.sql(
                        """
                        select at from audit.checkpoint
                        where organization_id = :organization
                        order by sequence desc limit 1
                        """)
                .param("organization", organization())
                .query((row, number) -> instant(row, 1))
                .optional();
    }

    void add(Checkpoint checkpoint) {
        jdbc.sql(
                        """
                        insert into audit.checkpoint (organization_id, sequence, hash, at, signature)
                        values (:organization, :sequence, :hash, :at, :signature)
                        on conflict (organization_id, sequence) do nothing
                        """)
                .param("organization", organization())
                .param("sequence", checkpoint.sequence())
                .param("hash", checkpoint.hash())
                .param("at", checkpoint.at().atOffset(ZoneOffset.UTC))
                .param("signature", checkpoint.signature())
                .update();
    }

    /** A seal with the row it binds, where that is still there. */
    record Sealed(long sequence, byte[] hash, Optional<Link> link) {}

    /** The next seals after a place, in order. */
    List<Sealed> sealedAfter(long sequence) {
        return jdbc.sql(
                        """
                        select s.sequence, s.hash, e.organization_id, e.id, e.at, e.transaction_id::text,
                            e.account_id, e.action, e.purpose, e.client_id, e.object_type, e.object_id, e.count,
                            e.detail
                        from audit.seal s
                        left join audit.event e on e.organization_id = s.organization_id
                             and e.at = s.event_at and e.id = s.event_id
                        where s.organization_id = :organization and s.sequence > :sequence
                        order by s.sequence
                        limit :batch
                        """)
                .param("organization", organization())
                .param("sequence", sequence)
                .param("batch", BATCH)
                .query((row, number) ->
                        new Sealed(
                                row.getLong(1),
                                row.getBytes(2),
                                row.getObject(4) == null
                                        ? Optional.empty()
                                        : Optional.of(link(row, 2))))
                .list();
    }

    /** A row that lies behind the horizon without a seal: put in afterwards. */
    Optional<UUID> unsealedBehind(Horizon horizon) {
        return jdbc.sql(
                        """
                        select e.id from audit.event e
                        where e.organization_id = :organization and e.transaction_id < cast(:next as xid8)
                          and not exists (
                              select from audit.seal s
                              where s.organization_id = e.organization_id and s.event_id = e.id)
                        limit 1
                        """)
                .param("organization", organization())
                .param("next", horizon.nextTransaction())
                .query(UUID.class)
                .optional();
    }

    private static Horizon standing(ResultSet row, int number) throws SQLException {
        return new Horizon(row.getString(1), row.getLong(2), row.getBytes(3));
    }

    private static Link link(ResultSet row, int before) throws SQLException {
        return new Link(
                row.getObject(before + 1, UUID.class),
                row.getObject(before + 2, UUID.class),
                instant(row, before + 3),
                row.getString(before + 4),
                row.getObject(before + 5, UUID.class),
                row.getString(before + 6),
                row.getString(before + 7),
                row.getObject(before + 8, UUID.class),
                row.getString(before + 9),
                row.getObject(before + 10, UUID.class),
                row.getInt(before + 11),
                row.getString(before + 12));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
