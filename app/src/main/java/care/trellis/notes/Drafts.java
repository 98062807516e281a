package care.trellis.notes;

import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for what is being typed in a group's note. Nothing typed is lost: where two people
 * write the same part at once, what stands is never overwritten and the other words are kept beside
 * it until somebody chooses.
 */
@Service
public class Drafts {

    private final NoteRecords notes;
    private final DraftRecords drafts;
    private final SignedNoteRecords signedNotes;
    private final ChipRecords chips;
    private final ChipBook book;
    private final Audit audit;
    private final Clock clock;

    Drafts(
            NoteRecords notes,
            DraftRecords drafts,
            SignedNoteRecords signedNotes,
            ChipRecords chips,
            ChipBook book,
            Audit audit,
            Clock clock) {
        this.notes = notes;
        this.drafts = drafts;
        this.signedNotes = signedNotes;
        this.chips = chips;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Saves the shared part.
     *
     * @param version the version that the writer saw; 0 for the first save
     * @param page made when the page was rendered: a save of the same page is never a conflict with
     *     itself, even where an answer was lost on the way
     */
    @Transactional
    public Saved saveShared(
            Permit permit, SessionId session, int version, UUID page, SharedText text) {
        permit.require(Action.NOTE_WRITE, resource(session));
        if (!notes.facilitates(session, permit.actor().staff())) {
            return new Saved.NotFacilitator();
        }
        if (notes.everythingSigned(session)) {
            return new Saved.AlreadySigned();
        }
        var problems = new ArrayList<Problem>();
        tooLong(problems, "focus", text.focus());
        tooLong(problems, "method", text.method());
        tooLong(problems, "narrative", text.narrative());
        if (!problems.isEmpty()) {
            return new Saved.Wrong(problems);
        }
        var stands = drafts.shared(session).orElse(null);
        int standing = stands == null ? 0 : stands.version();
        boolean same = stands == null || stands.text().whole().equals(text.whole());
        boolean seen = standing == version || (stands != null && page.equals(stands.page()));
        var now = clock.instant();
        if ((seen || same)
                && drafts.saveShared(session, standing, page, text, permit.actor(), now)) {
            return new Saved.Stored(standing + 1, now);
        }
        if (stands == null || !holds(stands.text().whole(), text.whole())) {
            drafts.setAside(session, session.value(), permit.actor(), text.whole(), now);
        }
        return new Saved.Changed(
                drafts.shared(session).map(DraftRecords.Shared::version).orElse(0));
    }

    /** Saves one client's line; version and page as for the shared part. */
    @Transactional
    public Saved saveLine(
            Permit permit,
            SessionId session,
            ClientId client,
            int version,
            UUID page,
            LineText text) {
        permit.require(Action.NOTE_WRITE, resource(session));
        if (!notes.facilitates(session, permit.actor().staff())) {
            return new Saved.NotFacilitator();
        }
        if (signedNotes.isSigned(session, client)) {
            return new Saved.AlreadySigned();
        }
        var problems = problems(session, client, text);
        if (!problems.isEmpty()) {
            return new Saved.Wrong(problems);
        }
        var stands = drafts.line(session, client).orElse(null);
        int standing = stands == null ? 0 : stands.version();
        boolean same =
                stands == null
                        || standing == 0
                        || stands.text().strip().equals(text.text().strip());
        boolean seen = standing == version || (stands != null && page.equals(stands.page()));
        if ((seen || same) && store(permit, session, client, standing, page, text, stands)) {
            return new Saved.Stored(standing + 1, clock.instant());
        }
        if (stands == null || !holds(stands.text(), text.text())) {
            drafts.setAside(
                    session, client.value(), permit.actor(), text.text().strip(), clock.instant());
        }
        return new Saved.Changed(
                drafts.line(session, client).map(DraftRecords.Line::version).orElse(0));
    }

    /** What waits beside the draft of a session, the oldest first. */
    @Transactional(readOnly = true)
    public List<SetAside> setAside(Permit permit, SessionId session) {
        permit.require(
                resource(session),
                Action.NOTE_VIEW,
                Action.NOTE_WRITE,
                Action.NOTE_SIGN,
                Action.CHECK_IN,
                Action.ATTENDANCE_CORRECT);
        return drafts.setAside(session);
    }

    /**
     * Chooses between what stands and what was set aside.
     *
     * @param part the client whose line it is; the session itself for the shared part
     * @param account whose words were set aside
     * @throws NotFound where nothing is set aside there
     */
    @Transactional
    public Saved choose(
            Permit permit, SessionId session, UUID part, UUID account, SetAside.Choice choice) {
        permit.require(Action.NOTE_WRITE, resource(session));
        if (!notes.facilitates(session, permit.actor().staff())) {
            return new Saved.NotFacilitator();
        }
        var aside =
                drafts.setAside(session).stream()
                        .filter(it -> it.part().equals(part) && it.account().equals(account))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        boolean shared = part.equals(session.value());
        if (!shared && signedNotes.isSigned(session, new ClientId(part))) {
            return new Saved.AlreadySigned();
        }
        var now = clock.instant();
        drafts.settle(session, part, account, now);
        audit.record(
                permit, "notes.set_aside", session.value(), shared ? null : part, choice.name());
        return shared
                ? chooseShared(permit, session, aside, choice)
                : chooseLine(permit, session, new ClientId(part), aside, choice);
    }

    private Saved chooseShared(
            Permit permit, SessionId session, SetAside aside, SetAside.Choice choice) {
        var stands = drafts.shared(session).orElseThrow(NotFound::new);
        var text =
                new SharedText(
                        stands.text().focus(),
                        stands.text().method(),
                        chosen(stands.text().narrative(), aside.text(), choice));
        var now = clock.instant();
        drafts.saveShared(session, stands.version(), new UUID(0, 0), text, permit.actor(), now);
        return new Saved.Stored(stands.version() + 1, now);
    }

    private Saved chooseLine(
            Permit permit,
            SessionId session,
            ClientId client,
            SetAside aside,
            SetAside.Choice choice) {
        var stands = drafts.line(session, client).orElseThrow(NotFound::new);
        var text = chosen(stands.text(), aside.text(), choice);
        var writer =
                switch (choice) {
                    case KEEP_STANDING -> stands.writtenBy();
                    case TAKE_ASIDE -> aside.account();
                    case BOTH -> permit.actor().account();
                };
        var now = clock.instant();
        drafts.replaceText(
                session, client, text, writer, alike(session, client, text), permit.actor(), now);
        return new Saved.Stored(stands.version() + 1, now);
    }

    private static String chosen(String standing, String aside, SetAside.Choice choice) {
        return switch (choice) {
            case KEEP_STANDING -> standing;
            case TAKE_ASIDE -> aside;
            case BOTH -> (standing.strip() + "\n" + aside.strip()).strip();
        };
    }

    private boolean store(
            Permit permit,
            SessionId session,
            ClientId client,
            int version,
            UUID page,
            LineText text,
            DraftRecords.@Nullable Line stands) {
        var zone = notes.zone(session);
        var taps = chips.of(session).stream().filter(it -> it.client().equals(client)).toList();
        var says = ChipSentence.of(book, taps, text.participation(), zone);
        boolean byHand = byHand(text, says, stands);
        var writer =
                stands != null && stands.text().strip().equals(text.text().strip())
                        ? stands.writtenBy()
                        : permit.actor().account();
        return drafts.saveLine(
                session,
                client,
                version,
                page,
                text,
                new DraftRecords.Made(
                        byHand ? text.observed().strip() : says,
                        byHand,
                        writer,
                        alike(session, client, text.text())),
                permit.actor(),
                clock.instant());
    }

    /**
     * The sentence belongs to the chips until somebody types over it; emptied, it is theirs again.
     */
    private static boolean byHand(LineText text, String says, DraftRecords.@Nullable Line stands) {
        var observed = text.observed().strip();
        if (observed.equals(text.observedShown().strip())) {
            return stands != null && stands.byHand() && observed.equals(stands.observed().strip());
        }
        return !observed.isEmpty() && !observed.equals(says);
    }

    private int alike(SessionId session, ClientId client, String text) {
        var words = Individuality.words(text);
        return drafts.lastFive(session, client).stream()
                .mapToInt(before -> Individuality.percent(words, Individuality.words(before)))
                .max()
                .orElse(0);
    }

    private List<Problem> problems(SessionId session, ClientId client, LineText text) {
        var problems = new ArrayList<Problem>();
        tooLong(problems, "text", text.text());
        tooLong(problems, "observed", text.observed());
        tooLong(problems, "noGoalReason", text.noGoalReason());
        var participation = text.participation();
        if (participation != null && (participation < 1 || participation > 4)) {
            problems.add(
                    new Problem(
                            "participation", "LEVEL_UNKNOWN", "Choose one of the four levels."));
        }
        var goal = text.goal();
        if (goal != null && !notes.hasOpenGoal(session, client, goal)) {
            problems.add(
                    new Problem(
                            "goal",
                            "GOAL_NOT_OPEN",
                            "This goal is not open on that day; choose another, or say that none applies."));
        }
        return problems;
    }

    /** Whether every line of the words stands there already, as after both were kept. */
    private static boolean holds(String stands, String words) {
        return stands.strip().lines().toList().containsAll(words.strip().lines().toList());
    }

    private static void tooLong(List<Problem> problems, String field, String text) {
        if (text.length() > LineText.LONGEST) {
            problems.add(
                    new Problem(
                            field,
                            "TOO_LONG",
                            "%,d characters: this holds %,d. Shorten it; until then it stays on this page only."
                                    .formatted(text.length(), LineText.LONGEST)));
        }
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }
}
