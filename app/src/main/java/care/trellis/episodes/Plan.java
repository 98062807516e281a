package care.trellis.episodes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was prescribed in an episode: the versions of the plan, and the goals.
 *
 * @param versions newest first
 * @param goals by number
 */
public record Plan(List<Version> versions, List<Goal> goals) {

    /**
     * One version, in force from a day until the next one.
     *
     * @param minutesPerWeek prescribed minutes of service a week, more than 0, at most a whole week
     * @param physicianSignedOn when the physician signed it; null: not yet
     * @param certifiedOn when the need was certified or recertified (42 CFR 424.24(d)); null: not
     *     yet
     */
    public record Version(
            int minutesPerWeek,
            LocalDate from,
            @Nullable LocalDate physicianSignedOn,
            @Nullable LocalDate certifiedOn) {

        private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;

        /** Refuses what no week can hold. */
        public Version {
            if (minutesPerWeek <= 0 || minutesPerWeek > MINUTES_OF_A_WEEK) {
                throw new IllegalArgumentException("A week has no " + minutesPerWeek + " minutes");
            }
        }
    }

    /**
     * One goal.
     *
     * @param number 1, 2, 3 …: what notes point to
     * @param closedOn null while it is worked on
     */
    public record Goal(GoalId id, int number, String text, @Nullable LocalDate closedOn) {}

    /** Copies both lists. */
    public Plan {
        versions = List.copyOf(versions);
        goals = List.copyOf(goals);
    }

    /** The version in force on that day. */
    public Optional<Version> on(LocalDate day) {
        return versions.stream().filter(version -> !version.from().isAfter(day)).findFirst();
    }
}
