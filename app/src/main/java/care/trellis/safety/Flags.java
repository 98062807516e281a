package care.trellis.safety;

import static care.trellis.base.Action.SAFETY_EDIT;
import static care.trellis.base.Action.SAFETY_FLAG;
import static care.trellis.base.Action.SAFETY_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.organizations.SiteId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door to risk flags: anybody raises one, clinicians take and close them. */
@Service
public class Flags {

    /** The longest description of what was seen or done, in characters. */
    public static final int LONGEST = 4000;

    private final FlagRecords records;
    private final Clients clients;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Flags(
            FlagRecords records,
            Clients clients,
            Audit audit,
            Once once,
            ApplicationEventPublisher news,
            Clock clock) {
        this.records = records;
        this.clients = clients;
        this.audit = audit;
        this.once = once;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Raises a flag: it stands in the inbox of whoever is on call at the client's site, and on the
     * chart, until it is closed. The same key twice raises one.
     *
     * @param permit for {@code SAFETY_FLAG} on this client; a measure that is scored by the program
     *     itself brings the system's
     * @param key made with the form; becomes the flag's id
     * @param words what was seen or said, at most {@value #LONGEST} characters; may be empty where
     *     the kind says it all
     */
    @Transactional
    public Change<FlagId> raise(
            Permit permit,
            UUID key,
            ClientId client,
            Flag.Kind kind,
            Flag.Level level,
            Flag.Source source,
            String words) {
        permit.require(SAFETY_FLAG, resource(client));
        var problems = new Problems().atMost(words, LONGEST, "words", "what you saw");
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        var flag = new FlagId(key);
        if (once.first(permit, key, "flag " + client + kind + level + source + words)) {
            insert(permit, flag, client, kind, level, source, words.strip());
        }
        return new Change.Done<>(flag);
    }

    /**
     * Raises the flag of an answer within the transaction that keeps the answer, which also makes
     * sure that it is raised once.
     *
     * @param permit the system's, for {@code SAFETY_FLAG}
     * @param id of what the answer raised; becomes the flag's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raiseOfAnswer(
            Permit permit, UUID id, ClientId client, Flag.Kind kind, Flag.Level level) {
        permit.require(SAFETY_FLAG, resource(client));
        insert(permit, new FlagId(id), client, kind, level, Flag.Source.MEASURE, "");
    }

    private void insert(
            Permit permit,
            FlagId flag,
            ClientId client,
            Flag.Kind kind,
            Flag.Level level,
            Flag.Source source,
            String words) {
        records.insert(flag, client, kind, level, source, words, clock.instant(), permit.actor());
        audit.record(permit, "safety.flag", flag.value(), client.value(), kind + " " + level);
        news.publishEvent(new FlagRaised(client, flag, level));
    }

    /** A client's flags, those that stand first, the newest first. The reading is recorded. */
    @Transactional
    public List<Flag> of(Permit permit, ClientId client) {
        permit.require(resource(client), SAFETY_VIEW, SAFETY_EDIT);
        var found = records.of(client);
        audit.recordMany(permit, "safety.flag", client.value(), found.size());
        return found;
    }

    /**
     * Every flag that stands at the actor's sites, the one due first at the top; where it is
     * nobody's, whoever is on call answers for it.
     */
    @Transactional
    public List<Standing> standing(Permit permit) {
        permit.require(SAFETY_VIEW);
        var found =
                records.standing().stream()
                        .filter(one -> permit.actor().worksAt(one.site()))
                        .toList();
        audit.recordMany(permit, "safety.flag", null, found.size());
        return found;
    }

    /** Makes the actor its owner; the one before is told by the history. Its clock runs on. */
    @Transactional
    public void take(Permit permit, ClientId client, FlagId flag) {
        permit.require(SAFETY_EDIT, resource(client));
        var stands = open(client, flag);
        if (records.own(stands.id(), permit.actor())) {
            step(permit, client, flag, Flag.Step.Kind.TAKEN, "");
        }
    }

    /**
     * Writes down what was done. Closing says why the danger is over, and nothing can be added
     * after it.
     *
     * @param words at least a few when it is closed, at most {@value #LONGEST} characters
     */
    @Transactional
    public Change<FlagId> act(
            Permit permit,
            UUID key,
            ClientId client,
            FlagId flag,
            Flag.Step.Kind kind,
            String words) {
        permit.require(SAFETY_EDIT, resource(client));
        var problems = new Problems().atMost(words, LONGEST, "words", "what was done");
        if (kind == Flag.Step.Kind.CLOSED) {
            problems.require(!words.isBlank(), "words", "MISSING", "Write why the danger is over.");
        }
        if (!problems.none()) {
            return problems.refused();
        }
        clients.hold(permit, client);
        if (!once.first(permit, key, "step " + flag + kind + words)) {
            return new Change.Done<>(flag);
        }
        open(client, flag);
        step(permit, client, flag, kind, words.strip());
        if (kind == Flag.Step.Kind.CLOSED) {
            records.close(flag, clock.instant());
        }
        return new Change.Done<>(flag);
    }

    /** Who is on call at the site; nobody where no one took the watch yet. */
    @Transactional(readOnly = true)
    public Optional<OnCall> onCall(Permit permit, SiteId site) {
        permit.require(SAFETY_VIEW, SAFETY_EDIT, SAFETY_FLAG);
        return records.onCall(site);
    }

    /** Hands the watch of a site to the actor, from now on. */
    @Transactional
    public Change<SiteId> goOnCall(Permit permit, SiteId site, String phone) {
        permit.require(SAFETY_EDIT);
        if (!permit.actor().worksAt(site.value()) || !records.isSite(site)) {
            throw new NotFound();
        }
        var problems = new Problems().text(phone, 40, "phone", "the number that reaches you");
        if (!problems.none()) {
            return problems.refused();
        }
        var id = records.goOnCall(site, permit.actor(), phone.strip(), clock.instant());
        audit.record(permit, "safety.on_call", id, null);
        return new Change.Done<>(site);
    }

    private Flag open(ClientId client, FlagId flag) {
        return records.of(client).stream()
                .filter(one -> one.id().equals(flag) && one.isOpen())
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void step(
            Permit permit, ClientId client, FlagId flag, Flag.Step.Kind kind, String words) {
        records.step(flag, kind, words, clock.instant(), permit.actor());
        audit.record(permit, "safety.step", flag.value(), client.value(), kind.name());
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
