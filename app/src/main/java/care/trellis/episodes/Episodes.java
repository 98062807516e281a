package care.trellis.episodes;

import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.EPISODE_EDIT;
import static care.trellis.base.Action.PLAN_CERTIFY;
import static care.trellis.base.Action.PLAN_EDIT;
import static care.trellis.base.Action.PLAN_SIGN;
import static care.trellis.base.Action.PLAN_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.organizations.LevelOfCare;
import care.trellis.organizations.ProgramId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to admissions, steps between levels of care, and discharges. */
@Service
public class Episodes {

    private final EpisodeRecords records;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;

    Episodes(
            EpisodeRecords records,
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

    /** Every stay of the client, the newest first. */
    @Transactional(readOnly = true)
    public List<Episode> of(Permit permit, ClientId client) {
        permit.require(
                resource(client),
                CLIENT_VIEW,
                EPISODE_EDIT,
                PLAN_VIEW,
                PLAN_EDIT,
                PLAN_SIGN,
                PLAN_CERTIFY);
        return records.of(client);
    }

    /**
     * Admits a client at a level of care. The same key twice admits once; a missing diagnosis stops
     * nobody from being helped, the chart shows the gap.
     *
     * @param key made with the form; becomes the episode's id
     */
    @Transactional
    public Admission admit(
            Permit permit,
            UUID key,
            ClientId client,
            ProgramId program,
            LevelOfCare level,
            LocalDate day) {
        permit.require(EPISODE_EDIT, resource(client));
        clients.hold(permit, client);
        var episode = new EpisodeId(key);
        var known = records.of(client);
        if (known.stream().anyMatch(one -> one.id().equals(episode))) {
            once.first(permit, key, contentOf(client, program, level, day));
            return new Admission.Admitted(episode);
        }
        if (!records.isProgram(program)) {
            return new Admission.NoSuchProgram();
        }
        for (var other : known) {
            if (!other.program().equals(program)) {
                continue;
            }
            var discharge = other.discharge();
            if (discharge == null) {
                return new Admission.AlreadyAdmitted(other.id());
            }
            if (day.isBefore(discharge.on())) {
                return new Admission.BeforeLastDischarge();
            }
        }
        if (once.first(permit, key, contentOf(client, program, level, day))) {
            records.insert(episode, client, program, day);
            records.insertPlacement(episode, level, day);
            announce(permit, client, episode, "admitted");
        }
        return new Admission.Admitted(episode);
    }

    /** Steps a client up or down from that day on; the episode stays the same. */
    @Transactional
    public Placing place(
            Permit permit, ClientId client, EpisodeId episode, LevelOfCare level, LocalDate from) {
        permit.require(EPISODE_EDIT, resource(client));
        var stands = held(permit, client, episode);
        if (!stands.isOpen()) {
            return new Placing.Discharged();
        }
        var now = stands.placement().orElseThrow();
        if (now.level() == level) {
            return new Placing.SameLevel();
        }
        if (!from.isAfter(now.from())) {
            return new Placing.NotAfterPlacement();
        }
        records.endPlacement(episode, from.minusDays(1));
        records.insertPlacement(episode, level, from);
        announce(permit, client, episode, "placed " + level);
        return new Placing.Placed();
    }

    /** Ends the stay with that day. */
    @Transactional
    public Discharging discharge(
            Permit permit,
            ClientId client,
            EpisodeId episode,
            LocalDate day,
            DischargeReason reason) {
        permit.require(EPISODE_EDIT, resource(client));
        var stands = held(permit, client, episode);
        var discharge = stands.discharge();
        if (discharge != null) {
            return new Discharging.AlreadyDischarged(discharge.on());
        }
        var earliest = stands.placement().map(Episode.Placement::from).orElse(stands.admittedOn());
        if (day.isBefore(earliest)) {
            return new Discharging.BeforeAdmission(earliest);
        }
        records.discharge(episode, day, reason);
        records.endPlacement(episode, day);
        announce(permit, client, episode, "discharged " + reason);
        return new Discharging.Discharged();
    }

    private Episode held(Permit permit, ClientId client, EpisodeId episode) {
        clients.hold(permit, client);
        return records.of(client).stream()
                .filter(one -> one.id().equals(episode))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void announce(Permit permit, ClientId client, EpisodeId episode, String what) {
        audit.record(permit, "episodes.episode", episode.value(), client.value(), what);
        events.publishEvent(new EpisodeChanged(client));
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }

    private static String contentOf(
            ClientId client, ProgramId program, LevelOfCare level, LocalDate day) {
        return String.join(
                "\n", "admit", client.toString(), program.toString(), level.name(), day.toString());
    }
}
