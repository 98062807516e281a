package care.trellis.placement;

import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that a client was offered to make up for a missed one.
 *
 * @param until the seats are held until then
 * @param texted whether the client got it by message; else staff tells them
 * @param answer what became of it; null while it is open
 * @param answeredBy who recorded the answer; empty while it is open
 */
public record Offer(
        UUID id,
        ClientId client,
        LocalDate monday,
        Instant madeAt,
        String madeBy,
        Instant until,
        boolean texted,
        @Nullable Answer answer,
        String answeredBy,
        List<Choice> choices) {

    /** One of the sessions offered. */
    public record Choice(
            int number,
            SessionId session,
            UUID hold,
            String title,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            boolean taken) {}

    /** What became of an offer. */
    public enum Answer {
        TAKEN,
        DECLINED,
        /** The seat was no longer held, or the session was called off. */
        TOO_LATE,
        WITHDRAWN
    }

    /** Copies the choices. */
    public Offer {
        choices = List.copyOf(choices);
    }

    /** Whether it waits for an answer and its seats are held. */
    public boolean open(Instant now) {
        return answer == null && until.isAfter(now);
    }
}
