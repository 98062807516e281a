package care.trellis.medications;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.Ids;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of allergies. */
@Repository
class AllergyRecords {

    /** What was said of an allergy, or that none is known. */
    enum Kind {
        NOTED,
        TAKEN_BACK,
        NONE_KNOWN
    }

    /** One thing that was said, oldest first. */
    record Step(
            UUID allergy,
            Kind kind,
            String substance,
            String reaction,
            Allergy.Severity severity,
            String reason,
            Instant at,
            String by) {}

    private final JdbcClient jdbc;
    private final Seal seal;

    AllergyRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "medications");
    }

    void add(ClientId client, Step step, Actor actor) {
        var id = step.kind() == Kind.NOTED ? step.allergy() : Ids.next();
        jdbc.sql(
                        """
                        insert into medications.allergy_step (organization_id, id, client_id, allergy_id, kind, substance,
                            reaction, severity, reason, at, account_id, account_name)
                        values (:organization, :id, :client, :allergy, :kind, :substance,
                            :reaction, :severity, :reason, :at, :account, :by)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("client", client.value())
                .param("allergy", step.allergy())
                .param("kind", step.kind().name())
                .param("substance", step.substance())
                .param("reaction", step.reaction())
                .param("severity", step.severity().name())
                .param(
                        "reason",
                        step.reason().isEmpty()
                                ? null
                                : seal.closeText(step.reason(), organization(), id))
                .param("at", step.at().atOffset(UTC))
                .param("account", actor.account())
                .param("by", step.by())
                .update();
    }

    List<Step> of(ClientId client) {
        var steps = new ArrayList<Step>();
        jdbc.sql(
                        """
                        select id, allergy_id, kind, substance, reaction, severity, reason, at, account_name
                        from medications.allergy_step
                        where organization_id = :organization and client_id = :client
                        order by at, id
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query(row -> {
                    var reason = row.getBytes("reason");
                    steps.add(
                            new Step(
                                    row.getObject("allergy_id", UUID.class),
                                    Kind.valueOf(row.getString("kind")),
                                    row.getString("substance"),
                                    row.getString("reaction"),
                                    Allergy.Severity.valueOf(row.getString("severity")),
                                    reason == null
                                            ? ""
                                            : seal.openText(
                                                    reason,
                                                    organization(),
                                                    row.getObject("id", UUID.class)),
                                    MedicationRecords.instant(row, "at"),
                                    row.getString("account_name")));
                });
        return steps;
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
