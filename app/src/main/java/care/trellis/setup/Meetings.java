package care.trellis.setup;

import care.trellis.base.Problem;
import java.util.ArrayList;
import java.util.List;

/** Finds tracks of one draft that want the same person or room at one time. */
final class Meetings {

    private Meetings() {}

    /** Said before anything is made; {@code tracks} stand in the order of what was ticked. */
    static List<Problem> of(List<TrackPreset> chosen, List<SettingsFile.Track> tracks) {
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < Math.min(chosen.size(), tracks.size()); i++) {
            for (var earlier : tracks.subList(0, i)) {
                for (var block : tracks.get(i).blocks()) {
                    for (var other : earlier.blocks()) {
                        if (together(block, other)) {
                            problems.addAll(clashes("-" + chosen.get(i).name(), block, other));
                        }
                    }
                }
            }
        }
        return problems;
    }

    private static boolean together(SettingsFile.Block one, SettingsFile.Block other) {
        return one.rule().days().stream().anyMatch(other.rule().days()::contains)
                && one.starts().isBefore(other.starts().plusMinutes(other.minutes()))
                && other.starts().isBefore(one.starts().plusMinutes(one.minutes()));
    }

    private static List<Problem> clashes(
            String tag, SettingsFile.Block one, SettingsFile.Block other) {
        var clashes = new ArrayList<Problem>();
        if (one.lead().equals(other.lead()) || one.lead().equals(other.with())) {
            clashes.add(person("lead" + tag, one.lead(), other));
        }
        if (one.with() != null
                && (one.with().equals(other.lead()) || one.with().equals(other.with()))) {
            clashes.add(person("coLead" + tag, one.with(), other));
        }
        if (one.room() != null && one.room().equals(other.room())) {
            clashes.add(
                    new Problem(
                            "room" + tag,
                            "SETUP",
                            "%s of %s is in that room then; choose another."
                                    .formatted(other.title(), other.track())));
        }
        return clashes;
    }

    private static Problem person(String field, String who, SettingsFile.Block other) {
        return new Problem(
                field,
                "SETUP",
                "%s is with %s of %s at that time; choose another person."
                        .formatted(who, other.title(), other.track()));
    }
}
