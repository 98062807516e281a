package care.trellis.notes;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.plans.Objectives;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to notes of one client outside a group: individual and family sessions, contacts,
 * visits. A draft is its author's alone until it is signed; then it stands in the record and never
 * changes.
 */
@Service
public class ClientNotes {

    /** The longest text of one part, in characters. */
    public static final int LONGEST = 20_000;

    private static final Duration LONGEST_CONTACT = Duration.ofHours(12);

    private final ClientNoteRecords records;
    private final SignedNoteRecords signedNotes;
    private final ReviewRecords reviews;
    private final Clients clients;
    private final Objectives objectives;
    private final Once once;
    private final Audit audit;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    ClientNotes(
            ClientNoteRecords records,
            SignedNoteRecords signedNotes,
            ReviewRecords reviews,
            Clients clients,
            Objectives objectives,
            Once once,
            Audit audit,
            ApplicationEventPublisher news,
            Clock clock) {
        this.records = records;
        this.signedNotes = signedNotes;
        this.reviews = reviews;
        this.clients = clients;
        this.objectives = objectives;
        this.once = once;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Begins a draft. The same key twice begins one.
     *
     * @param key made with the form; becomes the draft's id
     * @param session the planned session that it documents, or null; its times are taken over
     * @throws NotFound where the client is not expected in that session
     */
    @Transactional
    public UUID begin(
            Permit permit,
            UUID key,
            ClientId client,
            NoteKind kind,
            NoteFormat format,
            @Nullable SessionId session) {
        permit.require(Action.NOTE_WRITE, resource(client));
        clients.hold(permit, client);
        var planned =
                session == null
                        ? null
                        : records.planned(client, session).orElseThrow(NotFound::new);
        if (once.first(permit, key, "note " + client + kind + format + session)) {
            records.insert(
                    key,
                    client,
                    session,
                    kind,
                    format,
                    planned,
                    permit.actor().account(),
                    clock.instant());
            audit.record(permit, "notes.client_draft", key, client.value(), kind.name());
        }
        return key;
    }

    /**
     * The author's own draft.
     *
     * @throws NotFound for everybody else, and once it is signed or discarded
     */
    @Transactional
    public ClientDraft open(Permit permit, ClientId client, UUID id) {
        permit.require(resource(client), Action.NOTE_WRITE, Action.NOTE_SIGN);
        audit.record(permit, "notes.client_draft", id, client.value());
        return draft(permit, client, id);
    }

    /** The objectives that the client had open on the day of the draft, or has today. */
    @Transactional(readOnly = true)
    public List<NoteLine.Goal> goals(Permit permit, ClientDraft draft) {
        permit.require(resource(draft.client()), Action.NOTE_WRITE, Action.NOTE_SIGN);
        return openGoals(permit, draft);
    }

    /** The person's own drafts, the oldest first. */
    @Transactional(readOnly = true)
    public List<ClientDraft> drafts(Permit permit) {
        permit.require(Action.NOTE_SIGN, Action.NOTE_WRITE, Action.OWN_ACCOUNT);
        return records.open(permit.actor().account());
    }

    /**
     * Saves what is typed. Two pages of the same person never overwrite one another: the second
     * learns that there is a newer version and keeps its words.
     *
     * @param draft as it should be; its version is the one that the page saw
     */
    @Transactional
    public Saved save(Permit permit, UUID page, ClientDraft draft) {
        permit.require(Action.NOTE_WRITE, resource(draft.client()));
        var stands = draft(permit, draft.client(), draft.id());
        var problems = sensible(permit, draft);
        if (!problems.isEmpty()) {
            return new Saved.Wrong(problems);
        }
        if (stands.version() != draft.version() && !page.equals(stands.page())) {
            return new Saved.Changed(stands.version());
        }
        var now = clock.instant();
        records.save(draft, page, permit.actor().account(), now);
        return new Saved.Stored(stands.version() + 1, now);
    }

    /**
     * Signs the draft as it is saved.
     *
     * @param key made when the page was rendered; becomes the id of the signature
     * @param lateReason why it is signed {@link Notes#LATE} or more after the contact
     */
    @Transactional
    public ClientSigning sign(
            Permit permit, UUID key, ClientId client, UUID id, String lateReason) {
        permit.require(Action.NOTE_SIGN, resource(client));
        var before = signedNotes.noteOf(key);
        if (before.isPresent()) {
            return new ClientSigning.Signed(before.get());
        }
        var draft = draft(permit, client, id);
        var now = clock.instant();
        var problems = missing(permit, draft, lateReason, now);
        if (!problems.isEmpty()) {
            return new ClientSigning.NotReady(problems);
        }
        once.first(permit, key, "sign " + id);
        var staff = permit.actor().staff();
        var signer = signedNotes.signer(permit.actor());
        var written = ClientNoteWriter.content(draft, signer, goal(permit, draft)).written();
        var note =
                new SignedNoteRecords.Entry(Ids.next(), client, written, NoteContent.hash(written));
        signedNotes.insertSignature(
                key,
                draft.session(),
                permit.actor().account(),
                signer,
                "Author",
                isLate(draft, now) ? lateReason.strip() : "",
                now,
                NoteContent.manifest(List.of(note.hash())));
        signedNotes.insert(key, draft.session(), dayOf(draft), List.of(note));
        reviews.ask(key, staff, now, now.plus(NoteReviews.TERM));
        records.end(id, permit.actor().account(), true, now);
        audit.record(permit, "notes.signed_note", note.id(), client.value(), draft.kind().name());
        if (draft.session() != null) {
            news.publishEvent(new NotesSigned(draft.session(), dayOf(draft), List.of(client)));
        }
        return new ClientSigning.Signed(new NoteId(note.id()));
    }

    /** Puts a draft away. It stays on record and is shown nowhere. */
    @Transactional
    public void discard(Permit permit, ClientId client, UUID id) {
        permit.require(Action.NOTE_WRITE, resource(client));
        draft(permit, client, id);
        records.end(id, permit.actor().account(), false, clock.instant());
        audit.record(permit, "notes.client_draft", id, client.value(), "DISCARDED");
    }

    /** Whether a signature now would be a late entry. */
    public static boolean isLate(ClientDraft draft, Instant now) {
        var ends = draft.endsAt();
        return ends != null && !now.isBefore(ends.plus(Notes.LATE));
    }

    private ClientDraft draft(Permit permit, ClientId client, UUID id) {
        return records.find(client, id, permit.actor().account()).orElseThrow(NotFound::new);
    }

    private List<NoteLine.Goal> openGoals(Permit permit, ClientDraft draft) {
        var open = objectives.open(permit, List.of(draft.client()), dayOf(draft));
        return NoteRecords.goals(open.getOrDefault(draft.client(), List.of()));
    }

    private NoteLine.@Nullable Goal goal(Permit permit, ClientDraft draft) {
        return openGoals(permit, draft).stream()
                .filter(goal -> goal.id().equals(draft.goal()))
                .findFirst()
                .orElse(null);
    }

    private LocalDate dayOf(ClientDraft draft) {
        var day = draft.day();
        return day == null ? LocalDate.ofInstant(clock.instant(), draft.zone()) : day;
    }

    /** What no draft may hold. */
    private List<Problem> sensible(Permit permit, ClientDraft draft) {
        var problems = new ArrayList<Problem>();
        var starts = draft.startsAt();
        var ends = draft.endsAt();
        if (starts != null && starts.isAfter(clock.instant().plus(Duration.ofMinutes(5)))) {
            problems.add(
                    new Problem(
                            "starts", "IN_FUTURE", "This has not begun yet: check day and time."));
        }
        if (starts != null && ends != null && !ends.isAfter(starts)) {
            problems.add(new Problem("ends", "TIME_ORDER", "It ends before it begins."));
        } else if (starts != null
                && ends != null
                && Duration.between(starts, ends).compareTo(LONGEST_CONTACT) > 0) {
            problems.add(new Problem("ends", "TOO_LONG_CONTACT", "That is more than 12 hours."));
        }
        for (int part = 0; part < draft.text().parts().size(); part++) {
            int length = draft.text().parts().get(part).length();
            if (length > LONGEST) {
                problems.add(
                        new Problem(
                                "part" + part,
                                "TOO_LONG",
                                "%,d characters: this holds %,d. Shorten it; until then it stays on this page only."
                                        .formatted(length, LONGEST)));
            }
        }
        var goal = draft.goal();
        if (goal != null
                && openGoals(permit, draft).stream().noneMatch(open -> open.id().equals(goal))) {
            problems.add(
                    new Problem("goal", "GOAL_NOT_OPEN", "This goal is not open on that day."));
        }
        return problems;
    }

    /** What a signature asks besides. */
    private List<Problem> missing(
            Permit permit, ClientDraft draft, String lateReason, Instant now) {
        var problems = new ArrayList<>(sensible(permit, draft));
        if (draft.startsAt() == null || draft.endsAt() == null) {
            problems.add(
                    new Problem(
                            "starts", "TIMES_MISSING", "Enter when it began and when it ended."));
        }
        if (draft.text().blank()) {
            problems.add(new Problem("part0", "EMPTY", "Nothing is written yet."));
        }
        if (draft.goal() == null && draft.noGoalReason().isBlank()) {
            problems.add(
                    new Problem(
                            "goal", "NO_GOAL", "Choose an objective, or say why none applies."));
        }
        if (draft.kind().withOthers()) {
            if (draft.text().others().isBlank()) {
                problems.add(new Problem("others", "OTHERS_MISSING", "Say who took part."));
            }
            if (draft.text().allowedBy().isBlank()) {
                problems.add(
                        new Problem(
                                "allowedBy",
                                "RELEASE_MISSING",
                                "Name the release, or the exception that allows this contact."));
            }
        }
        var session = draft.session();
        if (session != null && signedNotes.isSigned(session, draft.client())) {
            problems.add(
                    new Problem(
                            "", "SESSION_DOCUMENTED", "This session has a signed note already."));
        }
        if (isLate(draft, now) && lateReason.isBlank()) {
            problems.add(
                    new Problem(
                            "lateReason",
                            "LATE_REASON_MISSING",
                            "Say why it is signed more than a day later."));
        }
        return problems;
    }

    private static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
