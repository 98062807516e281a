package care.trellis.clients;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;
import static care.trellis.base.Action.CASHIER_EDIT;
import static care.trellis.base.Action.CASHIER_TAKE;
import static care.trellis.base.Action.CASHIER_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for what payers may not hear. A restricted day is no day of the coverage: the published
 * view leaves it out, so that nothing that reads coverage can bill or ask for it.
 */
@Service
public class Restrictions {

    private final RestrictionRecords records;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Restrictions(
            RestrictionRecords records,
            Audit audit,
            Once once,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.audit = audit;
        this.once = once;
        this.events = events;
        this.clock = clock;
    }

    /** Every restriction of a client, the newest first. */
    @Transactional(readOnly = true)
    public List<Restriction> of(Permit permit, ClientId client) {
        permit.require(
                Clients.resource(client),
                CASHIER_VIEW,
                CASHIER_TAKE,
                CASHIER_EDIT,
                BENEFIT_VIEW,
                BENEFIT_EDIT);
        return records.of(client);
    }

    /**
     * Writes a client's wish down. The same key twice writes it once. Whether something went out
     * about these days already is for the caller to have found out.
     *
     * @param key made with the form; becomes the restriction's id
     * @param coverage whose payer hears nothing; null: no payer does
     * @param to the last day, not before the first; null until it is lifted
     */
    @Transactional
    public RestrictionId add(
            Permit permit,
            UUID key,
            ClientId client,
            @Nullable CoverageId coverage,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate askedOn) {
        permit.require(CASHIER_EDIT, Clients.resource(client));
        if (once.first(permit, key, "restriction " + client + coverage + from + to + askedOn)) {
            records.insert(
                    key,
                    client,
                    coverage,
                    from,
                    to,
                    askedOn,
                    permit.actor().name(),
                    clock.instant());
            announce(permit, client, key, "ASKED");
        }
        return new RestrictionId(key);
    }

    /**
     * Takes a restriction back: from now on it holds for no day.
     *
     * @throws NotFound when the client has no such restriction in force
     */
    @Transactional
    public void lift(Permit permit, ClientId client, RestrictionId restriction) {
        permit.require(CASHIER_EDIT, Clients.resource(client));
        if (!records.lift(client, restriction, permit.actor().name(), clock.instant())) {
            throw new NotFound();
        }
        announce(permit, client, restriction.value(), "LIFTED");
    }

    private void announce(Permit permit, ClientId client, UUID restriction, String what) {
        audit.record(permit, "clients.restriction", restriction, client.value(), what);
        events.publishEvent(new CoverageChanged(client));
    }
}
