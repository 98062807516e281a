package care.trellis.exchange;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of lines to clearinghouses. Their passwords are sealed. */
@Component
class LineRecords {

    private final JdbcClient jdbc;
    private final Seal seal;

    LineRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "exchange passwords");
    }

    /** A file that waits to go out. */
    record Outgoing(UUID file, String name, byte[] content) {}

    void save(Line line, @Nullable String password) {
        int changed =
                password == null
                        ? update(line)
                        : insertOrReplace(
                                line, seal.closeText(password, organization(), line.id()));
        if (changed != 1) {
            throw new IllegalStateException("A line without a password cannot be new");
        }
    }

    private int update(Line line) {
        return jdbc.sql(
                        """
                        update exchange.line
                           set name = :name, host = :host, port = :port, username = :username,
                               fingerprint = :fingerprint, out_folder = :out, in_folder = :in,
                               receiver_ids = :receivers, enabled = :enabled
                         where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", line.id())
                .param("name", line.name())
                .param("host", line.host())
                .param("port", line.port())
                .param("username", line.username())
                .param("fingerprint", line.fingerprint())
                .param("out", line.outFolder())
                .param("in", line.inFolder())
                .param("receivers", line.receiverIds().toArray(String[]::new))
                .param("enabled", line.enabled())
                .update();
    }

    private int insertOrReplace(Line line, byte[] password) {
        return jdbc.sql(
                        """
                        insert into exchange.line (organization_id, id, name, host, port, username, password, fingerprint,
                            out_folder, in_folder, receiver_ids, enabled)
                        values (:organization, :id, :name, :host, :port, :username, :password, :fingerprint, :out, :in,
                            :receivers, :enabled)
                        on conflict (organization_id, id) do update
                           set name = excluded.name, host = excluded.host, port = excluded.port,
                               username = excluded.username, password = excluded.password,
                               fingerprint = excluded.fingerprint, out_folder = excluded.out_folder,
                               in_folder = excluded.in_folder, receiver_ids = excluded.receiver_ids,
                               enabled = excluded.enabled
                        """)
                .param("organization", organization())
                .param("id", line.id())
                .param("name", line.name())
                .param("host", line.host())
                .param("port", line.port())
                .param("username", line.username())
                .param("password", password)
                .param("fingerprint", line.fingerprint())
                .param("out", line.outFolder())
                .param("in", line.inFolder())
                .param("receivers", line.receiverIds().toArray(String[]::new))
                .param("enabled", line.enabled())
                .update();
    }

    List<Line> lines() {
        return jdbc.sql(
                        """
                        select id, name, host, port, username, fingerprint, out_folder, in_folder, receiver_ids, enabled,
                               last_run_at, last_problem
                        from exchange.line where organization_id = :organization order by name, id
                        """)
                .param("organization", organization())
                .query(LineRecords::line)
                .list();
    }

    String password(UUID line) {
        return seal.openText(
                jdbc.sql(
                                """
                                select password from exchange.line
                                where organization_id = :organization and id = :id
                                """)
                        .param("organization", organization())
                        .param("id", line)
                        .query(byte[].class)
                        .single(),
                organization(),
                line);
    }

    void ran(UUID line, Instant at, @Nullable String problem) {
        jdbc.sql(
                        """
                        update exchange.line set last_run_at = :at, last_problem = :problem
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", line)
                .param("at", at.atOffset(UTC))
                .param("problem", problem)
                .update();
    }

    /** Files for these receivers that have not gone out on any line, the oldest first. */
    List<Outgoing> outgoing(List<String> receivers) {
        return jdbc.sql(
                        """
                        select f.id, f.name, f.content
                        from billing.public_file f
                        where f.organization_id = :organization and f.direction = 'OUT'
                          and not exists (select from exchange.departure d
                                           where d.organization_id = f.organization_id and d.file_id = f.id)
                          and (:all or exists (
                              select from billing.public_claim c
                              join payers.public_contract k
                                on k.organization_id = c.organization_id and k.id = c.contract_id
                              where c.organization_id = f.organization_id
                                and (c.file_id = f.id or c.id in (
                                    select q.claim_id from billing.public_status_question q
                                    where q.organization_id = f.organization_id and q.file_id = f.id))
                                and k.receiver_id = any(:receivers))
                              or exists (
                              select from billing.public_addressed a
                              where a.organization_id = f.organization_id and a.file_id = f.id
                                and a.receiver_id = any(:receivers)))
                        order by f.control_number
                        limit 50
                        """)
                .param("organization", organization())
                .param("all", receivers.isEmpty())
                .param("receivers", receivers.toArray(String[]::new))
                .query((row, number) ->
                        new Outgoing(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getBytes("content")))
                .list();
    }

    void departed(UUID file, UUID line, Instant at) {
        jdbc.sql(
                        """
                        insert into exchange.departure (organization_id, file_id, line_id, at)
                        values (:organization, :file, :line, :at)
                        on conflict (organization_id, file_id) do nothing
                        """)
                .param("organization", organization())
                .param("file", file)
                .param("line", line)
                .param("at", at.atOffset(UTC))
                .update();
    }

    boolean fetched(UUID line, String name, long bytes, Instant modified) {
        return jdbc.sql(
                        """
                        select exists (select from exchange.fetched
                                        where organization_id = :organization and line_id = :line and name = :name
                                          and bytes = :bytes and modified_at = :modified)
                        """)
                .param("organization", organization())
                .param("line", line)
                .param("name", name)
                .param("bytes", bytes)
                .param("modified", modified.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    void fetched(UUID line, String name, long bytes, Instant modified, ArrivalId arrival) {
        jdbc.sql(
                        """
                        insert into exchange.fetched (organization_id, line_id, name, bytes, modified_at, arrival_id)
                        values (:organization, :line, :name, :bytes, :modified, :arrival)
                        on conflict do nothing
                        """)
                .param("organization", organization())
                .param("line", line)
                .param("name", name)
                .param("bytes", bytes)
                .param("modified", modified.atOffset(UTC))
                .param("arrival", arrival.value())
                .update();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var ran = row.getObject("last_run_at", OffsetDateTime.class);
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("host"),
                row.getInt("port"),
                row.getString("username"),
                row.getString("fingerprint"),
                row.getString("out_folder"),
                row.getString("in_folder"),
                List.of((String[]) row.getArray("receiver_ids").getArray()),
                row.getBoolean("enabled"),
                ran == null ? null : ran.toInstant(),
                row.getString("last_problem"));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
