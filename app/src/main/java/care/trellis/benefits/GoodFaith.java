package care.trellis.benefits;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeChanged;
import care.trellis.organizations.HomeTime;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for the clocks of estimates: they begin when care is scheduled for somebody whom no
 * payer covers, when a client asks, or when what a good-faith estimate says changes, and stop when
 * the paper is given.
 */
@Service
public class GoodFaith {

    private final OccasionRecords records;
    private final Owed owed;
    private final HomeTime home;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    GoodFaith(
            OccasionRecords records,
            Owed owed,
            HomeTime home,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.owed = owed;
        this.home = home;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * A client asked what care costs; whom they asked owns the answer. The same key twice is one
     * question.
     *
     * @param key made with the form; becomes its id
     */
    @Transactional
    public void asked(Permit permit, UUID key, ClientId client) {
        permit.require(BENEFIT_EDIT, Benefits.resource(client));
        if (once.first(permit, key, "asked " + client)) {
            records.asked(key, client, permit.actor().name(), clock.instant());
            audit.record(permit, "benefits.occasion", key, client.value(), "ASKED");
        }
    }

    /**
     * Takes back that a client asked: it was pressed by mistake, or they want nothing on paper. It
     * stays on record with who took it back.
     *
     * @throws NotFound when the client has no such question, or it was taken back before
     */
    @Transactional
    public void withdraw(Permit permit, ClientId client, UUID question) {
        permit.require(BENEFIT_EDIT, Benefits.resource(client));
        if (!records.withdraw(client, question, permit.actor().name(), clock.instant())) {
            throw new NotFound();
        }
        audit.record(permit, "benefits.occasion", question, client.value(), "WITHDRAWN");
    }

    /** What is to be given at one's sites, the first to be late at the top. */
    @Transactional
    public List<OwedEstimate> owed(Permit permit) {
        permit.require(BENEFIT_VIEW, BENEFIT_EDIT);
        var found = owed.at(permit.actor().sites());
        audit.recordMany(permit, "benefits.occasion", null, found.size());
        return found;
    }

    /** What is to be given to this client, the first to be late at the top. */
    @Transactional(readOnly = true)
    public List<OwedEstimate> owed(Permit permit, ClientId client) {
        permit.require(Benefits.resource(client), BENEFIT_VIEW, BENEFIT_EDIT);
        return owed.of(client);
    }

    /** A stay that lies ahead is care that was scheduled. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(EpisodeChanged changed) {
        records.scheduled(changed.client(), home.today(), clock.instant());
    }
}
