package care.trellis.engine.placement;

import java.util.List;

/**
 * A place that one person could take as far as the fixed rules go. Two options are equal only where
 * they are the same one, so that comparing them costs nothing. Public for the solver only.
 */
public final class Option {

    /** One group, compared by identity for the same reason. */
    static final class Meeting {
        final Group group;
        final int seats;

        Meeting(Group group) {
            this.group = group;
            this.seats = group.tightest().people();
        }
    }

    final Place place;
    final Track track;
    final List<Meeting> meetings;
    final int minutes;
    final int shortfall;
    final int cost;

    Option(Person person, Place place, Track track, List<Meeting> meetings) {
        this.place = place;
        this.track = track;
        this.meetings = List.copyOf(meetings);
        this.minutes = meetings.stream().mapToInt(it -> it.group.when().minutes()).sum();
        this.shortfall = Math.max(0, person.need().minutesWanted() - minutes);
        this.cost = Costs.of(person, track, place, groups());
    }

    List<Group> groups() {
        return meetings.stream().map(it -> it.group).toList();
    }

    boolean meets(Option other) {
        return meetings.stream().anyMatch(other.meetings::contains);
    }
}
