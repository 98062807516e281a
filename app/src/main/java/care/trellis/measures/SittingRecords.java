package care.trellis.measures;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of sittings and the measures in them. */
@Repository
class SittingRecords {

    private static final String SITTING =
            """
            select id, client_id, mode, language, taken_on, asked_at, expires_at, ended_at
            from measures.sitting
            where organization_id = :organization
            """;

    private static final String MEASURE =
            """
            select id, sitting_id, client_id, number, instrument, version, submitted_at, cancelled_at
            from measures.administration
            where organization_id = :organization
            """;

    private final JdbcClient jdbc;

    SittingRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            SittingId id,
            ClientId client,
            Mode mode,
            Language language,
            @Nullable LocalDate takenOn,
            UUID account,
            Instant at) {
        jdbc.sql(
                        """
                        insert into measures.sitting (organization_id, id, client_id, mode, language, taken_on, asked_by,
                            asked_at)
                        values (:organization, :id, :client, :mode, :language, :taken, :account, :at)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("client", client.value())
                .param("mode", mode.name())
                .param("language", language.code())
                .param("taken", takenOn)
                .param("account", account)
                .param("at", at.atOffset(UTC))
                .update();
    }

    void add(SittingId sitting, ClientId client, int number, String instrument, String version) {
        jdbc.sql(
                        """
                        insert into measures.administration (organization_id, id, sitting_id, client_id, number,
                            instrument, version)
                        values (:organization, :id, :sitting, :client, :number, :instrument, :version)
                        """)
                .param("organization", organization())
                .param("id", Ids.next())
                .param("sitting", sitting.value())
                .param("client", client.value())
                .param("number", number)
                .param("instrument", instrument)
                .param("version", version)
                .update();
    }

    /** Opens it by this code or token until then; a former code or token opens nothing more. */
    void handle(
            SittingId id, byte @Nullable [] codeHash, byte @Nullable [] tokenHash, Instant until) {
        jdbc.sql(
                        """
                        update measures.sitting set code_hash = :code, token_hash = :token, expires_at = :until
                        where organization_id = :organization and id = :id and ended_at is null
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("code", codeHash, java.sql.Types.BINARY)
                .param("token", tokenHash, java.sql.Types.BINARY)
                .param("until", until.atOffset(UTC))
                .update();
    }

    /** Takes the code away and gives a token for it; true for the one request that does. */
    boolean exchange(byte[] codeHash, byte[] tokenHash, Instant now, Instant until) {
        return jdbc.sql(
                                """
                                update measures.sitting
                                set code_hash = null, token_hash = :token, expires_at = :until,
                                    opened_at = coalesce(opened_at, :now)
                                where organization_id = :organization and code_hash = :code and expires_at > :now
                                  and ended_at is null
                                """)
                        .param("organization", organization())
                        .param("code", codeHash)
                        .param("token", tokenHash)
                        .param("now", now.atOffset(UTC))
                        .param("until", until.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Sitting> byToken(byte[] tokenHash, Instant now) {
        return jdbc.sql(SITTING + " and token_hash = :token and expires_at > :now")
                .param("organization", organization())
                .param("token", tokenHash)
                .param("now", now.atOffset(UTC))
                .query((row, number) -> sitting(row))
                .optional()
                .map(this::whole);
    }

    Optional<Sitting> find(SittingId id) {
        return jdbc.sql(SITTING + " and id = :id")
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) -> sitting(row))
                .optional()
                .map(this::whole);
    }

    /** The client's sittings, the newest first. */
    List<Sitting> of(ClientId client, int most) {
        return jdbc
                .sql(SITTING + " and client_id = :client order by asked_at desc limit :most")
                .param("organization", organization())
                .param("client", client.value())
                .param("most", most)
                .query((row, number) -> sitting(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    /** Holds one measure until the transaction ends, so that answers come one after the other. */
    Optional<Administration> hold(AdministrationId id) {
        return jdbc.sql(MEASURE + " and id = :id for update")
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) -> measure(row))
                .optional();
    }

    Optional<Administration> measure(AdministrationId id) {
        return jdbc.sql(MEASURE + " and id = :id")
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) -> measure(row))
                .optional();
    }

    void opened(SittingId id, Instant at) {
        jdbc.sql(
                        """
                        update measures.sitting set opened_at = :at
                        where organization_id = :organization and id = :id and opened_at is null
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    void speak(SittingId id, Language language) {
        jdbc.sql(
                        """
                        update measures.sitting set language = :language
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("language", language.code())
                .update();
    }

    void submitted(Administration measure, Instant at) {
        jdbc.sql(
                        """
                        update measures.administration set submitted_at = :at
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", measure.id().value())
                .param("at", at.atOffset(UTC))
                .update();
        endWhereDone(measure.sitting(), at);
    }

    /** Calls off what is still open in a sitting; what was submitted stays. */
    void callOff(SittingId id, Instant at) {
        jdbc.sql(
                        """
                        update measures.administration set cancelled_at = :at
                        where organization_id = :organization and sitting_id = :id and submitted_at is null
                          and cancelled_at is null
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("at", at.atOffset(UTC))
                .update();
        endWhereDone(id, at);
    }

    private void endWhereDone(SittingId id, Instant at) {
        jdbc.sql(
                        """
                        update measures.sitting set ended_at = :at, code_hash = null
                        where organization_id = :organization and id = :id and not exists (
                            select 1 from measures.administration a
                            where a.organization_id = :organization and a.sitting_id = :id and a.submitted_at is null
                              and a.cancelled_at is null)
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    private Sitting whole(Sitting bare) {
        var measures =
                jdbc.sql(MEASURE + " and sitting_id = :sitting order by number")
                        .param("organization", organization())
                        .param("sitting", bare.id().value())
                        .query((row, number) -> measure(row))
                        .list();
        return new Sitting(
                bare.id(),
                bare.client(),
                bare.mode(),
                bare.language(),
                bare.takenOn(),
                bare.askedAt(),
                bare.expiresAt(),
                bare.ended(),
                measures);
    }

    private static Sitting sitting(ResultSet row) throws SQLException {
        var expires = row.getObject("expires_at", OffsetDateTime.class);
        return new Sitting(
                new SittingId(row.getObject("id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                Mode.valueOf(row.getString("mode")),
                Language.of(row.getString("language")),
                row.getObject("taken_on", LocalDate.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                expires == null ? null : expires.toInstant(),
                row.getObject("ended_at") != null,
                List.of());
    }

    private static Administration measure(ResultSet row) throws SQLException {
        return new Administration(
                new AdministrationId(row.getObject("id", UUID.class)),
                new SittingId(row.getObject("sitting_id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getInt("number"),
                row.getString("instrument"),
                row.getString("version"),
                row.getObject("submitted_at") != null,
                row.getObject("cancelled_at") != null);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
