package care.trellis.setup;

import care.trellis.base.Permit;
import care.trellis.organizations.ProgramId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of drafts. Everybody sees their own. */
@Repository
class DraftRecords {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, List<String>>> ANSWERS =
            new TypeReference<>() {};
    private static final String DRAFT =
            """
            select id, step, answers, saved_at, program_id, undone_at is not null from setup.draft
            where organization_id = :organization and account_id = :account
            """;

    private final JdbcClient jdbc;

    DraftRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Draft> all(Permit permit) {
        return jdbc.sql(DRAFT + " order by saved_at desc")
                .param("organization", permit.organization().value())
                .param("account", permit.actor().account())
                .query(DraftRecords::draft)
                .list();
    }

    Optional<Draft> find(Permit permit, UUID id) {
        return jdbc.sql(DRAFT + " and id = :id")
                .param("organization", permit.organization().value())
                .param("account", permit.actor().account())
                .param("id", id)
                .query(DraftRecords::draft)
                .optional();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        var program = row.getObject(5, UUID.class);
        return new Draft(
                row.getObject(1, UUID.class),
                SetupStep.valueOf(row.getString(2)),
                JSON.readValue(row.getString(3), ANSWERS),
                row.getTimestamp(4).toInstant(),
                program == null ? null : new ProgramId(program),
                row.getBoolean(6));
    }

    void add(Permit permit, UUID id, Map<String, List<String>> answers, Instant now) {
        jdbc.sql(
                        """
                        insert into setup.draft (organization_id, id, account_id, step, answers, saved_at)
                        values (:organization, :id, :account, 'PROGRAM', cast(:answers as jsonb), :now)
                        on conflict (organization_id, id) do nothing
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .param("account", permit.actor().account())
                .param("answers", JSON.writeValueAsString(answers))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void save(
            Permit permit,
            UUID id,
            SetupStep step,
            Map<String, List<String>> answers,
            Instant now) {
        jdbc.sql(
                        """
                        update setup.draft set step = :step, answers = cast(:answers as jsonb), saved_at = :now
                        where organization_id = :organization and id = :id and account_id = :account and made_at is null
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .param("account", permit.actor().account())
                .param("step", step.name())
                .param("answers", JSON.writeValueAsString(answers))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** True for the one caller that makes it. */
    boolean made(Permit permit, UUID id, ProgramId program, Instant now) {
        return jdbc.sql(
                                """
                                update setup.draft set made_at = :now, program_id = :program
                                where organization_id = :organization and id = :id and made_at is null
                                """)
                        .param("organization", permit.organization().value())
                        .param("id", id)
                        .param("program", program.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whoever makes it, makes it alone. */
    void lock(Permit permit, UUID id) {
        jdbc.sql(
                        """
                        select id from setup.draft where organization_id = :organization and id = :id for update
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    void undone(Permit permit, UUID id, Instant now) {
        jdbc.sql(
                        """
                        update setup.draft set undone_at = :now where organization_id = :organization and id = :id
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(Permit permit, UUID id) {
        jdbc.sql(
                        """
                        delete from setup.draft
                        where organization_id = :organization and id = :id and account_id = :account and made_at is null
                        """)
                .param("organization", permit.organization().value())
                .param("id", id)
                .param("account", permit.actor().account())
                .update();
    }
}
