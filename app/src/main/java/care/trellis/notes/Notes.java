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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to notes. What is signed never changes; what is added later is an addendum. What
 * is being typed goes through {@link Drafts}.
 */
@Service
public class Notes {

    /** A signature this long after the group is a late entry: it is stamped, and says why. */
    public static final Duration LATE = Duration.ofHours(24);

    private final NoteRecords records;
    private final DraftRecords drafts;
    private final SignedNoteRecords signedNotes;
    private final ReviewRecords reviews;
    private final Once once;
    private final Audit audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Notes(
            NoteRecords records,
            DraftRecords drafts,
            SignedNoteRecords signedNotes,
            ReviewRecords reviews,
            Once once,
            Audit audit,
            ApplicationEventPublisher news,
            Clock clock) {
        this.records = records;
        this.drafts = drafts;
        this.signedNotes = signedNotes;
        this.reviews = reviews;
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
        permit.require(resource(session), Action.NOTE_VIEW, Action.NOTE_SIGN);
        audit.recordMany(permit, "notes.draft", session.value(), 1);
        return note(permit, session);
    }

    /**
     * The note after a save of it: what the page needs to say where each line stands. It is part of
     * the writing, so no reading is recorded.
     */
    @Transactional(readOnly = true)
    public GroupNote afterSave(Permit permit, SessionId session) {
        permit.require(Action.NOTE_WRITE, resource(session));
        return note(permit, session);
    }

    /**
     * What was written of one client in the last three groups. The reading is recorded.
     *
     * @throws NotFound where the client is not on the roster
     */
    @Transactional
    public Beside beside(Permit permit, SessionId session, ClientId client) {
        permit.require(Action.NOTE_VIEW, resource(session));
        var note = note(permit, session);
        var line =
                note.lines().stream()
                        .filter(it -> it.client().equals(client))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        audit.record(permit, "notes.draft_line", session.value(), client.value());
        return new Beside(
                line.givenName(),
                note.localDate(),
                drafts.lastThree(session, client, note.localDate()));
    }

    /** How every line stands before the signature of this person. */
    public Map<ClientId, Standing> standings(Permit permit, GroupNote note) {
        return standings(permit.actor().account(), note, clock.instant());
    }

    /**
     * The note for its facilitators while they put right who was there.
     *
     * @throws NotFound for everybody else
     */
    @Transactional(readOnly = true)
    public GroupNote ofFacilitator(Permit permit, SessionId session) {
        permit.require(
                resource(session), Action.CHECK_IN, Action.ATTENDANCE_CORRECT, Action.NOTE_WRITE);
        var note = note(permit, session);
        if (!note.facilitatedBy(permit.actor().staff())) {
            throw new NotFound();
        }
        return note;
    }

    /** Of each client on the roster the objective that the last notes served most often. */
    @Transactional(readOnly = true)
    public Map<ClientId, UUID> usualGoals(Permit permit, SessionId session) {
        permit.require(
                resource(session),
                Action.NOTE_VIEW,
                Action.NOTE_WRITE,
                Action.NOTE_SIGN,
                Action.CHECK_IN,
                Action.ATTENDANCE_CORRECT);
        return records.usualGoals(session);
    }

    /**
     * Signs every line that is ready, in one pass; the others stay as they are, each with what it
     * waits for. Signing twice with one key signs once.
     *
     * @param key made when the page was rendered; it becomes the id of the signature
     * @param lateReason why it is signed {@link #LATE} or more after the group; may be empty before
     */
    @Transactional
    public Signing sign(Permit permit, UUID key, SessionId session, String lateReason) {
        permit.require(Action.NOTE_SIGN, resource(session));
        records.lock(session);
        var note = note(permit, session);
        if (!note.facilitatedBy(permit.actor().staff())) {
            return new Signing.NotFacilitator();
        }
        var now = clock.instant();
        if (isLate(note, now) && lateReason.isBlank()) {
            return new Signing.LateReasonMissing();
        }
        var waiting = waiting(permit.actor().account(), note, now);
        if (!once.first(permit, key, "sign " + session.value())) {
            return new Signing.Signed(signedNotes.signedBy(key), waiting);
        }
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
        sign(permit, key, note, ready, lateReason.strip(), now);
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
        var note = note(permit, session);
        var account = permit.actor().account();
        var before = note.passes().stream().anyMatch(pass -> pass.account().equals(account));
        if (!note.facilitatedBy(permit.actor().staff())
                || before
                || !once.first(permit, key, "cosign " + session.value())) {
            return 0;
        }
        var hashes = signedNotes.hashes(session);
        if (!hashes.isEmpty()) {
            signature(permit, key, note, "Co-facilitator", hashes, "", clock.instant());
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

    private GroupNote note(Permit permit, SessionId session) {
        return records.find(permit, session, clock.instant()).orElseThrow(NotFound::new);
    }

    /** Whether a signature now would be a late entry. */
    public static boolean isLate(GroupNote note, Instant now) {
        return !now.isBefore(note.endsAt().plus(LATE));
    }

    private static Map<ClientId, Standing> standings(UUID account, GroupNote note, Instant now) {
        var standings = NoteChecks.of(note, now);
        for (NoteLine line : note.lines()) {
            var standing = standings.get(line.client());
            if (standing != null && line.present() && !line.signed() && !line.writtenBy(account)) {
                var blockers = new ArrayList<>(standing.blockers());
                blockers.add(Blocker.ANOTHERS_WORDS);
                standings.put(line.client(), new Standing(blockers, standing.cautions()));
            }
        }
        return standings;
    }

    private static Map<ClientId, List<Blocker>> waiting(UUID account, GroupNote note, Instant now) {
        var waiting = new LinkedHashMap<ClientId, List<Blocker>>();
        standings(account, note, now)
                .forEach((client, standing) -> {
                    if (!standing.clear()) {
                        waiting.put(client, standing.blockers());
                    }
                });
        return waiting;
    }

    private void sign(
            Permit permit,
            UUID key,
            GroupNote note,
            List<NoteLine> ready,
            String lateReason,
            Instant now) {
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
                isLate(note, now) ? lateReason : "",
                now);
        signedNotes.insert(key, note.session(), note.localDate(), signed);
        reviews.ask(key, permit.actor().staff(), now, now.plus(NoteReviews.TERM));
    }

    private void signature(
            Permit permit,
            UUID id,
            GroupNote note,
            String meaning,
            List<byte[]> hashes,
            String lateReason,
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
                lateReason,
                now,
                NoteContent.manifest(hashes));
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }
}
