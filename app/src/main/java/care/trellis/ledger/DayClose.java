package care.trellis.ledger;

import care.trellis.base.Money;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One day of one site: how it was closed, and each client's day then and now.
 *
 * @param over whether the last session is over, so that it may be closed
 * @param turns the first first
 */
public record DayClose(
        UUID site,
        String siteName,
        ZoneId zone,
        LocalDate date,
        boolean over,
        List<Turned> turns,
        List<Line> lines) {

    public DayClose {
        turns = List.copyOf(turns);
        lines = List.copyOf(lines);
    }

    /** Whether it is closed now. */
    public boolean closed() {
        return !turns.isEmpty() && turns.getLast().turn() == DayTurn.CLOSED;
    }

    /** Whether it was ever closed: then each line says how it stood. */
    public boolean everClosed() {
        return !turns.isEmpty();
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "DayClose[" + site + " " + date + "]";
    }

    /**
     * A close, or a reopening with its reason.
     *
     * @param by name of who did it
     */
    public record Turned(DayTurn turn, Instant at, String by, @Nullable String reason) {}

    /**
     * A client's day.
     *
     * @param then as it stood at the last close; null where there was none, or not this client
     * @param now as it stands; null where the client has no session on the day any more
     * @param differs whether anything that counts has changed since
     */
    public record Line(
            ClientId client,
            String name,
            @Nullable Stood then,
            @Nullable Stood now,
            boolean differs) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "Line[" + client.value() + "]";
        }
    }

    /**
     * What a day came to.
     *
     * @param fix what was still to be done, and {@code owner} whose work it was
     */
    public record Stood(
            DayState state,
            int attended,
            int countable,
            @Nullable String reason,
            @Nullable String fix,
            @Nullable Role owner,
            Money expected) {}
}
