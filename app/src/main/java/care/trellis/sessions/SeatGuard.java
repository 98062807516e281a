package care.trellis.sessions;

import care.trellis.audit.Audit;
import care.trellis.base.Permit;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks every room what speaks against a seat that is given by hand, and keeps why it was given all
 * the same.
 */
@Component
class SeatGuard {

    private final List<SeatConcerns> rooms;
    private final ClashRecords clashes;
    private final EndedStays stays;
    private final PassedOverRecords records;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    SeatGuard(
            List<SeatConcerns> rooms,
            ClashRecords clashes,
            EndedStays stays,
            PassedOverRecords records,
            Vault vault,
            Audit audit,
            Clock clock) {
        this.rooms = List.copyOf(rooms);
        this.clashes = clashes;
        this.stays = stays;
        this.records = records;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What speaks against the client's seats, in no order.
     *
     * @param leaving sessions that the client leaves for these
     */
    List<SeatConcern> concerns(
            ClientId client, Collection<SessionId> sessions, Collection<SessionId> leaving) {
        return sessions.isEmpty()
                ? List.of()
                : Stream.of(
                                clashes.of(client, sessions, leaving).stream(),
                                stays.of(client, sessions).stream(),
                                rooms.stream()
                                        .flatMap(room -> room.about(client, sessions).stream()))
                        .flatMap(all -> all)
                        .toList();
    }

    /** Each concern once, with the number of dates where there are more. */
    static List<String> words(List<SeatConcern> concerns, int sessions) {
        var dates = new LinkedHashMap<String, Integer>();
        concerns.forEach(concern -> dates.merge(concern.says(), 1, Integer::sum));
        return dates.entrySet().stream()
                .map(one ->
                        sessions == 1
                                ? one.getKey()
                                : "%s On %d of %d dates."
                                        .formatted(one.getKey(), one.getValue(), sessions))
                .toList();
    }

    /**
     * Keeps why the client sits there all the same; nothing where nothing spoke against it.
     *
     * @param track of an enrollment; null for a seat in one session
     */
    void passOver(
            Permit permit,
            UUID id,
            ClientId client,
            @Nullable TrackId track,
            List<SeatConcern> concerns,
            String why) {
        if (concerns.isEmpty()) {
            return;
        }
        var kinds = concerns.stream().map(one -> one.kind().name()).distinct().sorted().toList();
        records.add(
                id,
                client,
                track,
                track == null ? concerns.getFirst().session() : null,
                kinds,
                vault.seal(id, why.strip()),
                clock.instant(),
                permit.actor());
        audit.record(permit, "sessions.passed_over", id, client.value(), String.join(" ", kinds));
    }
}
