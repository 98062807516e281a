package care.trellis.sessions.web;

import care.trellis.sessions.Conflict;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.Obstacles;
import care.trellis.web.When;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is in the way of a session, in sentences, and what is free instead. */
final class ConflictWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private ConflictWords() {}

    static List<String> lines(List<Conflict> conflicts, ZoneId zone) {
        return conflicts.stream().map(one -> line(one, zone)).toList();
    }

    /** One sentence for what is in the way. */
    static String line(Conflict one, ZoneId zone) {
        var day = DAY.format(one.startsAt().atZone(zone));
        return switch (one.kind()) {
            case CLIENT -> one.who() + " is expected in " + taken(one, zone);
            case STAFF -> one.who() + " leads " + taken(one, zone);
            case ROOM -> DatedSession.roomWords(one.who()) + " is taken by " + taken(one, zone);
            case LEAVE ->
                    "%s is away on %s%s."
                            .formatted(
                                    one.who(),
                                    day,
                                    one.on() == null ? "" : ", until " + When.day(one.on()));
            case CREDENTIAL ->
                    "%s holds no credential that is good on %s: %s%s. Renew it under Staff, or choose another person."
                            .formatted(
                                    one.who(),
                                    day,
                                    one.title(),
                                    one.on() == null
                                            ? " begins later"
                                            : " ended on " + When.day(one.on()));
        };
    }

    private static String taken(Conflict one, ZoneId zone) {
        return "%s on %s, %s to %s."
                .formatted(
                        one.title(),
                        DAY.format(one.startsAt().atZone(zone)),
                        TIME.format(one.startsAt().atZone(zone)),
                        TIME.format(one.endsAt().atZone(zone)));
    }

    /** What could be taken instead; empty where nothing is free or nothing is in the way. */
    static String free(Obstacles obstacles) {
        var words = new ArrayList<String>();
        if (!obstacles.freeRooms().isEmpty()) {
            words.add(
                    "Free rooms: "
                            + String.join(
                                    ", ",
                                    obstacles.freeRooms().stream()
                                            .map(DatedSession::roomWords)
                                            .toList())
                            + ".");
        }
        if (!obstacles.freeStaff().isEmpty()) {
            words.add("Free to lead: " + String.join(", ", obstacles.freeStaff()) + ".");
        }
        return String.join(" ", words);
    }

    /** Both in one paragraph. */
    static String all(Obstacles obstacles, ZoneId zone) {
        return (String.join(" ", lines(obstacles.conflicts(), zone)) + " " + free(obstacles))
                .strip();
    }
}
