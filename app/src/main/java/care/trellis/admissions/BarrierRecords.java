package care.trellis.admissions;

import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import care.trellis.papers.PaperId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of barriers. */
@Repository
class BarrierRecords {

    /** One that stands, with the client it is about. */
    record Standing(UUID client, String name, UUID site, Barrier.Kind kind, LocalDate dueOn) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    BarrierRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void open(ClientId client, Barrier.Kind kind, PaperId paper, LocalDate due, Instant now) {
        jdbc.sql(
                        """
                        insert into admissions.barrier (organization_id, id, client_id, kind, paper_id, due_on, opened_at)
                        values (:organization, :id, :client, :kind, :paper, :due, :now)
                        on conflict (organization_id, client_id, kind) where closed_at is null do nothing
                        """)
                .param("organization", organization())
                .param("id", Ids.next())
                .param("client", client.value())
                .param("kind", kind.name())
                .param("paper", paper.value())
                .param("due", due)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Barrier> of(ClientId client) {
        return jdbc.sql(
                        """
                        select id, kind, due_on, opened_at, closed_at, closed_by_name, answer from admissions.barrier
                        where organization_id = :organization and client_id = :client
                        order by closed_at is not null, due_on, id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> barrier(row))
                .list();
    }

    List<Standing> standing() {
        return jdbc.sql(
                        """
                        select b.client_id, c.given_name, c.family_name, c.site_id, b.kind, b.due_on
                        from admissions.barrier b
                        join clients.public_client c on c.organization_id = b.organization_id and c.id = b.client_id
                        where b.organization_id = :organization and b.closed_at is null
                        order by b.due_on
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Standing(
                                row.getObject("client_id", UUID.class),
                                row.getString("given_name") + " " + row.getString("family_name"),
                                row.getObject("site_id", UUID.class),
                                Barrier.Kind.valueOf(row.getString("kind")),
                                row.getObject("due_on", LocalDate.class)))
                .list();
    }

    boolean close(BarrierId barrier, String answer, Actor actor, Instant now) {
        return jdbc.sql(
                                """
                                update admissions.barrier
                                set closed_at = :now, closed_by_name = :name, answer = :answer
                                where organization_id = :organization and id = :id and closed_at is null
                                """)
                        .param("organization", organization())
                        .param("id", barrier.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("name", actor.name())
                        .param("answer", vault.seal(barrier.value(), answer))
                        .update()
                == 1;
    }

    private Barrier barrier(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        var by = row.getString("closed_by_name");
        var answer = row.getBytes("answer");
        return new Barrier(
                new BarrierId(id),
                Barrier.Kind.valueOf(row.getString("kind")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant(),
                by == null ? "" : by,
                answer == null ? "" : vault.open(id, answer));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
