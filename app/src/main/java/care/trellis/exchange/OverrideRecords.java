package care.trellis.exchange;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of requests to post a repeated payment. */
@Repository
class OverrideRecords {

    private final JdbcClient jdbc;

    OverrideRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where somebody asked for this file before and nobody answered yet. */
    boolean insert(UUID id, ArrivalId arrival, String reason, Actor actor, Instant now) {
        return jdbc.sql(
                                """
                                insert into exchange.override_request (organization_id, id, arrival_id, reason, asked_at,
                                    asked_by, asked_name)
                                values (:organization, :id, :arrival, :reason, :at, :account, :name)
                                on conflict do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("arrival", arrival.value())
                        .param("reason", reason)
                        .param("at", now.atOffset(UTC))
                        .param("account", actor.account())
                        .param("name", actor.name())
                        .update()
                == 1;
    }

    /** Those that nobody answered, of files that still wait, the oldest first. */
    List<OverrideRequest> open(UUID account) {
        return jdbc.sql(
                        """
                        select o.id, o.arrival_id, a.name, o.reason, o.asked_name, o.asked_at, o.asked_by = :account as mine
                        from exchange.override_request o
                        join exchange.arrival a on a.organization_id = o.organization_id and a.id = o.arrival_id
                        where o.organization_id = :organization and o.answer is null and a.state = 'REPEATS'
                        order by o.asked_at, o.id
                        """)
                .param("organization", organization())
                .param("account", account)
                .query((row, number) ->
                        new OverrideRequest(
                                row.getObject("id", UUID.class),
                                new ArrivalId(row.getObject("arrival_id", UUID.class)),
                                row.getString("name"),
                                row.getString("reason"),
                                row.getString("asked_name"),
                                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                                row.getBoolean("mine")))
                .list();
    }

    /** False where somebody else answered meanwhile; waits for whoever does so now. */
    boolean answer(UUID id, OverrideRequest.Answer answer, Actor actor, Instant now) {
        return jdbc.sql(
                                """
                                update exchange.override_request
                                set answer = :answer, answered_at = :at, answered_by = :account, answered_name = :name
                                where organization_id = :organization and id = :id and answer is null
                                """)
                        .param("organization", organization())
                        .param("id", id)
                        .param("answer", answer.name())
                        .param("at", now.atOffset(UTC))
                        .param("account", actor.account())
                        .param("name", actor.name())
                        .update()
                == 1;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
