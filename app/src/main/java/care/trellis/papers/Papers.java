package care.trellis.papers;

import static care.trellis.base.Action.PAPER_EDIT;
import static care.trellis.base.Action.PAPER_SIGN;
import static care.trellis.base.Action.PAPER_VIEW;

import care.trellis.access.Access;
import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to a client's papers. A draft begins with what earlier papers answered, saves
 * itself section by section, and is bound by {@link PaperSignatures}.
 */
@Service
public class Papers {

    /** The most characters that all answers of one section may have together. */
    public static final int LONGEST_SECTION = 60_000;

    private final PaperRecords records;
    private final Forms forms;
    private final Populations populations;
    private final Clients clients;
    private final Access access;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Papers(
            PaperRecords records,
            Forms forms,
            Populations populations,
            Clients clients,
            Access access,
            Audit audit,
            Once once,
            Clock clock) {
        this.records = records;
        this.forms = forms;
        this.populations = populations;
        this.clients = clients;
        this.access = access;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * A paper in a list.
     *
     * @param signedOn null while it is a draft
     * @param reviewOn when it is due again; null where it holds for good, and for a draft
     */
    public record Entry(
            PaperId id,
            FormDefinition form,
            Instant begunAt,
            String begunBy,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate reviewOn) {}

    /** Every paper that the reader may read, drafts first, the newest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(Permit permit, ClientId client) {
        permit.require(resource(client), PAPER_VIEW, PAPER_EDIT);
        return records.of(client).stream()
                .flatMap(head ->
                        forms.find(head.form()).filter(form -> mayRead(permit, form)).stream()
                                .map(form ->
                                        new Entry(
                                                head.id(),
                                                form,
                                                head.begunAt(),
                                                head.begunBy(),
                                                head.signedOn(),
                                                head.reviewOn())))
                .toList();
    }

    /** The forms that the reader may use, in the order of a stay. */
    public List<FormDefinition> forms(Permit permit) {
        return forms.all().stream().filter(form -> mayRead(permit, form)).toList();
    }

    /**
     * Begins a paper. Where a draft of the form is open already, that one goes on.
     *
     * @param key made with the page; becomes the paper's id
     */
    @Transactional
    public PaperId begin(Permit permit, UUID key, ClientId client, String form) {
        permit.require(PAPER_EDIT, resource(client));
        var wanted =
                forms.find(form).filter(found -> mayRead(permit, found)).orElseThrow(NotFound::new);
        clients.hold(permit, client);
        var draft =
                records.of(client).stream()
                        .filter(head -> head.form().equals(form) && head.signedOn() == null)
                        .findFirst();
        if (draft.isPresent()) {
            return draft.get().id();
        }
        var paper = new PaperId(key);
        if (once.first(permit, key, "paper " + client + form)) {
            records.insert(paper, client, wanted, clock.instant(), permit.actor());
            audit.record(permit, "papers.paper", key, client.value(), form);
        }
        return paper;
    }

    /**
     * Opens a paper; the opening is recorded.
     *
     * @throws NotFound where there is none of this client that the reader may read
     */
    @Transactional
    public Paper open(Permit permit, ClientId client, PaperId paper) {
        permit.require(resource(client), PAPER_VIEW, PAPER_EDIT, PAPER_SIGN);
        audit.record(permit, "papers.paper", paper.value(), client.value());
        return whole(permit, client, paper);
    }

    /** What the newest signed paper of a form says; nothing where none is signed. */
    @Transactional(readOnly = true)
    public Optional<Answers> latest(Permit permit, ClientId client, String form) {
        permit.require(permit.action(), resource(client));
        return records.versions(client).stream()
                .filter(version -> version.form().equals(form))
                .findFirst()
                .map(version -> answers(version));
    }

    /**
     * Saves a section as it is typed.
     *
     * @param revision the revision that the writer saw; 0 where the section was never saved
     */
    @Transactional
    public Saved save(
            Permit permit,
            ClientId client,
            PaperId paper,
            String section,
            int revision,
            Answers answers) {
        permit.require(PAPER_EDIT, resource(client));
        var head = head(permit, client, paper);
        if (head.signedOn() != null) {
            return new Saved.AlreadySigned();
        }
        var form = forms.find(head.form()).orElseThrow(NotFound::new);
        var questions = form.section(section).orElseThrow(NotFound::new).questions();
        var kept = answers.of(questions);
        int length =
                kept.fields().values().stream()
                        .flatMap(List::stream)
                        .mapToInt(String::length)
                        .sum();
        if (length > LONGEST_SECTION) {
            return new Saved.TooLong(LONGEST_SECTION);
        }
        var now = clock.instant();
        if (records.save(paper, section, revision + 1, kept, now, permit.actor())) {
            return new Saved.Stored(revision + 1);
        }
        var theirs = records.sections(paper).get(section);
        if (theirs == null || theirs.answers().equals(kept)) {
            return new Saved.Stored(theirs == null ? revision : theirs.revision());
        }
        return new Saved.Changed(theirs.revision(), theirs.answers(), theirs.by(), theirs.at());
    }

    Paper whole(Permit permit, ClientId client, PaperId paper) {
        var head = head(permit, client, paper);
        var form = forms.find(head.form()).orElseThrow(NotFound::new);
        var version = records.version(paper);
        if (version.isPresent()) {
            return signed(permit, head, form, version.get());
        }
        var sections = records.sections(paper);
        var typed =
                sections.values().stream()
                        .map(PaperRecords.Section::answers)
                        .reduce(Answers.NONE, Answers::orElse);
        var earlier = earlier(client);
        var reused = reused(form, sections.keySet(), earlier);
        var answers = typed.orElse(answersOf(form, sections.keySet(), earlier));
        return new Paper(
                head.id(),
                client,
                form,
                head.begunAt(),
                head.begunBy(),
                answers,
                sections.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> entry.getValue().revision())),
                reused,
                populations.of(permit, client, answers.orElse(merged(earlier))),
                null);
    }

    private Paper signed(
            Permit permit,
            PaperRecords.Head head,
            FormDefinition form,
            PaperRecords.Version version) {
        var content = PaperContent.read(version.written());
        var at = head.signedAt();
        return new Paper(
                head.id(),
                head.client(),
                form,
                head.begunAt(),
                head.begunBy(),
                new Answers(content.answers()),
                Map.of(),
                Map.of(),
                content.populations().stream()
                        .map(FormDefinition.Population::valueOf)
                        .collect(Collectors.toSet()),
                new Paper.Signed(
                        version.signedOn(),
                        at == null ? head.begunAt() : at,
                        head.reviewOn(),
                        Arrays.equals(version.hash(), PaperContent.hash(version.written())),
                        HexFormat.of().formatHex(version.hash()),
                        records.signatures(head.id())));
    }

    /** The newest signed papers, the newest first. */
    private List<PaperRecords.Version> earlier(ClientId client) {
        return records.versions(client).stream()
                .sorted(Comparator.comparing(PaperRecords.Version::signedOn).reversed())
                .toList();
    }

    private static Answers merged(List<PaperRecords.Version> newestFirst) {
        return newestFirst.stream().map(Papers::answers).reduce(Answers.NONE, Answers::orElse);
    }

    /** What is known of the questions in the sections that were never saved. */
    private static Answers answersOf(
            FormDefinition form, Set<String> saved, List<PaperRecords.Version> earlier) {
        var open =
                form.sections().stream()
                        .filter(section -> !saved.contains(section.id()))
                        .flatMap(section -> section.questions().stream())
                        .filter(question -> !question.fresh())
                        .toList();
        return merged(earlier).of(open);
    }

    private static Map<String, LocalDate> reused(
            FormDefinition form, Set<String> saved, List<PaperRecords.Version> earlier) {
        var reused = new HashMap<String, LocalDate>();
        for (var section : form.sections()) {
            if (saved.contains(section.id())) {
                continue;
            }
            for (var question : section.questions()) {
                earlier.stream()
                        .filter(version -> !question.fresh() && answers(version).has(question))
                        .findFirst()
                        .ifPresent(version -> reused.put(question.id(), version.signedOn()));
            }
        }
        return reused;
    }

    private static Answers answers(PaperRecords.Version version) {
        return new Answers(PaperContent.read(version.written()).answers());
    }

    PaperRecords.Head head(Permit permit, ClientId client, PaperId paper) {
        return records.find(client, paper)
                .filter(found ->
                        forms.find(found.form()).filter(form -> mayRead(permit, form)).isPresent())
                .orElseThrow(NotFound::new);
    }

    private boolean mayRead(Permit permit, FormDefinition form) {
        return !form.clinical() || access.mayByRole(permit.actor(), Action.NOTE_VIEW);
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
