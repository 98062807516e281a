package care.trellis.medications;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of medications and their steps. */
@Repository
class MedicationRecords {

    /** What is due about a medication: the client, and the day. */
    record Due(UUID client, String name, UUID site, String medication, LocalDate on) {}

    private final JdbcClient jdbc;
    private final Seal seal;

    MedicationRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "medications");
    }

    void insert(MedicationId medication, ClientId client) {
        jdbc.sql(
                        "insert into medications.medication (organization_id, id, client_id) values (:organization, :id, :client)")
                .param("organization", organization())
                .param("id", medication.value())
                .param("client", client.value())
                .update();
    }

    /** Adds a step; whether nobody else added one of that number meanwhile. */
    boolean add(MedicationId medication, Medication.Step step, Actor actor) {
        var details = step.details();
        var done = step.reconciliation();
        return jdbc.sql(
                                """
                                insert into medications.step (organization_id, medication_id, number, kind, name, dose, route,
                                    frequency, prescriber, source, started_on, stopped_on, treatment, dispensing, next_due,
                                    adherence, reason, reconciliation_id, at, account_id, account_name)
                                values (:organization, :medication, :number, :kind, :name, :dose, :route,
                                    :frequency, :prescriber, :source, :started, :stopped, :treatment, :dispensing, :next,
                                    :adherence, :reason, :reconciliation, :at, :account, :by)
                                on conflict do nothing
                                """)
                        .param("organization", organization())
                        .param("medication", medication.value())
                        .param("number", step.number())
                        .param("kind", step.kind().name())
                        .param("name", details.name())
                        .param("dose", details.dose())
                        .param("route", details.route())
                        .param("frequency", details.frequency())
                        .param("prescriber", details.prescriber())
                        .param("source", details.source().name())
                        .param("started", details.startedOn())
                        .param("stopped", step.stoppedOn())
                        .param("treatment", details.treatment())
                        .param("dispensing", details.dispensing())
                        .param("next", details.nextDue())
                        .param("adherence", details.adherence().name())
                        .param("reason", sealed(step.reason(), medication, step.number()))
                        .param("reconciliation", done == null ? null : done.value())
                        .param("at", step.at().atOffset(UTC))
                        .param("account", actor.account())
                        .param("by", actor.name())
                        .update()
                == 1;
    }

    /** Every medication of a client, in the order they were put on the list. */
    List<Medication> of(ClientId client) {
        var found = new LinkedHashMap<UUID, List<Medication.Step>>();
        jdbc.sql(
                        """
                        select s.medication_id, s.number, s.kind, s.name, s.dose, s.route, s.frequency, s.prescriber, s.source,
                               s.started_on, s.stopped_on, s.treatment, s.dispensing, s.next_due, s.adherence, s.reason,
                               s.reconciliation_id, s.at, s.account_name
                        from medications.medication m
                        join medications.step s on s.organization_id = m.organization_id and s.medication_id = m.id
                        where m.organization_id = :organization and m.client_id = :client
                        order by m.id, s.number
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(row -> {
                    var id = row.getObject("medication_id", UUID.class);
                    found.computeIfAbsent(id, first -> new ArrayList<>())
                            .add(step(row, new MedicationId(id)));
                });
        return found.entrySet().stream()
                .map(entry -> new Medication(new MedicationId(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Treatment whose next day comes by then, of people in a program. */
    List<Due> treatmentDue(LocalDate by) {
        return jdbc.sql(
                        """
                        select distinct m.client_id, c.given_name || ' ' || c.family_name as client, c.site_id, m.name, m.next_due
                        from medications.public_medication m
                        join clients.public_client c on c.organization_id = m.organization_id and c.id = m.client_id
                        join episodes.public_episode e
                          on e.organization_id = m.organization_id and e.client_id = m.client_id and e.discharged_on is null
                        where m.organization_id = :organization and m.treatment and m.stopped_on is null
                          and m.next_due <= :by
                        """)
                .param("organization", organization())
                .param("by", by)
                .query((row, number) ->
                        new Due(
                                row.getObject("client_id", UUID.class),
                                row.getString("client"),
                                row.getObject("site_id", UUID.class),
                                row.getString("name"),
                                row.getObject("next_due", LocalDate.class)))
                .list();
    }

    /** What people in a program take now, and since when; an unknown start is the admission. */
    List<Due> taken() {
        return jdbc.sql(
                        """
                        select m.client_id, c.given_name || ' ' || c.family_name as client, c.site_id, m.name,
                               greatest(m.started_on, e.admitted_on) as since
                        from medications.public_medication m
                        join clients.public_client c on c.organization_id = m.organization_id and c.id = m.client_id
                        join episodes.public_episode e
                          on e.organization_id = m.organization_id and e.client_id = m.client_id and e.discharged_on is null
                        where m.organization_id = :organization and m.stopped_on is null
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Due(
                                row.getObject("client_id", UUID.class),
                                row.getString("client"),
                                row.getObject("site_id", UUID.class),
                                row.getString("name"),
                                row.getObject("since", LocalDate.class)))
                .list();
    }

    /** The last day on which each client was rated with an instrument. */
    Map<UUID, LocalDate> lastRated(String instrument) {
        var rated = new LinkedHashMap<UUID, LocalDate>();
        jdbc.sql(
                        """
                        select client_id, max(taken_on) as taken_on from measures.public_result
                        where organization_id = :organization and instrument = :instrument and valid
                        group by client_id
                        """)
                .param("organization", organization())
                .param("instrument", instrument)
                .query(row -> {
                    rated.put(
                            row.getObject("client_id", UUID.class),
                            row.getObject("taken_on", LocalDate.class));
                });
        return rated;
    }

    private Medication.Step step(ResultSet row, MedicationId medication) throws SQLException {
        var done = row.getObject("reconciliation_id", UUID.class);
        int number = row.getInt("number");
        return new Medication.Step(
                number,
                Medication.Kind.valueOf(row.getString("kind")),
                new Medication.Details(
                        row.getString("name"),
                        row.getString("dose"),
                        row.getString("route"),
                        row.getString("frequency"),
                        row.getString("prescriber"),
                        Medication.Source.valueOf(row.getString("source")),
                        row.getObject("started_on", LocalDate.class),
                        row.getBoolean("treatment"),
                        row.getString("dispensing"),
                        row.getObject("next_due", LocalDate.class),
                        Medication.Adherence.valueOf(row.getString("adherence"))),
                row.getObject("stopped_on", LocalDate.class),
                opened(row.getBytes("reason"), medication, number),
                done == null ? null : new ReconciliationId(done),
                instant(row, "at"),
                row.getString("account_name"));
    }

    private byte @Nullable [] sealed(String reason, MedicationId medication, int number) {
        return reason.isEmpty()
                ? null
                : seal.closeText(reason, organization(), medication.value(), new UUID(0, number));
    }

    private String opened(byte @Nullable [] reason, MedicationId medication, int number) {
        return reason == null
                ? ""
                : seal.openText(reason, organization(), medication.value(), new UUID(0, number));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
