package care.trellis.notes.web;

import care.trellis.clients.ClientId;
import care.trellis.notes.Blocker;
import care.trellis.notes.Caution;
import care.trellis.notes.GroupNote;
import care.trellis.notes.NoteLine;
import care.trellis.notes.Standing;
import care.trellis.web.Choice;
import care.trellis.web.Initials;
import care.trellis.web.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of one group's note as finished text. */
final class LineViews {

    private static final List<String> LEVELS = List.of("Little", "Some", "Active", "Led");

    private final GroupNote note;
    private final String path;
    private final Instant now;

    LineViews(GroupNote note, String path, Instant now) {
        this.note = note;
        this.path = path;
        this.now = now;
    }

    /**
     * One line.
     *
     * @param usual the goal that the client's notes served most often: proposed where none is
     *     chosen
     */
    GroupNoteView.LineView line(
            NoteLine line,
            Standing standing,
            @Nullable UUID usual,
            List<GroupNoteView.Aside> asides) {
        var signedNote = line.signedNote();
        var own = path + "/lines/" + line.client().value();
        return new GroupNoteView.LineView(
                "line-" + line.client().value(),
                own,
                name(line),
                Initials.of(name(line)),
                times(line),
                line.present() ? line.minutes() + " min" : "",
                presence(line),
                line.status().equals("ABSENT") ? Tone.BAD : Tone.WATCH,
                next(line),
                line.present(),
                line.signed(),
                line.signedAt() == null
                        ? ""
                        : "Signed " + GroupNoteViews.time(note, line.signedAt()),
                signedNote == null
                        ? ""
                        : "/clients/" + line.client().value() + "/notes/" + signedNote.value(),
                line.observed(),
                line.text(),
                participation(line),
                goals(line, usual),
                line.noGoalReason(),
                line.sameTextReason(),
                line.version(),
                line.present() && !line.signed() && standing.clear(),
                askWhySame(line, standing),
                waits(line, standing, usual),
                signs(standing),
                asides);
    }

    /** First name and last initial, as on shared screens. */
    static String shortName(NoteLine line) {
        return line.familyName().isEmpty()
                ? line.givenName()
                : line.givenName() + " " + line.familyName().charAt(0) + ".";
    }

    private static String name(NoteLine line) {
        return line.givenName() + " " + line.familyName();
    }

    private String times(NoteLine line) {
        if (!line.present()) {
            return "";
        }
        var came = GroupNoteViews.time(note, line.arrivedAt());
        return line.leftAt() == null
                ? "since " + came
                : came
                        + "–"
                        + GroupNoteViews.time(note, line.leftAt())
                        + (line.estimated() ? " estimated" : "");
    }

    private String presence(NoteLine line) {
        return switch (line.status()) {
            case "PRESENT" -> lateOrEarly(line);
            case "ABSENT" -> "Absent";
            case "EXCUSED" -> "Excused";
            default -> "Not marked";
        };
    }

    private String lateOrEarly(NoteLine line) {
        var words = new ArrayList<String>();
        var arrived = line.arrivedAt();
        var left = line.leftAt();
        long late = arrived == null ? 0 : Duration.between(note.startsAt(), arrived).toMinutes();
        long early = left == null ? 0 : Duration.between(left, note.endsAt()).toMinutes();
        if (late > 0) {
            words.add("Late " + late + " min");
        }
        if (early > 0) {
            words.add("Left " + early + " min early");
        }
        return String.join(" · ", words);
    }

    private String next(NoteLine line) {
        if (line.signed() || !now.isBefore(note.endsAt())) {
            return "";
        }
        return switch (line.status()) {
            case "PRESENT" -> line.leftAt() == null ? "departure" : "";
            default -> "arrival";
        };
    }

