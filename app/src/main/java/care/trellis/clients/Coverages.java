package care.trellis.clients;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;
import static care.trellis.base.Action.CASHIER_EDIT;
import static care.trellis.base.Action.CASHIER_VIEW;
import static care.trellis.base.Action.CLIENT_EDIT;
import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.COVERAGE_EDIT;
import static care.trellis.base.Action.IMPORT_RUN;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to who pays for a client: coverage cards and the contracts they fall under. */
@Service
public class Coverages {

    private final CoverageRecords records;
    private final ClientRecords clients;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;

    Coverages(
            CoverageRecords records,
            ClientRecords clients,
            Audit audit,
            Once once,
            ApplicationEventPublisher events) {
        this.records = records;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.events = events;
    }

    /** Every coverage of the client, those billed first at the top, ended ones last. */
    @Transactional(readOnly = true)
    public List<Coverage> of(Permit permit, ClientId client) {
        permit.require(
                Clients.resource(client),
                CLIENT_VIEW,
                CLIENT_EDIT,
                COVERAGE_EDIT,
                IMPORT_RUN,
                BENEFIT_VIEW,
                BENEFIT_EDIT,
                CASHIER_VIEW,
                CASHIER_EDIT);
        return records.of(client);
    }

    /** The coverage that an import took under this id. */
    @Transactional(readOnly = true)
    public Optional<Coverage> bySource(Permit permit, ClientId client, String sourceId) {
        permit.require(Clients.resource(client), IMPORT_RUN);
        return records.bySource(client, sourceId);
    }

    /**
     * Writes a card down. The same key twice writes it once.
     *
     * @param key made with the form; becomes the coverage's id
     * @param sourceId what an import calls it; null for a card read at the desk
     */
    @Transactional
    public CoverageSaved add(
            Permit permit,
            UUID key,
            ClientId client,
            Coverage.Terms terms,
            @Nullable String sourceId) {
        permit.require(Clients.resource(client), COVERAGE_EDIT, IMPORT_RUN);
        clients.find(client).orElseThrow(NotFound::new);
        var coverage = new CoverageId(key);
        if (records.find(client, coverage).isPresent()) {
            once.first(permit, key, "coverage " + client + contentOf(terms));
            return new CoverageSaved.Saved(coverage);
        }
        var refused = refusal(client, coverage, terms);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (once.first(permit, key, "coverage " + client + contentOf(terms))) {
            records.insert(client, coverage, terms, sourceId);
            announce(permit, client, coverage);
        }
        return new CoverageSaved.Saved(coverage);
    }

    /** Writes down what the card says now. */
    @Transactional
    public CoverageSaved change(
            Permit permit, ClientId client, CoverageId coverage, Coverage.Terms terms) {
        permit.require(Clients.resource(client), COVERAGE_EDIT, IMPORT_RUN);
        var before = records.find(client, coverage).orElseThrow(NotFound::new);
        if (before.terms().equals(terms)) {
            return new CoverageSaved.Unchanged(coverage);
        }
        var refused = refusal(client, coverage, terms);
        if (refused.isPresent()) {
            return refused.get();
        }
        records.update(client, coverage, terms);
        announce(permit, client, coverage);
        return new CoverageSaved.Saved(coverage);
    }

    private Optional<CoverageSaved> refusal(
            ClientId client, CoverageId coverage, Coverage.Terms terms) {
        if (terms.contract().filter(contract -> !records.isContract(contract)).isPresent()) {
            return Optional.of(new CoverageSaved.NoSuchContract());
        }
        return records.of(client).stream()
                .filter(other -> !other.id().equals(coverage) && other.terms().clashesWith(terms))
                .findFirst()
                .map(other -> new CoverageSaved.PriorityTaken(other.id()));
    }

    private void announce(Permit permit, ClientId client, CoverageId coverage) {
        audit.record(permit, "clients.coverage", coverage.value(), client.value());
        events.publishEvent(new CoverageChanged(client));
    }

    private static String contentOf(Coverage.Terms terms) {
        return String.join(
                "\n",
                String.valueOf(terms.contractId()),
                terms.payerName(),
                terms.memberId(),
                terms.groupNumber(),
                String.valueOf(terms.priority()),
                terms.from().toString(),
                String.valueOf(terms.to()));
    }
}
