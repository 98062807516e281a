package care.trellis.episodes;

import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.EPISODE_EDIT;
import static care.trellis.base.Action.LEVEL_CHANGE;
import static care.trellis.base.Action.PAPER_SIGN;
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
import java.time.Clock;
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
    private final Clock clock;

    Episodes(
            EpisodeRecords records,
            Clients clients,
            Audit audit,
            Once once,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.events = events;
        this.clock = clock;
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
                PLAN_CERTIFY,
                LEVEL_CHANGE,
                PAPER_SIGN);
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
        permit.require(resource(client), EPISODE_EDIT, LEVEL_CHANGE);
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
            records.insertPlacement(episode, new Episode.Placement(level, day, null));
            announce(permit, client, episode, "admitted");
        }
        return new Admission.Admitted(episode);
    }

    /**
     * Places a client anew from that day on; the stay stays the same. What held or was planned for
     * that day and later gives way.
     *
     * @param from on or after the admission
     * @param steps each ending the day before the next; the last one without an end
     * @return what gave way, for {@link #restore}
     */
    @Transactional
    public List<Episode.Placement> place(
            Permit permit,
            ClientId client,
            EpisodeId episode,
            LocalDate from,
            List<Episode.Placement> steps) {
        permit.require(resource(client), EPISODE_EDIT, LEVEL_CHANGE);
        var stands = held(permit, client, episode);
        if (!stands.isOpen() || from.isBefore(stands.admittedOn())) {
            throw new IllegalArgumentException("The stay does not hold on that day");
        }
        var before =
                stands.placements().stream()
                        .filter(one -> one.to() == null || !one.to().isBefore(from))
                        .toList();
        records.clearPlacements(episode, from);
        steps.forEach(step -> records.insertPlacement(episode, step));
        announce(permit, client, episode, "placed " + steps.getFirst().level());
        return before;
    }

    /** Takes {@link #place} back: these placements hold again from that day on. */
    @Transactional
    public void restore(
            Permit permit,
            ClientId client,
            EpisodeId episode,
            LocalDate from,
            List<Episode.Placement> before) {
        permit.require(LEVEL_CHANGE, resource(client));
        held(permit, client, episode);
        records.clearPlacements(episode, from);
        for (var one : before) {
            if (one.from().isBefore(from)) {
                records.endPlacement(episode, one.from(), one.to());
            } else {
                records.insertPlacement(episode, one);
            }
        }
        announce(permit, client, episode, "placed as before");
    }

    /** Takes a discharge back: the client is in the program again, placed as before it. */
    @Transactional
    public void reopen(
            Permit permit,
            ClientId client,
            EpisodeId episode,
            LocalDate from,
            List<Episode.Placement> before) {
        permit.require(LEVEL_CHANGE, resource(client));
        records.reopen(episode);
        restore(permit, client, episode, from, before);
    }

    /** Takes an admission back: the stay never was. Its row stays and is shown nowhere. */
    @Transactional
    public void withdraw(Permit permit, ClientId client, EpisodeId episode) {
        permit.require(LEVEL_CHANGE, resource(client));
        held(permit, client, episode);
        records.withdraw(episode, clock.instant());
        announce(permit, client, episode, "admission taken back");
    }

    /** Ends the stay with that day; placements planned for later give way. */
    @Transactional
    public Discharging discharge(
            Permit permit,
            ClientId client,
            EpisodeId episode,
            LocalDate day,
            DischargeReason reason) {
        permit.require(resource(client), EPISODE_EDIT, LEVEL_CHANGE, PAPER_SIGN);
        var stands = held(permit, client, episode);
        var discharge = stands.discharge();
        if (discharge != null) {
            return new Discharging.AlreadyDischarged(discharge.on());
        }
        var earliest =
                stands.placement(clients.today(permit, client))
                        .map(Episode.Placement::from)
                        .orElse(stands.admittedOn());
        if (day.isBefore(earliest)) {
            return new Discharging.BeforeAdmission(earliest);
        }
        records.discharge(episode, day, reason);
        records.clearPlacements(episode, day.plusDays(1));
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
