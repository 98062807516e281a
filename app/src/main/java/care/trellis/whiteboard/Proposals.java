package care.trellis.whiteboard;

import care.trellis.sessions.SessionId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What would bring a group within its limit: swap, split, or another time. */
final class Proposals {

    private Proposals() {}

    static String of(
            Group group,
            int tooMany,
            Map<SessionId, GroupLimits.Limit> limits,
            List<Group> groups,
            List<GuardRecords.Room> rooms) {
        for (var other : groups) {
            if (other.session().equals(group.session())
                    || other.service() != group.service()
                    || other.video() != group.video()
                    || !other.meetsWith(group)) {
                continue;
            }
            var limit = limits.get(other.session());
            int free = limit == null ? 0 : limit.atMost() - other.expected();
            if (limit != null && limit.atMost() < Integer.MAX_VALUE && free >= tooMany) {
                return "Move %d to %s%s, which has %d free."
                        .formatted(
                                tooMany,
                                other.title(),
                                other.room().isEmpty() ? "" : " in " + other.room(),
                                free);
            }
        }
        return split(group, tooMany, groups, rooms);
    }

    private static String split(
            Group group, int tooMany, List<Group> groups, List<GuardRecords.Room> rooms) {
        int people = Math.max(group.expected(), group.here());
        int second = people / 2;
        var taken = new HashSet<String>();
        groups.stream()
                .filter(other -> other.meetsWith(group))
                .forEach(other -> taken.add(other.room()));
        var free =
                rooms.stream()
                        .filter(room -> !taken.contains(room.words()) && room.seats() >= second)
                        .findFirst();
        if (free.isEmpty() || second == 0) {
            return "No room is free beside it: ask %d to come to another session."
                    .formatted(tooMany);
        }
        return group.staffCount() > 1
                ? "Split: %d stay, %d go to %s with the second facilitator."
                        .formatted(people - second, second, free.get().words())
                : "Split: %d stay, %d go to %s. It needs a second facilitator."
                        .formatted(people - second, second, free.get().words());
    }
}
