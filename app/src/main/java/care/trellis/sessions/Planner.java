package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody needs to know who plans a session of one client: who can be met where, and what
 * that time is taken by. {@link Sessions#plan} then makes the session.
 */
@Service
public class Planner {

    private final PlannerRecords records;
    private final SessionRecords sessions;
    private final ChoiceRecords choices;
    private final Reservations reservations;
    private final Audit audit;

    Planner(
            PlannerRecords records,
            SessionRecords sessions,
            ChoiceRecords choices,
            Reservations reservations,
            Audit audit) {
        this.records = records;
        this.sessions = sessions;
        this.choices = choices;
        this.reservations = reservations;
        this.audit = audit;
    }

    /**
     * The place where a session is planned: the site asked for, or else the client's.
     *
     * @param site null where the client decides
     * @param client null where nobody was chosen yet
     * @throws NotFound where there is no such site, or the actor does not work there
     */
    @Transactional(readOnly = true)
    public PlanningSite site(Permit permit, @Nullable SiteId site, @Nullable ClientId client) {
        permit.require(Action.SESSION_EDIT);
        return records.sites(permit).stream()
                .filter(it -> permit.actor().worksAt(it.site().value()))
                .filter(it ->
                        client == null
                                ? site == null || it.site().equals(site)
                                : sessions.clientAt(permit, it.site(), client))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The sites that the actor works at, by name. */
    @Transactional(readOnly = true)
    public List<PlanningSite> sites(Permit permit) {
        permit.require(Action.SESSION_VIEW, Action.SESSION_EDIT);
        return records.sites(permit).stream()
                .filter(it -> permit.actor().worksAt(it.site().value()))
                .toList();
    }

    /** Clients of the site whose stay takes in the day, by name. */
    @Transactional
    public List<Candidate> people(Permit permit, SiteId site, LocalDate day) {
        permit.require(Action.SESSION_EDIT);
        if (!permit.actor().worksAt(site.value())) {
            throw new NotFound();
        }
        var people = records.people(permit, site, day);
        audit.recordMany(permit, "episodes.episode", site.value(), people.size());
        return people;
    }

    /** Rooms and staff to choose from. */
    @Transactional(readOnly = true)
    public PlanChoices choices(Permit permit) {
        permit.require(Action.SESSION_EDIT);
        return choices.choices(permit);
    }

    /**
     * What takes place at the same time with the same client, in the order in which it begins. What
     * was called off takes no time.
     *
     * @param key of the form, so that a session that it made already is no conflict with itself
     */
    @Transactional
    public List<Conflict> conflicts(Permit permit, UUID key, NewSession wanted) {
        permit.require(Action.SESSION_EDIT);
        if (!permit.actor().worksAt(wanted.site().value())) {
            throw new NotFound();
        }
        audit.record(permit, "sessions.session", key, wanted.client().value(), "CONFLICTS");
        return records.conflicts(permit, key, wanted);
    }

    /** Why room or staff cannot be had for the session, and what is free then. */
    @Transactional(readOnly = true)
    public Obstacles obstacles(Permit permit, UUID key, NewSession wanted) {
        permit.require(Action.SESSION_EDIT);
        if (!permit.actor().worksAt(wanted.site().value())) {
            throw new NotFound();
        }
        return reservations.of(
                permit,
                wanted.site(),
                wanted.room(),
                wanted.people(),
                List.of(
                        SessionCalendar.on(
                                wanted.date(),
                                wanted.starts(),
                                wanted.minutes(),
                                site(permit, wanted.site(), null).zone())),
                List.of(new SessionId(key)));
    }
}
