package care.trellis.placement;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SeatConcern;
import care.trellis.sessions.SeatConcerns;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says before a seat is given by hand that somebody sits there whom the client must not meet, or
 * that the program wants no more people there. Who is kept apart and why stays with those who may
 * know it.
 */
@Component
class PlaceConcerns implements SeatConcerns {

    static final String APART = "Somebody who is kept apart from this client comes to this group.";

    private final PairRecords pairs;
    private final MakeUpRecords places;
    private final Clock clock;

    PlaceConcerns(PairRecords pairs, MakeUpRecords places, Clock clock) {
        this.pairs = pairs;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public List<SeatConcern> about(ClientId client, Collection<SessionId> sessions) {
        var now = clock.instant();
        return Stream.concat(
                        pairs.meetings(client, sessions, now).stream()
                                .map(session ->
                                        new SeatConcern(
                                                SeatConcern.Kind.KEPT_APART, session, APART)),
                        places.full(client, sessions, now).stream()
                                .map(one ->
                                        new SeatConcern(
                                                SeatConcern.Kind.FULL,
                                                one.session(),
                                                "The program has %s here, taken or held."
                                                        .formatted(
                                                                one.seats() == 1
                                                                        ? "1 seat"
                                                                        : one.seats() + " seats"))))
                .toList();
    }
}
