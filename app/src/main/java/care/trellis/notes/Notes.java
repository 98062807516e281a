package care.trellis.notes;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to notes. What is typed saves itself; what is signed never changes; what is added
 * later is an addendum.
 */
@Service
public class Notes {

    private final NoteRecords records;
    private final SignedNoteRecords signedNotes;
    private final Once once;
    private final Audit audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Notes(
            NoteRecords records,
            SignedNoteRecords signedNotes,
            Once once,
            Audit audit,
            ApplicationEventPublisher news,
            Clock clock) {
        this.records = records;
        this.signedNotes = signedNotes;
        this.once = once;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /**
     * The note of a session as it stands, with every client expected.
     *
     * @throws NotFound where there is no such session
     */
    @Transactional
    public GroupNote open(Permit permit, SessionId session) {
        permit.require(Action.NOTE_VIEW, resource(session));
        audit.recordMany(permit, "notes.draft", session.value(), 1);
        return note(session);
    }

    /** Everything that has to be done before the line can be signed; empty when it is ready. */
    public List<Blocker> blockers(GroupNote note, NoteLine line) {
        return NoteChecks.blockers(note, line, clock.instant());
    }

    /**
     * Saves the shared part.
     *
     * @param version the version that the writer saw; 0 for the first save
     */
    @Transactional
    public Saved saveShared(
            Permit permit,
            SessionId session,
            int version,
            String focus,
            String method,
            String narrative) {
        permit.require(Action.NOTE_WRITE, resource(session));
        if (!records.facilitates(session, permit.actor().staff())) {
            return new Saved.NotFacilitator();
        }
        if (records.everythingSigned(session)) {
            return new Saved.AlreadySigned();
        }
        var now = clock.instant();
        var stored =
                records.saveShared(
                        session, version, focus, method, narrative, now, permit.actor().account());
        return stored
                ? new Saved.Stored(version + 1, now)
                : new Saved.Changed(records.sharedVersion(session));
    }

    /**
     * Saves one client's line.
     *
     * @param participation 1 to 4, or null
     * @param goal one of the client's open goals, or null
     */
    @Transactional
    public Saved saveLine(
            Permit permit,
            SessionId session,
            ClientId client,
            int version,
            String text,
            @Nullable Integer participation,
            @Nullable UUID goal,
            String noGoalReason) {
        permit.require(Action.NOTE_WRITE, resource(session));
        if (!records.facilitates(session, permit.actor().staff())) {
            return new Saved.NotFacilitator();
        }
        if (signedNotes.isSigned(session, client)) {
            return new Saved.AlreadySigned();
        }
        var now = clock.instant();
        var stored =
                records.saveLine(
                        session,
                        client,
                        version,
                        text,
                        participation,
                        goal,
                        noGoalReason,
                        now,
                        permit.actor().account());
        return stored
                ? new Saved.Stored(version + 1, now)
                : new Saved.Changed(records.lineVersion(session, client));
    }

    /**
     * Signs every line that is ready, in one pass; the others stay as they are, each with what it
     * waits for. Signing twice with one key signs once.
     *
     * @param key made when the page was rendered; it becomes the id of the signature
     */
    @Transactional
    public Signing sign(Permit permit, UUID key, SessionId session) {
        permit.require(Action.NOTE_SIGN, resource(session));
        records.lock(session);
        var note = note(session);
        if (!note.facilitatedBy(permit.actor().staff())) {
            return new Signing.NotFacilitator();
        }
        if (!once.first(permit, key, "sign " + session.value())) {
            return new Signing.Signed(signedNotes.signedBy(key), waiting(note, clock.instant()));
        }
        var now = clock.instant();
        var waiting = waiting(note, now);
        var ready =
                note.lines().stream()
                        .filter(line ->
                                line.present()
                                        && !line.signed()
                                        && !waiting.containsKey(line.client()))
                        .toList();
        if (ready.isEmpty()) {
            return new Signing.NothingReady(waiting);
        }
        sign(permit, key, note, ready, now);
        var clients = ready.stream().map(NoteLine::client).toList();
        audit.recordMany(permit, "notes.signed_note", key, clients.size());
        news.publishEvent(new NotesSigned(session, note.localDate(), clients));
        return new Signing.Signed(clients, waiting);
    }

    /**
     * The other facilitator signs what is already signed: one signature over the hashes of all
     * signed notes of the session.
     *
     * @return how many notes it covers; 0 when there is nothing to sign, or it was signed by the
     *     same person before
     */
    @Transactional
    public int cosign(Permit permit, UUID key, SessionId session) {
        permit.require(Action.NOTE_SIGN, resource(session));
        records.lock(session);
        var note = note(session);
        var account = permit.actor().account();
        var before = note.passes().stream().anyMatch(pass -> pass.account().equals(account));
        if (!note.facilitatedBy(permit.actor().staff())
                || before
                || !once.first(permit, key, "cosign " + session.value())) {
            return 0;
        }
        var hashes = signedNotes.hashes(session);
        if (!hashes.isEmpty()) {
            signature(permit, key, note, "Co-facilitator", hashes, clock.instant());
            audit.recordMany(permit, "notes.signature", key, hashes.size());
        }
        return hashes.size();
    }

    /**
     * A signed note, to read. The reading is recorded.
     *
     * @throws NotFound where there is none, or the permit was decided for another client
     */
    @Transactional
    public SignedNote read(Permit permit, ClientId client, NoteId id) {
        permit.require(Action.NOTE_VIEW, new Resource(Resource.Kind.CLIENT, client.value()));
        var note =
                signedNotes
                        .find(id)
                        .filter(found -> found.client().equals(client))
                        .orElseThrow(NotFound::new);
        audit.record(permit, "notes.signed_note", id.value(), client.value());
        return note;
    }

    /**
     * Adds to a signed note. The note itself stays as it was signed.
     *
     * @param key made when the page was rendered; it becomes the id of the addendum
     * @throws NotFound where there is no such note of this client
     */
    @Transactional
    public void add(
            Permit permit, UUID key, ClientId client, NoteId id, String reason, String text) {
        permit.require(Action.NOTE_SIGN, new Resource(Resource.Kind.CLIENT, client.value()));
        signedNotes
                .find(id)
                .filter(found -> found.client().equals(client))
                .orElseThrow(NotFound::new);
        if (once.first(permit, key, id.value() + "\n" + reason + "\n" + text)) {
            signedNotes.add(key, id, permit.actor(), reason, text, clock.instant());
            audit.record(permit, "notes.addendum", key, client.value());
        }
    }

    private GroupNote note(SessionId session) {
        return records.find(session, clock.instant()).orElseThrow(NotFound::new);
    }

    private static Map<ClientId, List<Blocker>> waiting(GroupNote note, Instant now) {
        var waiting = new LinkedHashMap<ClientId, List<Blocker>>();
        for (NoteLine line : note.lines()) {
            if (!line.signed()) {
                var blockers = NoteChecks.blockers(note, line, now);
                if (!blockers.isEmpty()) {
                    waiting.put(line.client(), blockers);
                }
            }
        }
        return waiting;
    }

    private void sign(Permit permit, UUID key, GroupNote note, List<NoteLine> ready, Instant now) {
        var signed = new ArrayList<SignedNoteRecords.Entry>();
        for (NoteLine line : ready) {
            var written = NoteWriter.content(note, line).written();
            signed.add(
                    new SignedNoteRecords.Entry(
                            Ids.next(), line.client(), written, NoteContent.hash(written)));
        }
        signature(
                permit,
                key,
                note,
                "Author",
                signed.stream().map(SignedNoteRecords.Entry::hash).toList(),
                now);
        signedNotes.insert(key, note.session(), note.localDate(), signed);
    }

    private void signature(
            Permit permit,
            UUID id,
            GroupNote note,
            String meaning,
            List<byte[]> hashes,
            Instant now) {
        var signer =
                note.facilitators().stream()
                        .filter(facilitator -> facilitator.staff().equals(permit.actor().staff()))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        signedNotes.insertSignature(
                id,
                note.session(),
                permit.actor().account(),
                signer,
                meaning,
                now,
                NoteContent.manifest(hashes));
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }
}
