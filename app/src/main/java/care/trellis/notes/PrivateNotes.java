package care.trellis.notes;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to psychotherapy notes (45 CFR 164.501) and SUD counseling notes (42 CFR 2.11).
 * They are their author's alone: nobody else finds them, they stand on no chart, in no search, no
 * export and no print, and they are sealed under a key of their own.
 */
@Service
public class PrivateNotes {

    /** The longest text, in characters. */
    public static final int LONGEST = 50_000;

    private final PrivateNoteRecords records;
    private final Clients clients;
    private final Audit audit;
    private final Clock clock;

    PrivateNotes(PrivateNoteRecords records, Clients clients, Audit audit, Clock clock) {
        this.records = records;
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person's own notes about a client, the newest first. */
    @Transactional
    public List<PrivateNote> of(Permit permit, ClientId client) {
        permit.require(Action.NOTE_WRITE, resource(client));
        clients.hold(permit, client);
        var own = records.of(client, permit.actor().account());
        audit.recordMany(permit, "notes.private_note", client.value(), own.size());
        return own;
    }

    /**
     * Keeps a note; with the id of one of the person's own it is written anew.
     *
     * @param id made with the form
     * @param text 1 to {@value #LONGEST} characters
     * @throws NotFound where the id is somebody else's
     */
    @Transactional
    public Change<UUID> keep(
            Permit permit, UUID id, ClientId client, PrivateNote.Kind kind, String text) {
        permit.require(Action.NOTE_WRITE, resource(client));
        clients.hold(permit, client);
        if (text.isBlank()) {
            return Change.refused("text", "EMPTY", "Nothing is written yet.");
        }
        if (text.length() > LONGEST) {
            return Change.refused(
                    "text",
                    "TOO_LONG",
                    "%,d characters: this holds %,d.".formatted(text.length(), LONGEST));
        }
        if (!records.keep(id, client, permit.actor().account(), kind, text, clock.instant())) {
            throw new NotFound();
        }
        audit.record(permit, "notes.private_note", id, client.value());
        return new Change.Done<>(id);
    }

    private static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
