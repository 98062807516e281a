package care.trellis.aftercare;

import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of promises. */
@Repository
class PromiseRecords {

    /** A promise whose day has come, with the client as lists name them. */
    record Due(UUID client, String name, UUID site, Promise.Kind kind, LocalDate on) {}

    private final JdbcClient jdbc;
    private final Seal seal;

    PromiseRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "aftercare");
    }

    void insert(ClientId client, PaperId paper, DischargePaper.Made made) {
        var id = Ids.next();
        jdbc.sql(
                        """
                        insert into aftercare.promise (organization_id, id, client_id, paper_id, kind, due_on, words)
                        values (:organization, :id, :client, :paper, :kind, :due, :words)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("client", client.value())
                .param("paper", paper.value())
                .param("kind", made.kind().name())
                .param("due", made.due())
                .param("words", seal.closeText(made.words(), organization(), id))
                .update();
    }

    /** A client's promises, open ones first, then by day. */
    List<Promise> of(ClientId client) {
        return jdbc.sql(
                        """
                        select id, kind, due_on, words, outcome, answer, answered_at, answered_by_name
                        from aftercare.promise
                        where organization_id = :organization and client_id = :client
                        order by outcome is not null, due_on, kind, id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> promise(row))
                .list();
    }

    /** Whether it was still open. */
    boolean answer(
            ClientId client,
            PromiseId promise,
            Promise.Outcome outcome,
            String words,
            Actor actor,
            Instant now) {
        return jdbc.sql(
                                """
                                update aftercare.promise
                                set outcome = :outcome, answer = :answer, answered_at = :now, answered_by_name = :name
                                where organization_id = :organization and client_id = :client and id = :id
                                  and outcome is null
                                """)
                        .param("organization", organization())
                        .param("client", client.value())
                        .param("id", promise.value())
                        .param("outcome", outcome.name())
                        .param("answer", seal.closeText(words, organization(), promise.value()))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("name", actor.name())
                        .update()
                == 1;
    }

    /** Whether it was answered; open again, what was said of it is gone. */
    boolean reopen(ClientId client, PromiseId promise) {
        return jdbc.sql(
                                """
                                update aftercare.promise
                                set outcome = null, answer = null, answered_at = null, answered_by_name = null
                                where organization_id = :organization and client_id = :client and id = :id
                                  and outcome is not null
                                """)
                        .param("organization", organization())
                        .param("client", client.value())
                        .param("id", promise.value())
                        .update()
                == 1;
    }

    /** Open promises of that day and before, the oldest first. */
    List<Due> dueBy(LocalDate day) {
        return jdbc.sql(
                        """
                        select p.client_id, c.given_name || ' ' || c.family_name as name, c.site_id, p.kind, p.due_on
                        from aftercare.promise p
                        join clients.public_client c on c.organization_id = p.organization_id and c.id = p.client_id
                        where p.organization_id = :organization and p.outcome is null and p.due_on <= :day
                        order by p.due_on, p.kind, p.id
                        """)
                .param("organization", organization())
                .param("day", day)
                .query((row, number) ->
                        new Due(
                                row.getObject("client_id", UUID.class),
                                row.getString("name"),
                                row.getObject("site_id", UUID.class),
                                Promise.Kind.valueOf(row.getString("kind")),
                                row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private Promise promise(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Promise(
                new PromiseId(id),
                Promise.Kind.valueOf(row.getString("kind")),
                row.getObject("due_on", LocalDate.class),
                seal.openText(row.getBytes("words"), organization(), id),
                answered(row, id));
    }

    private Promise.@Nullable Answered answered(ResultSet row, UUID id) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Promise.Answered(
                        Promise.Outcome.valueOf(outcome),
                        seal.openText(row.getBytes("answer"), organization(), id),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                        row.getString("answered_by_name"));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
