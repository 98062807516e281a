package care.trellis.papers;

import static care.trellis.base.Action.PAPER_EDIT;
import static care.trellis.base.Action.PAPER_SIGN;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Problems;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.organizations.StaffNames;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for signing papers: staff bind the answers by their hash, then the client signs or
 * says why not. Rooms that carry out what a paper says hear of it in the same transaction.
 */
@Service
public class PaperSignatures {

    private final Papers papers;
    private final PaperRecords records;
    private final List<Unfinished> unfinished;
    private final List<Objection> objections;
    private final Clients clients;
    private final StaffNames staff;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    PaperSignatures(
            Papers papers,
            PaperRecords records,
            List<Unfinished> unfinished,
            List<Objection> objections,
            Clients clients,
            StaffNames staff,
            Audit audit,
            Once once,
            ApplicationEventPublisher news,
            Clock clock) {
        this.papers = papers;
        this.records = records;
        this.unfinished = unfinished;
        this.objections = objections;
        this.clients = clients;
        this.staff = staff;
        this.audit = audit;
        this.once = once;
        this.news = news;
        this.clock = clock;
    }

    /** What other rooms still have open that this paper would close over; empty for most papers. */
    @Transactional(readOnly = true)
    public List<String> unfinished(Permit permit, ClientId client, FormDefinition form) {
        permit.require(permit.action(), Papers.resource(client));
        return form.group() == FormDefinition.Group.DISCHARGE
                ? unfinished.stream().flatMap(room -> room.of(permit, client).stream()).toList()
                : List.of();
    }

    /**
     * Signs a paper as staff. What is missing is said, and nothing is signed.
     *
     * @param key made with the page; becomes the signature's id
     * @param seen whether the signer has seen what is {@link #unfinished}
     */
    @Transactional
    public Change<PaperId> sign(
            Permit permit, UUID key, ClientId client, PaperId paper, boolean seen) {
        permit.require(PAPER_SIGN, Papers.resource(client));
        clients.hold(permit, client);
        var draft = papers.whole(permit, client, paper);
        if (draft.signed() != null) {
            return new Change.Done<>(paper);
        }
        var missing = draft.missing();
        if (!missing.isEmpty()) {
            return new Change.Refused<>(
                    missing.stream()
                            .map(question ->
                                    new Problem(question.id(), "MISSING", question.label()))
                            .toList());
        }
        var problems =
                objections.stream()
                        .flatMap(room ->
                                room.of(permit, client, draft.form(), draft.answers()).stream())
                        .toList();
        if (!problems.isEmpty()) {
            return new Change.Refused<>(problems);
        }
        if (!seen && !unfinished(permit, client, draft.form()).isEmpty()) {
            return Change.refused(
                    "seen", "UNFINISHED", "Say that you have seen what is unfinished.");
        }
        if (once.first(permit, key, "sign paper " + paper)) {
            var content =
                    new PaperContent(
                            PaperContent.FORMAT,
                            client.value().toString(),
                            draft.form().id(),
                            draft.form().version(),
                            draft.populations().stream().map(Enum::name).sorted().toList(),
                            draft.answers().fields());
            var today = clients.today(permit, client);
            var days = draft.form().reviewDays();
            records.insertVersion(
                    papers.head(permit, client, paper),
                    content.written(),
                    today,
                    clock.instant(),
                    days == null ? null : today.plusDays(days));
            records.sign(
                    key,
                    paper,
                    Paper.Signer.STAFF,
                    staff.printed(permit.actor()),
                    permit.actor().account(),
                    null,
                    clock.instant());
            audit.record(
                    permit, "papers.version", paper.value(), client.value(), draft.form().id());
            news.publishEvent(
                    new PaperSigned(permit, client, paper, draft.form().id(), draft.answers()));
        }
        return new Change.Done<>(paper);
    }

    /**
     * The client, or whoever signs for the client, signs in front of the actor after agreeing to an
     * electronic signature (15 USC 7001); or the reason is kept why not.
     *
     * @param refusal why the person does not sign; empty where the person signs
     */
    @Transactional
    public Change<PaperId> clientSigns(
            Permit permit,
            UUID key,
            ClientId client,
            PaperId paper,
            Paper.Signer signer,
            String name,
            boolean agreed,
            String refusal) {
        permit.require(PAPER_EDIT, Papers.resource(client));
        if (signer == Paper.Signer.STAFF) {
            throw new IllegalArgumentException("Staff sign under their own account");
        }
        var problems = new Problems().atMost(refusal, 500, "refusal", "the reason");
        if (refusal.isBlank()) {
            problems.text(name, 200, "name", "the name of the person who signs")
                    .require(
                            agreed,
                            "agreed",
                            "NOT_AGREED",
                            "Ask whether an electronic signature is fine; else print it and sign on paper.");
        }
        if (!problems.none()) {
            return problems.refused();
        }
        var head = papers.head(permit, client, paper);
        if (head.signedOn() == null) {
            return Change.refused("", "NOT_SIGNED", "Staff sign first.");
        }
        if (once.first(permit, key, "client signs " + paper + signer + name + refusal)) {
            records.sign(
                    key,
                    paper,
                    signer,
                    name.isBlank() ? clients.find(permit, client).person().name() : name.strip(),
                    permit.actor().account(),
                    refusal.isBlank() ? null : refusal.strip(),
                    clock.instant());
            audit.record(permit, "papers.signature", key, client.value(), signer.name());
        }
        return new Change.Done<>(paper);
    }
}
