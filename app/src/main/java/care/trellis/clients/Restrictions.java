package care.trellis.clients;

import static care.trellis.base.Action.BENEFIT_EDIT;
import static care.trellis.base.Action.BENEFIT_VIEW;
import static care.trellis.base.Action.CASHIER_EDIT;
import static care.trellis.base.Action.CASHIER_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for what payers may not hear. A restricted day is no day of the coverage: the published
 * view leaves it out, so that nothing that reads coverage can bill or ask for it.
 */
@Service
public class Restrictions {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Restrictions(
            JdbcClient jdbc,
            Audit audit,
            Once once,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.once = once;
        this.events = events;
        this.clock = clock;
    }

    /** Every restriction of a client, the newest first. */
    @Transactional(readOnly = true)
    public List<Restriction> of(Permit permit, ClientId client) {
        permit.require(
                Clients.resource(client), CASHIER_VIEW, CASHIER_EDIT, BENEFIT_VIEW, BENEFIT_EDIT);
        return jdbc.sql(
                        """
                        select id, coverage_id, from_date, to_date, asked_on, recorded_by, lifted_at is not null as lifted
                        from clients.restriction
                        where organization_id = :organization and client_id = :client
                        order by recorded_at desc, id desc
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> {
                    var coverage = row.getObject("coverage_id", UUID.class);
                    return new Restriction(
                            new RestrictionId(row.getObject("id", UUID.class)),
                            coverage == null ? null : new CoverageId(coverage),
                            row.getObject("from_date", LocalDate.class),
                            row.getObject("to_date", LocalDate.class),
                            row.getObject("asked_on", LocalDate.class),
                            row.getString("recorded_by"),
                            row.getBoolean("lifted"));
                })
                .list();
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
            jdbc.sql(
                            """
                            insert into clients.restriction (organization_id, id, client_id, coverage_id, from_date,
                                to_date, asked_on, recorded_at, recorded_by)
                            values (:organization, :id, :client, :coverage, :from, :to, :asked, :at, :by)
                            """)
                    .param("organization", organization())
                    .param("id", key)
                    .param("client", client.value())
                    .param("coverage", coverage == null ? null : coverage.value())
                    .param("from", from)
                    .param("to", to)
                    .param("asked", askedOn)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", permit.actor().name())
                    .update();
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
        int lifted =
                jdbc.sql(
                                """
                                update clients.restriction set lifted_at = :at, lifted_by = :by
                                where organization_id = :organization and client_id = :client and id = :id
                                  and lifted_at is null
                                """)
                        .param("organization", organization())
                        .param("client", client.value())
                        .param("id", restriction.value())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", permit.actor().name())
                        .update();
        if (lifted == 0) {
            throw new NotFound();
        }
        announce(permit, client, restriction.value(), "LIFTED");
    }

    private void announce(Permit permit, ClientId client, UUID restriction, String what) {
        audit.record(permit, "clients.restriction", restriction, client.value(), what);
        events.publishEvent(new CoverageChanged(client));
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
