package care.trellis.admissions;

import static care.trellis.base.Action.BARRIER_EDIT;
import static care.trellis.base.Action.CLIENT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.organizations.HomeTime;
import care.trellis.papers.PaperSigned;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to barriers: a signed intake paper opens them, whoever finds a way closes them.
 */
@Service
public class Barriers {

    /** Days somebody has to find a way: less than the week in which most who leave early leave. */
    private static final int DAYS = 3;

    private final BarrierRecords records;
    private final Audit audit;
    private final Clock clock;
    private final HomeTime home;

    Barriers(BarrierRecords records, Audit audit, Clock clock, HomeTime home) {
        this.records = records;
        this.audit = audit;
        this.clock = clock;
        this.home = home;
    }

    /** A client's barriers, those that stand first. */
    @Transactional(readOnly = true)
    public List<Barrier> of(Permit permit, ClientId client) {
        permit.require(resource(client), CLIENT_VIEW, BARRIER_EDIT);
        return records.of(client);
    }

    /** What was ticked on an intake paper becomes a task; what stands already is left as it is. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PaperSigned signed) {
        var due = home.today().plusDays(DAYS);
        for (var label : signed.answers().all("barriers")) {
            Barrier.Kind.labelled(label)
                    .ifPresent(kind ->
                            records.open(
                                    signed.client(), kind, signed.paper(), due, clock.instant()));
        }
    }

    /**
     * Closes a barrier with what was done about it.
     *
     * @param answer 1 to 1000 characters
     */
    @Transactional
    public Change<BarrierId> close(
            Permit permit, ClientId client, BarrierId barrier, String answer) {
        permit.require(BARRIER_EDIT, resource(client));
        var problems = new Problems().text(answer, 1000, "answer", "what was done about it");
        if (!problems.none()) {
            return problems.refused();
        }
        if (records.of(client).stream().noneMatch(one -> one.id().equals(barrier))) {
            throw new NotFound();
        }
        if (records.close(barrier, answer.strip(), permit.actor(), clock.instant())) {
            audit.record(permit, "admissions.barrier", barrier.value(), client.value());
        }
        return new Change.Done<>(barrier);
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
