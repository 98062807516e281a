package care.trellis.measures;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import care.trellis.engine.instruments.Result;
import care.trellis.engine.instruments.Subscale;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of results. It only ever inserts. */
@Repository
class ResultRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, @Nullable Integer>> CODES =
            new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, Subscale>> SUBSCALES =
            new TypeReference<>() {};

    private static final String RESULT =
            """
            select administration_id, number, client_id, instrument, version, engine, mode, language, taken_on,
                   recorded_at, treatment_day, answers::text as answers, valid, total, severity,
                   subscales::text as subscales, flags, missing, prorated, alert_class, reason, withdrawn
            from measures.result r
            where organization_id = :organization
            """;

    private static final String IMPORTED =
            """
            select client_id, instrument, taken_on, total from episodes.public_score
            where organization_id = :organization
            """;

    private static final String STANDS =
            """
             and not withdrawn and not exists (
                 select 1 from measures.result later
                 where later.organization_id = :organization and later.administration_id = r.administration_id
                   and later.number = r.number + 1)
            """;

    private final JdbcClient jdbc;

    ResultRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Outcome outcome, UUID account) {
        var result = outcome.result();
        jdbc.sql(
                        """
                        insert into measures.result (organization_id, administration_id, number, client_id, instrument,
                            version, engine, mode, language, taken_on, recorded_at, account_id, treatment_day, answers,
                            valid, total, severity, subscales, flags, missing, prorated, alert_class, reason, withdrawn)
                        values (:organization, :id, :number, :client, :instrument, :version, :engine, :mode, :language,
                            :taken, :at, :account, :day, :answers::jsonb, :valid, :total, :severity, :subscales::jsonb,
                            :flags, :missing, :prorated, :alert, :reason, :withdrawn)
                        """)
                .param("organization", organization())
                .param("id", outcome.id().value())
                .param("number", outcome.number())
                .param("client", outcome.client().value())
                .param("instrument", outcome.instrument())
                .param("version", outcome.version())
                .param("engine", outcome.engine())
                .param("mode", outcome.mode().name())
                .param("language", outcome.language().code())
                .param("taken", outcome.takenOn())
                .param("at", outcome.recordedAt().atOffset(UTC))
                .param("account", account)
                .param("day", outcome.treatmentDay(), java.sql.Types.INTEGER)
                .param("answers", JSON.writeValueAsString(outcome.answers()))
                .param("valid", result.valid())
                .param("total", result.total(), java.sql.Types.NUMERIC)
                .param("severity", result.severity(), java.sql.Types.VARCHAR)
                .param("subscales", JSON.writeValueAsString(result.subscales()))
                .param("flags", new TreeSet<>(result.flags()).toArray(String[]::new))
                .param("missing", result.missing().toArray(String[]::new))
                .param("prorated", result.prorated())
                .param("alert", name(outcome.alert()), java.sql.Types.VARCHAR)
                .param("reason", name(outcome.reason()), java.sql.Types.VARCHAR)
                .param("withdrawn", outcome.withdrawn())
                .update();
    }

    /** The version that stands, withdrawn or not. */
    Optional<Outcome> standing(AdministrationId id) {
        return jdbc.sql(RESULT + " and administration_id = :id order by number desc limit 1")
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) -> outcome(row))
                .optional();
    }

    /** Every version, the newest first. */
    List<Outcome> versions(AdministrationId id) {
        return jdbc.sql(RESULT + " and administration_id = :id order by number desc")
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) -> outcome(row))
                .list();
    }

    /** What stands for these clients since that day, the oldest first. */
    List<Outcome> since(List<ClientId> clients, LocalDate from) {
        return jdbc.sql(
                        RESULT
                                + " and client_id = any(:clients) and taken_on >= :from"
                                + STANDS
                                + " order by taken_on, recorded_at, administration_id")
                .param("organization", organization())
                .param("clients", ids(clients))
                .param("from", from)
                .query((row, number) -> outcome(row))
                .list();
    }

    /** Totals that another system computed, for these clients since that day. */
    List<Imported> imported(List<ClientId> clients, LocalDate from) {
        return jdbc.sql(
                        IMPORTED
                                + " and client_id = any(:clients) and taken_on >= :from order by taken_on")
                .param("organization", organization())
                .param("clients", ids(clients))
                .param("from", from)
                .query((row, number) -> imported(row))
                .list();
    }

    /** All totals that another system computed of one client, the oldest first. */
    List<Imported> imported(ClientId client) {
        return jdbc.sql(IMPORTED + " and client_id = :client order by taken_on")
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> imported(row))
                .list();
    }

    private static Imported imported(ResultSet row) throws SQLException {
        return new Imported(
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("instrument"),
                row.getObject("taken_on", LocalDate.class),
                BigDecimal.valueOf(row.getInt("total")));
    }

    /** When these clients took what since that day, here or elsewhere. */
    List<Taken> takenSince(List<ClientId> clients, LocalDate from) {
        return jdbc.sql(
                        """
                        select client_id, instrument, taken_on from measures.public_result
                        where organization_id = :organization and client_id = any(:clients) and taken_on >= :from
                        union all
                        select client_id, instrument, taken_on from episodes.public_score
                        where organization_id = :organization and client_id = any(:clients) and taken_on >= :from
                        """)
                .param("organization", organization())
                .param("clients", ids(clients))
                .param("from", from)
                .query((row, number) ->
                        new Taken(
                                new ClientId(row.getObject("client_id", UUID.class)),
                                row.getString("instrument"),
                                row.getObject("taken_on", LocalDate.class)))
                .list();
    }

    /** That something was taken. */
    record Taken(ClientId client, String instrument, LocalDate takenOn) {}

    /** A total from elsewhere. */
    record Imported(ClientId client, String instrument, LocalDate takenOn, BigDecimal total) {}

    private static Outcome outcome(ResultSet row) throws SQLException {
        var severity = row.getString("severity");
        var alert = row.getString("alert_class");
        var reason = row.getString("reason");
        var subscales = JSON.readValue(row.getString("subscales"), SUBSCALES);
        return new Outcome(
                new AdministrationId(row.getObject("administration_id", UUID.class)),
                row.getInt("number"),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("instrument"),
                row.getString("version"),
                row.getString("engine"),
                Mode.valueOf(row.getString("mode")),
                Language.of(row.getString("language")),
                row.getObject("taken_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("treatment_day", Integer.class),
                codes(row.getString("answers")),
                new Result(
                        row.getBoolean("valid"),
                        row.getBigDecimal("total"),
                        severity,
                        subscales,
                        Set.of((String[]) row.getArray("flags").getArray()),
                        List.of((String[]) row.getArray("missing").getArray()),
                        row.getBoolean("prorated"),
                        null),
                alert == null ? null : AlertClass.valueOf(alert),
                reason == null ? null : Correction.valueOf(reason),
                row.getBoolean("withdrawn"));
    }

    private static Map<String, @Nullable Integer> codes(String json) {
        return JSON.readValue(json, CODES);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static UUID[] ids(List<ClientId> clients) {
        return clients.stream().map(ClientId::value).distinct().toArray(UUID[]::new);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
