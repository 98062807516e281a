package care.trellis.medications;

import static care.trellis.base.Action.MEDICATION_EDIT;
import static care.trellis.base.Action.MEDICATION_RECONCILE;
import static care.trellis.base.Action.MEDICATION_REVIEW;
import static care.trellis.base.Action.MEDICATION_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.web.When;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what a client must not have. Nothing noted is ever deleted. */
@Service
public class Allergies {

    private final AllergyRecords records;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Allergies(AllergyRecords records, Clients clients, Audit audit, Once once, Clock clock) {
        this.records = records;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** All that is known of a client's allergies. */
    @Transactional(readOnly = true)
    public Allergy.Known of(Permit permit, ClientId client) {
        permit.require(
                Medications.resource(client),
                MEDICATION_VIEW,
                MEDICATION_EDIT,
                MEDICATION_RECONCILE,
                MEDICATION_REVIEW);
        return known(client, clients.zone(permit, client));
    }

    /** The same, for whoever may read the chart already. */
    Allergy.Known known(ClientId client, ZoneId zone) {
        var found = new LinkedHashMap<AllergyId, Allergy>();
        var none = "";
        for (var step : records.of(client)) {
            var id = new AllergyId(step.allergy());
            switch (step.kind()) {
                case NOTED -> {
                    found.putFirst(id, allergy(id, step, false));
                    none = "";
                }
                case TAKEN_BACK -> found.replace(id, allergy(id, step, true));
                case NONE_KNOWN -> none = step.by() + ", " + When.time(step.at(), zone);
            }
        }
        return new Allergy.Known(found.sequencedValues().stream().toList(), none);
    }

    /**
     * Notes an allergy.
     *
     * @param key made with the form; becomes the allergy's id
     */
    @Transactional
    public Change<AllergyId> note(
            Permit permit,
            UUID key,
            ClientId client,
            String substance,
            String reaction,
            Allergy.Severity severity) {
        permit.require(MEDICATION_EDIT, Medications.resource(client));
        var problems =
                new Problems()
                        .text(substance, Medications.LONGEST, "substance", "what it is against")
                        .atMost(reaction, Medications.LONGEST, "reaction", "the reaction");
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        if (once.first(permit, key, "allergy " + client + substance + reaction + severity)) {
            add(
                    permit,
                    client,
                    key,
                    AllergyRecords.Kind.NOTED,
                    substance.strip(),
                    reaction.strip(),
                    severity,
                    "");
        }
        return new Change.Done<>(new AllergyId(key));
    }

    /** Writes down that somebody asked and none is known; refused while one is noted. */
    @Transactional
    public Change<ClientId> noneKnown(Permit permit, ClientId client) {
        permit.require(MEDICATION_EDIT, Medications.resource(client));
        clients.hold(permit, client);
        if (!of(permit, client).standing().isEmpty()) {
            return Change.refused(
                    "", "NOTED", "An allergy is noted. Take it back first, with the reason.");
        }
        add(
                permit,
                client,
                Ids.next(),
                AllergyRecords.Kind.NONE_KNOWN,
                "",
                "",
                Allergy.Severity.UNKNOWN,
                "");
        return new Change.Done<>(client);
    }

    /** Takes an allergy back, with the reason; both stay in the history. */
    @Transactional
    public Change<AllergyId> takeBack(
            Permit permit, ClientId client, AllergyId allergy, String reason) {
        permit.require(MEDICATION_EDIT, Medications.resource(client));
        var problems =
                new Problems().text(reason, Medications.LONGEST_REASON, "why", "why it is none");
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        var noted =
                of(permit, client).listed().stream()
                        .filter(one -> one.id().equals(allergy))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (!noted.takenBack()) {
            add(
                    permit,
                    client,
                    allergy.value(),
                    AllergyRecords.Kind.TAKEN_BACK,
                    noted.substance(),
                    noted.reaction(),
                    noted.severity(),
                    reason.strip());
        }
        return new Change.Done<>(allergy);
    }

    private void add(
            Permit permit,
            ClientId client,
            UUID allergy,
            AllergyRecords.Kind kind,
            String substance,
            String reaction,
            Allergy.Severity severity,
            String reason) {
        records.add(
                client,
                new AllergyRecords.Step(
                        allergy,
                        kind,
                        substance,
                        reaction,
                        severity,
                        reason,
                        clock.instant(),
                        permit.actor().name()),
                permit.actor());
        audit.record(permit, "medications.allergy", allergy, client.value(), kind.name());
    }

    private static Allergy allergy(AllergyId id, AllergyRecords.Step step, boolean takenBack) {
        return new Allergy(
                id,
                step.substance(),
                step.reaction(),
                step.severity(),
                step.at(),
                step.by(),
                takenBack,
                step.reason());
    }
}
