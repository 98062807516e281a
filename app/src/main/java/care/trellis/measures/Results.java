package care.trellis.measures;

import static care.trellis.base.Action.MEASURE_CORRECT;
import static care.trellis.base.Action.MEASURE_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.engine.instruments.Answers;
import care.trellis.engine.instruments.Instrument;
import care.trellis.engine.instruments.Scoring;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to results: read with their answers, and corrected by a next version. */
@Service
public class Results {

    /**
     * A result with everything that reads it.
     *
     * @param versions the newest first; the last is what was submitted
     * @param zone of the client's site
     * @param prompts what staff may want to look at beside the score
     */
    public record Opened(
            Instrument instrument, List<Outcome> versions, List<String> prompts, ZoneId zone) {

        /** Copies the lists. */
        public Opened {
            versions = List.copyOf(versions);
            prompts = List.copyOf(prompts);
        }

        /** The version that stands. */
        public Outcome standing() {
            return versions.getFirst();
        }
    }

    private final ResultRecords records;
    private final SittingRecords sittings;
    private final SubjectRecords subjects;
    private final AlertRaiser alerts;
    private final Library library;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Results(
            ResultRecords records,
            SittingRecords sittings,
            SubjectRecords subjects,
            AlertRaiser alerts,
            Library library,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.sittings = sittings;
        this.subjects = subjects;
        this.alerts = alerts;
        this.library = library;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Opens one result; that it was read is recorded.
     *
     * @throws NotFound when it is not this client's, or not submitted yet
     */
    @Transactional
    public Opened open(Permit permit, ClientId client, AdministrationId id) {
        permit.require(Giving.resource(client), MEASURE_VIEW, MEASURE_CORRECT);
        var versions = records.versions(id);
        if (versions.isEmpty() || !versions.getFirst().client().equals(client)) {
            throw new NotFound();
        }
        audit.record(permit, "measures.result", id.value(), client.value());
        var standing = versions.getFirst();
        var instrument = library.version(standing.instrument(), standing.version());
        return new Opened(
                instrument,
                versions,
                Scoring.prompts(instrument, answers(client, standing.answers())),
                subjects.of(client).zone());
    }

    /** What stands of a client since the first day on record, the oldest first. */
    @Transactional
    public List<Outcome> all(Permit permit, ClientId client) {
        permit.require(Giving.resource(client), MEASURE_VIEW);
        audit.record(permit, "measures.result", client.value(), client.value(), "all");
        return records.since(List.of(client), java.time.LocalDate.of(1970, 1, 1));
    }

    /**
     * Corrects a result: the next version, scored anew, with the reason; a safety answer in it
     * raises its alert as any other does.
     *
     * @param codes every answer as it should stand; null is left out
     */
    @Transactional
    public Change<Outcome> correct(
            Permit permit,
            UUID key,
            ClientId client,
            AdministrationId id,
            Map<String, @Nullable Integer> codes,
            @Nullable Correction reason) {
        permit.require(Giving.resource(client), MEASURE_CORRECT);
        var measure =
                sittings.hold(id)
                        .filter(one -> one.client().equals(client) && one.submitted())
                        .orElseThrow(NotFound::new);
        var standing = records.standing(id).orElseThrow(NotFound::new);
        if (reason == null) {
            return Change.refused("reason", "MISSING", "Choose why it is corrected.");
        }
        var instrument = library.version(measure.instrument(), measure.version());
        var result = Scoring.score(instrument, answers(client, codes));
        if (result.error() != null) {
            return Change.refused("", "INVALID_ANSWER", "An answer is not among its choices.");
        }
        if (!reason.withdraws() && new LinkedHashMap<>(codes).equals(standing.answers())) {
            return Change.refused("", "SAME", "Nothing differs from what stands.");
        }
        if (!once.first(permit, key, id + " " + codes + " " + reason)) {
            return new Change.Done<>(standing);
        }
        var corrected =
                standing.corrected(
                        reason.withdraws() ? standing.answers() : codes,
                        reason.withdraws() ? standing.result() : result,
                        reason.withdraws() ? standing.alert() : instrument.alertOf(result),
                        reason,
                        reason.withdraws(),
                        clock.instant());
        records.insert(corrected, permit.actor().account());
        if (!corrected.withdrawn()) {
            alerts.raiseAll(measure, instrument, corrected, subjects.of(client));
        }
        audit.record(permit, "measures.result", id.value(), client.value(), "corrected " + reason);
        return new Change.Done<>(corrected);
    }

    private Answers answers(ClientId client, Map<String, @Nullable Integer> codes) {
        return new Answers(codes, subjects.of(client).words());
    }
}
