package care.trellis.episodes;

import static care.trellis.base.Action.CLIENT_VIEW;
import static care.trellis.base.Action.EPISODE_EDIT;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.organizations.StaffId;
import care.trellis.web.When;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to primary counselors: who answers for a client's care, from a day on. Who it was
 * before stays on record.
 */
@Service
public class Counselors {

    private final CounselorRecords records;
    private final EpisodeRecords episodes;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Counselors(
            CounselorRecords records,
            EpisodeRecords episodes,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.episodes = episodes;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /** Everybody who answered or is to answer for the client, the newest first. */
    @Transactional(readOnly = true)
    public List<Counselor> of(Permit permit, ClientId client) {
        permit.require(Episodes.resource(client), CLIENT_VIEW, EPISODE_EDIT);
        return records.of(client);
    }

    /** Who can be named: staff with a credential who work here, by name. */
    @Transactional(readOnly = true)
    public Map<StaffId, String> choices(Permit permit) {
        permit.require(CLIENT_VIEW, EPISODE_EDIT);
        return records.staff();
    }

    /**
     * Names who answers for the client from that day on; somebody named for a later day still
     * follows.
     *
     * @param from within the client's stay; of two stays at once it names for the later one
     */
    @Transactional
    public Change<UUID> name(
            Permit permit, UUID key, ClientId client, StaffId staff, LocalDate from) {
        permit.require(EPISODE_EDIT, Episodes.resource(client));
        var open =
                episodes.of(client).stream()
                        .filter(Episode::isOpen)
                        .sorted(Comparator.comparing(Episode::admittedOn))
                        .toList();
        if (open.isEmpty()) {
            return Change.refused("", "NO_STAY", "The client is in no program; admit them first.");
        }
        var begun = open.stream().filter(one -> !one.admittedOn().isAfter(from)).toList();
        if (begun.isEmpty()) {
            return Change.refused(
                    "from",
                    "BEFORE_ADMISSION",
                    "The stay begins on "
                            + When.day(open.getFirst().admittedOn())
                            + "; choose that day or later.");
        }
        var stay = begun.getLast();
        if (!records.staff().containsKey(staff)) {
            return Change.refused("staff", "NOT_STAFF", "Choose somebody who works here.");
        }
        if (once.first(permit, key, "counselor " + client.value() + staff.value() + from)) {
            records.add(key, stay.id(), staff, from, clock.instant(), permit.actor());
            audit.record(permit, "episodes.counselor", key, client.value());
        }
        return new Change.Done<>(key);
    }
}
