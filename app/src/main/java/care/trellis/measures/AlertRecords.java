package care.trellis.measures;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.AlertClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of alerts; what was written at their end is sealed. */
@Repository
class AlertRecords {

    private static final String ALERT =
            """
            select a.id, a.client_id, c.given_name || ' ' || left(c.family_name, 1) || '.' as name, c.site_id,
                   a.administration_id, a.instrument, a.alert_class, a.cause, a.raised_at, a.due_at, a.owner_id,
                   coalesce(s.given_name || ' ' || s.family_name, '') as owner_name, a.seen_at, a.taken_at,
                   a.escalated_at, a.closed_at, a.decision, a.risk, a.plan_reviewed, a.note
            from measures.alert a
            join clients.public_client c on c.organization_id = a.organization_id and c.id = a.client_id
            left join organizations.public_staff s on s.organization_id = a.organization_id and s.id = a.owner_id
            where a.organization_id = :organization
            """;

    private final JdbcClient jdbc;
    private final Seal seal;

    AlertRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "measures-text");
    }

    boolean insert(
            AlertId id,
            ClientId client,
            @Nullable AdministrationId measure,
            String instrument,
            AlertClass alertClass,
            String cause,
            Instant at,
            Instant due,
            @Nullable UUID owner) {
        return jdbc.sql(
                                """
                                insert into measures.alert (organization_id, id, client_id, administration_id, instrument,
                                    alert_class, cause, raised_at, due_at, owner_id)
                                values (:organization, :id, :client, :measure, :instrument, :class, :cause, :at, :due,
                                    :owner)
                                on conflict do nothing
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("client", client.value())
                        .param("measure", measure == null ? null : measure.value())
                        .param("instrument", instrument)
                        .param("class", alertClass.name())
                        .param("cause", cause)
                        .param("at", at.atOffset(UTC))
                        .param("due", due.atOffset(UTC))
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** Whether the client has an alert of this instrument and cause that nobody closed yet. */
    boolean isOpen(Administration measure, String cause) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from measures.alert
                            where organization_id = :organization and client_id = :client
                              and instrument = :instrument and cause = :cause and closed_at is null)
                        """)
                .param("organization", organization())
                .param("client", measure.client().value())
                .param("instrument", measure.instrument())
                .param("cause", cause)
                .query(Boolean.class)
                .single();
    }

    /** What waits, the soonest first. */
    List<Alert> open() {
        return jdbc.sql(ALERT + " and a.closed_at is null order by a.due_at, a.id")
                .param("organization", organization())
                .query((row, number) -> alert(row))
                .list();
    }

    /** What was closed since then, the newest first. */
    List<Alert> closedSince(Instant from, int most) {
        return jdbc.sql(ALERT + " and a.closed_at >= :from order by a.closed_at desc limit :most")
                .param("organization", organization())
                .param("from", from.atOffset(UTC))
                .param("most", most)
                .query((row, number) -> alert(row))
                .list();
    }

    /** Every alert of a client, the newest first. */
    List<Alert> of(ClientId client) {
        return jdbc.sql(ALERT + " and a.client_id = :client order by a.raised_at desc")
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> alert(row))
                .list();
    }

    Optional<Alert> find(AlertId id) {
        return jdbc.sql(ALERT + " and a.id = :id")
                .param("organization", organization())
                .param("id", id.value())
                .query((row, number) -> alert(row))
                .optional();
    }

    void seen(AlertId id, UUID account, Instant at) {
        jdbc.sql(
                        """
                        update measures.alert set seen_at = :at, seen_by = :account
                        where organization_id = :organization and id = :id and seen_at is null
                        """)
                .param("organization", organization())
                .param("id", id.value())
                .param("account", account)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** True for the one who takes it. */
    boolean take(AlertId id, UUID account, @Nullable UUID staff, Instant at) {
        return jdbc.sql(
                                """
                                update measures.alert
                                set taken_at = :at, taken_by = :account, owner_id = coalesce(:staff, owner_id)
                                where organization_id = :organization and id = :id and taken_at is null
                                  and closed_at is null
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("account", account)
                        .param("staff", staff)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** True for the one who closes it. */
    boolean close(AlertId id, UUID account, Alert.Closing closing) {
        var risk = closing.risk();
        return jdbc.sql(
                                """
                                update measures.alert
                                set closed_at = :at, closed_by = :account, decision = :decision, risk = :risk,
                                    plan_reviewed = :reviewed, note = :note, seen_at = coalesce(seen_at, :at),
                                    seen_by = coalesce(seen_by, :account), taken_at = coalesce(taken_at, :at),
                                    taken_by = coalesce(taken_by, :account)
                                where organization_id = :organization and id = :id and closed_at is null
                                """)
                        .param("organization", organization())
                        .param("id", id.value())
                        .param("account", account)
                        .param("at", closing.at().atOffset(UTC))
                        .param("decision", closing.decision().name())
                        .param("risk", risk == null ? null : risk.name(), java.sql.Types.VARCHAR)
                        .param("reviewed", closing.planReviewed())
                        .param("note", seal.closeText(closing.note(), organization(), id.value()))
                        .update()
                == 1;
    }

    /** Marks what is over its time and was not; the ids of those. */
    List<UUID> escalate(Instant now) {
        return jdbc.sql(
                        """
                        update measures.alert set escalated_at = :now
                        where organization_id = :organization and closed_at is null and escalated_at is null
                          and due_at < :now
                        returning id
                        """)
                .param("organization", organization())
                .param("now", now.atOffset(UTC))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private Alert alert(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Alert(
                new AlertId(id),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("name"),
                row.getObject("site_id", UUID.class),
                measure(row),
                row.getString("instrument"),
                AlertClass.valueOf(row.getString("alert_class")),
                row.getString("cause"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("owner_id", UUID.class),
                row.getString("owner_name"),
                instant(row, "seen_at"),
                instant(row, "taken_at"),
                instant(row, "escalated_at"),
                closing(row, id));
    }

    private static @Nullable AdministrationId measure(ResultSet row) throws SQLException {
        var id = row.getObject("administration_id", UUID.class);
        return id == null ? null : new AdministrationId(id);
    }

    /** Whether somebody must go to the client now, and nobody has said yet what was found. */
    boolean isUrgent(ClientId client) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from measures.alert
                            where organization_id = :organization and client_id = :client and alert_class = 'A0'
                              and closed_at is null)
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(Boolean.class)
                .single();
    }

    private Alert.@Nullable Closing closing(ResultSet row, UUID id) throws SQLException {
        var at = instant(row, "closed_at");
        var risk = row.getString("risk");
        return at == null
                ? null
                : new Alert.Closing(
                        at,
                        Alert.Decision.valueOf(row.getString("decision")),
                        risk == null ? null : Alert.Risk.valueOf(risk),
                        row.getBoolean("plan_reviewed"),
                        seal.openText(row.getBytes("note"), organization(), id));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
