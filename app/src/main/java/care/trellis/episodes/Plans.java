package care.trellis.episodes;

import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.EPISODE_EDIT;
import static care.trellis.base.Action.LEVEL_CHANGE;
import static care.trellis.base.Action.PLAN_CERTIFY;
import static care.trellis.base.Action.PLAN_EDIT;
import static care.trellis.base.Action.PLAN_SIGN;
import static care.trellis.base.Action.PLAN_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to the plan of an episode: hours prescribed, signatures, goals. */
@Service
public class Plans {

    /** The longest text of a goal, in characters. */
    public static final int LONGEST_GOAL = 500;

    private final PlanRecords records;
    private final EpisodeRecords episodes;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;

    Plans(
            PlanRecords records,
            EpisodeRecords episodes,
            Clients clients,
            Audit audit,
            Once once,
            ApplicationEventPublisher events) {
        this.records = records;
        this.episodes = episodes;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.events = events;
    }

    /** The versions and goals of an episode; an episode without a plan has none of either. */
    @Transactional(readOnly = true)
    public Plan of(Permit permit, ClientId client, EpisodeId episode) {
        permit.require(
                Episodes.resource(client),
                CLIENT_VIEW,
                PLAN_VIEW,
                PLAN_EDIT,
                PLAN_SIGN,
                PLAN_CERTIFY,
                EPISODE_EDIT,
                LEVEL_CHANGE);
        find(client, episode);
        return records.of(episode);
    }

    /** The same for a stay that the reader has from {@link Episodes#of} already. */
    @Transactional(readOnly = true)
    public Plan of(Permit permit, ClientId client, Episode stay) {
        permit.require(Episodes.resource(client), CLIENT_VIEW, PLAN_VIEW, EPISODE_EDIT);
        return records.of(stay.id());
    }

    /**
     * Writes a version that holds from its day. A second one from the same day replaces it: that is
     * how signature and certification dates come in later.
     */
    @Transactional
    public Planning adopt(Permit permit, ClientId client, EpisodeId episode, Plan.Version version) {
        permit.require(Episodes.resource(client), PLAN_EDIT, PLAN_SIGN, PLAN_CERTIFY);
        var stay = find(client, episode);
        if (version.from().isBefore(stay.admittedOn())) {
            return new Planning.BeforeAdmission(stay.admittedOn());
        }
        var discharge = stay.discharge();
        if (discharge != null && version.from().isAfter(discharge.on())) {
            return new Planning.AfterDischarge(discharge.on());
        }
        records.adopt(episode, version);
        announce(permit, client, episode, "plan from " + version.from());
        return new Planning.Planned();
    }

    /**
     * Prescribes anew from that day on. What was prescribed for that day and later gives way.
     *
     * @param versions in any order, each from that day or later
     * @return what gave way; given back to this method, it holds again
     */
    @Transactional
    public List<Plan.Version> prescribe(
            Permit permit,
            ClientId client,
            EpisodeId episode,
            LocalDate from,
            List<Plan.Version> versions) {
        permit.require(LEVEL_CHANGE, Episodes.resource(client));
        find(client, episode);
        var before =
                records.of(episode).versions().stream()
                        .filter(one -> !one.from().isBefore(from))
                        .toList();
        records.clear(episode, from);
        versions.forEach(version -> records.adopt(episode, version));
        announce(permit, client, episode, "plan from " + from);
        return before;
    }

    /**
     * Adds a goal under the next number. The same key twice adds one.
     *
     * @param key made with the form; becomes the goal's id
     * @param text 1 to {@value #LONGEST_GOAL} characters
     */
    @Transactional
    public GoalId addGoal(
            Permit permit, UUID key, ClientId client, EpisodeId episode, String text) {
        permit.require(PLAN_EDIT, Episodes.resource(client));
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_GOAL) {
            throw new IllegalArgumentException("A goal has 1 to " + LONGEST_GOAL + " characters");
        }
        clients.hold(permit, client);
        find(client, episode);
        var goal = new GoalId(key);
        if (once.first(permit, key, "goal " + episode + stripped)) {
            records.insertGoal(episode, goal, stripped);
            announce(permit, client, episode, "goal added");
        }
        return goal;
    }

    /** Closes a goal with that day; notes written before keep pointing to it. */
    @Transactional
    public void closeGoal(
            Permit permit, ClientId client, EpisodeId episode, GoalId goal, LocalDate day) {
        permit.require(PLAN_EDIT, Episodes.resource(client));
        find(client, episode);
        if (records.closeGoal(episode, goal, day)) {
            announce(permit, client, episode, "goal closed");
        }
    }

    private Episode find(ClientId client, EpisodeId episode) {
        return episodes.of(client).stream()
                .filter(one -> one.id().equals(episode))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void announce(Permit permit, ClientId client, EpisodeId episode, String what) {
        audit.record(permit, "episodes.plan", episode.value(), client.value(), what);
        events.publishEvent(new EpisodeChanged(client));
    }
}
