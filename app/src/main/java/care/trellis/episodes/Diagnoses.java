package care.trellis.episodes;

import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.EPISODE_EDIT;
import static care.trellis.base.Action.IMPORT_RUN;
import static care.trellis.base.Action.PAPER_EDIT;
import static care.trellis.base.Action.PAPER_SIGN;
import static care.trellis.base.Action.PAPER_VIEW;
import static care.trellis.base.Action.PLAN_EDIT;
import static care.trellis.base.Action.PLAN_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to a client's diagnoses. Which one is principal a person decides, never an import.
 */
@Service
public class Diagnoses {

    private final DiagnosisRecords records;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;

    Diagnoses(
            DiagnosisRecords records,
            Clients clients,
            Audit audit,
            Once once,
            ApplicationEventPublisher events) {
        this.records = records;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.events = events;
    }

    /** Every diagnosis, by rank, those that still hold first. */
    @Transactional(readOnly = true)
    public List<Diagnosis> of(Permit permit, ClientId client) {
        permit.require(
                Episodes.resource(client),
                CLIENT_VIEW,
                EPISODE_EDIT,
                PLAN_VIEW,
                PLAN_EDIT,
                PAPER_VIEW,
                PAPER_EDIT,
                PAPER_SIGN,
                IMPORT_RUN);
        return records.of(client);
    }

    /** The diagnosis that an import took under this id. */
    @Transactional(readOnly = true)
    public Optional<Diagnosis> bySource(Permit permit, ClientId client, String sourceId) {
        permit.require(Episodes.resource(client), IMPORT_RUN);
        return records.bySource(client, sourceId);
    }

    /**
     * Adds a diagnosis after those on record. The first one that a person adds becomes the
     * principal one. The same key twice adds one.
     *
     * @param key made with the form; becomes the diagnosis's id
     * @param sourceId what an import calls it; null where a person diagnosed
     */
    @Transactional
    public DiagnosisId add(
            Permit permit,
            UUID key,
            ClientId client,
            Diagnosis.Finding finding,
            @Nullable String sourceId) {
        permit.require(Episodes.resource(client), EPISODE_EDIT, PLAN_EDIT, IMPORT_RUN);
        clients.hold(permit, client);
        var diagnosis = new DiagnosisId(key);
        if (once.first(permit, key, "diagnosis " + client + contentOf(finding))) {
            var known = records.of(client);
            boolean hasPrincipal = known.stream().anyMatch(one -> one.rank() == 1);
            int last = known.stream().mapToInt(Diagnosis::rank).max().orElse(1);
            int rank = sourceId == null && !hasPrincipal ? 1 : last + 1;
            records.insert(client, diagnosis, finding, rank, sourceId);
            announce(permit, client, diagnosis);
        }
        return diagnosis;
    }

    /**
     * Writes down what is now known of it; the rank stays.
     *
     * @return whether anything differed
     */
    @Transactional
    public boolean change(
            Permit permit, ClientId client, DiagnosisId diagnosis, Diagnosis.Finding finding) {
        permit.require(Episodes.resource(client), EPISODE_EDIT, PLAN_EDIT, IMPORT_RUN);
        var before = find(client, diagnosis);
        if (before.finding().equals(finding)) {
            return false;
        }
        records.update(client, diagnosis, finding);
        announce(permit, client, diagnosis);
        return true;
    }

    /** Makes it the principal one; the one before takes its place in the order. */
    @Transactional
    public void makePrincipal(Permit permit, ClientId client, DiagnosisId diagnosis) {
        permit.require(Episodes.resource(client), EPISODE_EDIT, PLAN_EDIT);
        clients.hold(permit, client);
        var chosen = find(client, diagnosis);
        if (chosen.rank() == 1) {
            return;
        }
        records.of(client).stream()
                .filter(one -> one.rank() == 1)
                .forEach(one -> records.rank(client, one.id(), chosen.rank()));
        records.rank(client, diagnosis, 1);
        announce(permit, client, diagnosis);
    }

    private Diagnosis find(ClientId client, DiagnosisId diagnosis) {
        return records.of(client).stream()
                .filter(one -> one.id().equals(diagnosis))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void announce(Permit permit, ClientId client, DiagnosisId diagnosis) {
        audit.record(permit, "episodes.diagnosis", diagnosis.value(), client.value());
        events.publishEvent(new EpisodeChanged(client));
    }

    private static String contentOf(Diagnosis.Finding finding) {
        return String.join(
                "\n",
                finding.system().name(),
                finding.code(),
                finding.description(),
                finding.from().toString(),
                String.valueOf(finding.to()));
    }
}
