package care.trellis.setup;

import care.trellis.sessions.Conflict;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.Obstacles;
import care.trellis.web.When;
import java.util.stream.Collectors;

/** What is in the way of a block, in a sentence. */
final class Taken {

    private Taken() {}

    static String words(Obstacles obstacles) {
        var first = obstacles.conflicts().getFirst();
        var free =
                first.kind() == Conflict.Kind.ROOM
                        ? obstacles.freeRooms().stream()
                                .map(DatedSession::roomWords)
                                .collect(Collectors.joining(", "))
                        : String.join(", ", obstacles.freeStaff());
        var why =
                switch (first.kind()) {
                    case ROOM ->
                            DatedSession.roomWords(first.who()) + " is taken by " + first.title();
                    case STAFF -> first.who() + " leads " + first.title() + " then";
                    case CLIENT -> first.who() + " is expected elsewhere";
                    case LEAVE -> first.who() + " is away then";
                    case CREDENTIAL ->
                            first.who()
                                    + "'s "
                                    + first.title()
                                    + (first.on() == null
                                            ? " is not valid yet"
                                            : " ends on " + When.day(first.on()));
                };
        return free.isEmpty() ? why : why + "; free: " + free;
    }
}
