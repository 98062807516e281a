package care.trellis.aftercare;

import static care.trellis.base.Action.AFTERCARE_EDIT;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.papers.PaperSigned;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to what follows a stay: a signed discharge promises it, somebody says whether it
 * was kept.
 */
@Service
public class Aftercare {

    /** The longest account of how a promise went, in characters. */
    public static final int LONGEST = 2_000;

    private final PromiseRecords records;
    private final Clients clients;
    private final Audit audit;
    private final Clock clock;

    Aftercare(PromiseRecords records, Clients clients, Audit audit, Clock clock) {
        this.records = records;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was promised to a client, what is open first. The reading is recorded. */
    @Transactional
    public List<Promise> of(Permit permit, ClientId client) {
        permit.require(AFTERCARE_EDIT, resource(client));
        audit.record(permit, "aftercare.promise", client.value(), client.value());
        return records.of(client);
    }

    /** Every appointment, referral and check-in of a signed discharge becomes a task. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PaperSigned signed) {
        if (signed.form().equals(DischargePaper.FORM)) {
            var today = clients.today(signed.permit(), signed.client());
            DischargePaper.promises(signed.answers(), today)
                    .forEach(made -> records.insert(signed.client(), signed.paper(), made));
        }
    }

    /**
     * Says whether a promise was kept, and what came of it.
     *
     * @param words at most {@value #LONGEST} characters; needed where it was not kept
     */
    @Transactional
    public Change<PromiseId> answer(
            Permit permit,
            ClientId client,
            PromiseId promise,
            Promise.Outcome outcome,
            String words) {
        permit.require(AFTERCARE_EDIT, resource(client));
        var problems = new Problems().atMost(words, LONGEST, "words", "what came of it");
        problems.require(
                outcome == Promise.Outcome.KEPT || !words.isBlank(),
                "words",
                "MISSING",
                "Say what happened and what was done about it.");
        if (!problems.none()) {
            return problems.refused();
        }
        known(client, promise);
        if (records.answer(
                client, promise, outcome, words.strip(), permit.actor(), clock.instant())) {
            audit.record(
                    permit, "aftercare.promise", promise.value(), client.value(), outcome.name());
        }
        return new Change.Done<>(promise);
    }

    /** Takes an answer back: the promise is open again. */
    @Transactional
    public void reopen(Permit permit, ClientId client, PromiseId promise) {
        permit.require(AFTERCARE_EDIT, resource(client));
        known(client, promise);
        if (records.reopen(client, promise)) {
            audit.record(permit, "aftercare.promise", promise.value(), client.value(), "REOPENED");
        }
    }

    private void known(ClientId client, PromiseId promise) {
        if (records.of(client).stream().noneMatch(one -> one.id().equals(promise))) {
            throw new NotFound();
        }
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