    private static boolean askWhySame(NoteLine line, Standing standing) {
        return !line.sameTextReason().isEmpty()
                || standing.blockers().stream()
                        .anyMatch(it ->
                                switch (it) {
                                    case SAME_TEXT, SAME_AS_BEFORE -> true;
                                    case NOT_CHECKED_IN,
                                            STILL_HERE,
                                            SHARED_PART_EMPTY,
                                            SHARED_NAMES_CLIENT,
                                            LINE_EMPTY,
                                            NO_GOAL,
                                            TWO_TEXTS,
                                            NAMES_ANOTHER,
                                            ANOTHERS_WORDS ->
                                            false;
                                });
    }

    /** What only this line waits for, in a few words; a goal that is proposed needs no word. */
    private static String waits(NoteLine line, Standing standing, @Nullable UUID usual) {
        return standing.blockers().stream()
                .filter(it -> !it.ofTheGroup() && !grave(it))
                .filter(it -> it != Blocker.NO_GOAL || proposed(line, usual) == null)
                .map(Blocker::fix)
                .collect(Collectors.joining(" · "));
    }

    private static boolean grave(Blocker blocker) {
        return switch (blocker) {
            case SAME_TEXT, SAME_AS_BEFORE, NAMES_ANOTHER, TWO_TEXTS -> true;
            case NOT_CHECKED_IN,
                    STILL_HERE,
                    SHARED_PART_EMPTY,
                    SHARED_NAMES_CLIENT,
                    LINE_EMPTY,
                    NO_GOAL,
                    ANOTHERS_WORDS ->
                    false;
        };
    }

    private List<GroupNoteView.Sign> signs(Standing standing) {
        var signs = new ArrayList<GroupNoteView.Sign>();
        standing.blockers().stream()
                .filter(LineViews::grave)
                .forEach(it -> signs.add(new GroupNoteView.Sign(it.fix(), Tone.BAD)));
        for (var caution : standing.cautions()) {
            signs.add(new GroupNoteView.Sign(words(caution), Tone.WATCH));
        }
        return signs;
    }

    private String words(Caution caution) {
        return switch (caution.kind()) {
            case LIKE_ANOTHER -> caution.percent() + " % like " + other(caution.other());
            case LIKE_BEFORE -> caution.percent() + " % like an earlier note";
            case FIRST_NAME -> "Holds the name of " + other(caution.other());
            case SHARED_FIRST_NAME -> "The shared part holds a client's first name";
        };
    }

    private String other(@Nullable ClientId client) {
        return note.lines().stream()
                .filter(line -> line.client().equals(client))
                .map(LineViews::shortName)
                .findFirst()
                .orElse("another client");
    }

    private static List<Choice> participation(NoteLine line) {
        var choices = new ArrayList<Choice>();
        for (int level = 1; level <= LEVELS.size(); level++) {
            var chosen = line.participation();
            choices.add(
                    new Choice(
                            String.valueOf(level),
                            LEVELS.get(level - 1),
                            chosen != null && chosen == level));
        }
        return choices;
    }

    /** The goal that is used most often, or the only one; null where there is neither. */
    private static @Nullable UUID proposed(NoteLine line, @Nullable UUID usual) {
        var goals = line.goals().stream().map(NoteLine.Goal::id).toList();
        return goals.size() == 1 ? goals.getFirst() : goals.contains(usual) ? usual : null;
    }

    /** Open goals, the usual one first; it is proposed until somebody chooses. */
    private static List<Choice> goals(NoteLine line, @Nullable UUID usual) {
        boolean undecided = line.goal() == null && line.noGoalReason().isEmpty();
        var first = proposed(line, usual);
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Goal …", undecided && first == null));
        line.goals().stream()
                .sorted((one, other) ->
                        Boolean.compare(!one.id().equals(first), !other.id().equals(first)))
                .forEach(goal ->
                        choices.add(
                                new Choice(
                                        goal.id().toString(),
                                        goal.words(),
                                        undecided
                                                ? goal.id().equals(first)
                                                : goal.id().equals(line.goal()))));
        choices.add(new Choice("none", "None applies", line.goal() == null && !undecided));
        return choices;
    }
}
