package care.trellis.drugtests;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of follow-ups. */
@Repository
class FollowUpRecords {

    /** One that is owed, with the client it is about. */
    record Owed(
            UUID client, UUID test, String name, UUID site, FollowUp.Kind kind, LocalDate dueOn) {}

    private final JdbcClient jdbc;
    private final Seal seal;

    FollowUpRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "drugtests");
    }

    /** Opens one; where one of the test is open already, that one stands. */
    void open(TestId test, FollowUp.Kind kind, LocalDate due, Instant now) {
        jdbc.sql(
                        """
                        insert into drugtests.follow_up (organization_id, id, test_id, kind, due_on, opened_at)
                        values (:organization, :id, :test, :kind, :due, :now)
                        on conflict (organization_id, test_id) where closed_at is null do nothing
                        """)
                .param("organization", organization())
                .param("id", Ids.next())
                .param("test", test.value())
                .param("kind", kind.name())
                .param("due", due)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** What is open of a test is about its correction now. */
    void corrected(TestId test) {
        jdbc.sql(
                        """
                        update drugtests.follow_up set kind = 'CORRECTED'
                        where organization_id = :organization and test_id = :test and closed_at is null
                        """)
                .param("organization", organization())
                .param("test", test.value())
                .update();
    }

    /** Those of a test, the newest first. */
    List<FollowUp> of(TestId test) {
        var steps = steps(test);
        return jdbc.sql(
                        """
                        select id, kind, due_on, opened_at, closed_at from drugtests.follow_up
                        where organization_id = :organization and test_id = :test
                        order by opened_at desc, id
                        """)
                .param("organization", organization())
                .param("test", test.value())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    var closed = row.getObject("closed_at", OffsetDateTime.class);
                    return new FollowUp(
                            new FollowUpId(id),
                            test,
                            FollowUp.Kind.valueOf(row.getString("kind")),
                            row.getObject("due_on", LocalDate.class),
                            DrawRecords.instant(row, "opened_at"),
                            closed == null ? null : closed.toInstant(),
                            steps.getOrDefault(id, List.of()));
                })
                .list();
    }

    /** All that are owed, the one due first at the top. */
    List<Owed> owed() {
        return jdbc.sql(
                        """
                        select t.client_id, t.id, c.given_name || ' ' || c.family_name as name, t.site_id, f.kind, f.due_on
                        from drugtests.follow_up f
                        join drugtests.test t on t.organization_id = f.organization_id and t.id = f.test_id
                        join clients.public_client c on c.organization_id = t.organization_id and c.id = t.client_id
                        where f.organization_id = :organization and f.closed_at is null
                        order by f.due_on, t.id
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Owed(
                                row.getObject("client_id", UUID.class),
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getObject("site_id", UUID.class),
                                FollowUp.Kind.valueOf(row.getString("kind")),
                                row.getObject("due_on", LocalDate.class)))
                .list();
    }

    void step(
            FollowUpId followUp, FollowUp.Step.Kind kind, String words, Instant now, Actor actor) {
        var id = Ids.next();
        jdbc.sql(
                        """
                        insert into drugtests.follow_up_step (organization_id, id, follow_up_id, kind, words, at, account_id,
                            account_name)
                        values (:organization, :id, :follow, :kind, :words, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("follow", followUp.value())
                .param("kind", kind.name())
                .param("words", seal.closeText(words, organization(), id))
                .param("now", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    void close(FollowUpId followUp, Instant now) {
        jdbc.sql(
                        """
                        update drugtests.follow_up set closed_at = :now
                        where organization_id = :organization and id = :id and closed_at is null
                        """)
                .param("organization", organization())
                .param("id", followUp.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    private Map<UUID, List<FollowUp.Step>> steps(TestId test) {
        var steps = new HashMap<UUID, List<FollowUp.Step>>();
        jdbc.sql(
                        """
                        select s.id, s.follow_up_id, s.kind, s.words, s.at, s.account_name
                        from drugtests.follow_up f
                        join drugtests.follow_up_step s on s.organization_id = f.organization_id and s.follow_up_id = f.id
                        where f.organization_id = :organization and f.test_id = :test
                        order by s.at, s.id
                        """)
                .param("organization", organization())
                .param("test", test.value())
                .query(row -> {
                    steps.computeIfAbsent(
                                    row.getObject("follow_up_id", UUID.class),
                                    first -> new ArrayList<>())
                            .add(step(row));
                });
        return steps;
    }

    private FollowUp.Step step(ResultSet row) throws SQLException {
        return new FollowUp.Step(
                FollowUp.Step.Kind.valueOf(row.getString("kind")),
                seal.openText(
                        row.getBytes("words"), organization(), row.getObject("id", UUID.class)),
                DrawRecords.instant(row, "at"),
                row.getString("account_name"));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
