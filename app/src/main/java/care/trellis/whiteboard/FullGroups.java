package care.trellis.whiteboard;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SeatConcern;
import care.trellis.sessions.SeatConcerns;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Says before a seat is given by hand that the group would be larger than it may be. */
@Component
class FullGroups implements SeatConcerns {

    private final GroupLimits limits;
    private final ShiftRecords shifts;
    private final GuardRecords records;
    private final Clock clock;

    FullGroups(GroupLimits limits, ShiftRecords shifts, GuardRecords records, Clock clock) {
        this.limits = limits;
        this.shifts = shifts;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public List<SeatConcern> about(ClientId client, Collection<SessionId> sessions) {
        var groups = shifts.groups(sessions);
        var most = limits.limits(client, groups);
        var held =
                records.held(
                        client,
                        groups.stream().map(group -> group.session().value()).toList(),
                        clock.instant());
        var full = new ArrayList<SeatConcern>();
        for (var group : groups) {
            var limit = Objects.requireNonNull(most.get(group.session()));
            int waiting = held.getOrDefault(group.session().value(), 0);
            if (group.expected() + waiting + 1 > limit.atMost()) {
                full.add(
                        new SeatConcern(
                                SeatConcern.Kind.FULL,
                                group.session(),
                                "%s %s expected%s."
                                        .formatted(
                                                limit.why(),
                                                group.expected() == 1
                                                        ? "1 is"
                                                        : group.expected() + " are",
                                                waiting == 0
                                                        ? ""
                                                        : " and %d held for others"
                                                                .formatted(waiting))));
            }
        }
        return full;
    }
}
