package care.trellis.measures;

import static care.trellis.base.Action.MEASURE_GIVE;
import static care.trellis.base.Action.MEASURE_SETTINGS;
import static care.trellis.base.Action.MEASURE_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.base.Token;
import care.trellis.clients.ClientId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to handing measures out. */
@Service
public class Giving {

    /** How long six characters wait to be typed. */
    static final Duration CODE_WAITS = Duration.ofHours(2);

    /** How long a link can be answered. */
    static final Duration LINK_WAITS = Duration.ofDays(3);

    private static final int MOST_AT_ONCE = 8;
    private static final int SHOWN = 30;

    private final SittingRecords sittings;
    private final SubjectRecords subjects;
    private final ResponsePaths responsePaths;
    private final Library library;
    private final Handles handles;
    private final Audit audit;
    private final Once once;
    private final Clock clock;

    Giving(
            SittingRecords sittings,
            SubjectRecords subjects,
            ResponsePaths responsePaths,
            Library library,
            Handles handles,
            Audit audit,
            Once once,
            Clock clock) {
        this.sittings = sittings;
        this.subjects = subjects;
        this.responsePaths = responsePaths;
        this.library = library;
        this.handles = handles;
        this.audit = audit;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Hands measures out. The same key twice hands out once; the second time there is a new code or
     * link to the same sitting.
     *
     * @param key made with the form; becomes the sitting's id
     * @param wanted ids of instruments, in the order in which they are asked
     * @param takenOn the day on the paper, for {@link Mode#PAPER} only
     */
    @Transactional
    public Change<Given> give(
            Permit permit,
            UUID key,
            ClientId client,
            List<String> wanted,
            Mode mode,
            Language language,
            @Nullable LocalDate takenOn) {
        permit.require(MEASURE_GIVE, resource(client));
        var subject = subjects.of(client);
        var problems = problems(subject, wanted, mode, language, takenOn);
        if (!problems.none()) {
            return problems.refused();
        }
        var id = new SittingId(key);
        var content = "%s %s %s %s %s".formatted(client, wanted, mode, language, takenOn);
        if (once.first(permit, key, content)) {
            sittings.insert(
                    id, client, mode, language, takenOn, permit.actor().account(), clock.instant());
            int number = 1;
            for (var instrument : wanted) {
                var version = library.one(permit, instrument).instrument().about().version();
                sittings.add(id, client, number++, instrument, version);
            }
            audit.record(
                    permit,
                    "measures.sitting",
                    key,
                    client.value(),
                    mode + " " + String.join(" ", wanted));
        }
        return new Change.Done<>(handle(id, mode));
    }

    /** Gives a new code or link for a sitting that is not done; the former one opens nothing. */
    @Transactional
    public Given renew(Permit permit, ClientId client, SittingId id) {
        var sitting = one(permit, client, id);
        permit.require(MEASURE_GIVE);
        if (sitting.ended()) {
            throw new NotFound();
        }
        audit.record(permit, "measures.sitting", id.value(), client.value(), "renewed");
        return handle(id, sitting.mode());
    }

    /** Calls off what is still open in a sitting. */
    @Transactional
    public void callOff(Permit permit, ClientId client, SittingId id) {
        permit.require(MEASURE_GIVE);
        one(permit, client, id);
        sittings.callOff(id, clock.instant());
        audit.record(permit, "measures.sitting", id.value(), client.value(), "called off");
    }

    /** One sitting of this client. */
    @Transactional(readOnly = true)
    public Sitting one(Permit permit, ClientId client, SittingId id) {
        permit.require(resource(client), MEASURE_GIVE, MEASURE_VIEW);
        return sittings.find(id)
                .filter(sitting -> sitting.client().equals(client))
                .orElseThrow(NotFound::new);
    }

    /** The client's last sittings, the newest first. */
    @Transactional(readOnly = true)
    public List<Sitting> of(Permit permit, ClientId client) {
        permit.require(resource(client), MEASURE_GIVE, MEASURE_VIEW);
        return sittings.of(client, SHOWN);
    }

    /** Whom clients reach at any hour; empty as long as nobody is named. */
    @Transactional(readOnly = true)
    public Optional<String> responsePhone(Permit permit) {
        permit.require(permit.action());
        return responsePaths.phone();
    }

    /** Names the telephone that is answered at any hour. */
    @Transactional
    public Change<String> nameResponsePhone(Permit permit, String phone) {
        permit.require(MEASURE_SETTINGS);
        var problems =
                new Problems().text(phone, 40, "phone", "the telephone that is always answered");
        if (!problems.none()) {
            return problems.refused();
        }
        responsePaths.name(phone.strip(), clock.instant());
        audit.record(
                permit, "measures.response_path", permit.organization().value(), null, "named");
        return new Change.Done<>(phone.strip());
    }

    private Given handle(SittingId id, Mode mode) {
        var now = clock.instant();
        return switch (mode) {
            case TABLET -> {
                var code = handles.newCode();
                var until = now.plus(CODE_WAITS);
                sittings.handle(id, handles.codeHash(code), null, until);
                yield new Given(id, mode, code, "", until);
            }
            case LINK -> {
                var token = handles.newToken();
                Instant until = now.plus(LINK_WAITS);
                sittings.handle(id, null, Token.hash(token), until);
                yield new Given(id, mode, "", "/answer/" + token, until);
            }
            case CLINICIAN, PAPER -> new Given(id, mode, "", "", null);
        };
    }

    private Problems problems(
            Subject subject,
            List<String> wanted,
            Mode mode,
            Language language,
            @Nullable LocalDate takenOn) {
        var problems = new Problems();
        var offered = library.offered();
        problems.require(!wanted.isEmpty(), "instrument", "MISSING", "Choose a measure.");
        problems.require(
                wanted.size() <= MOST_AT_ONCE,
                "instrument",
                "TOO_MANY",
                "At most %d at once: more are not finished.".formatted(MOST_AT_ONCE));
        for (var id : wanted) {
            var one = offered.get(id);
            problems.require(
                    one != null && one.canBeGiven(mode, language),
                    "instrument",
                    "CANNOT_BE_GIVEN",
                    "%s cannot be given %s in %s."
                            .formatted(
                                    id,
                                    mode.label().toLowerCase(java.util.Locale.ROOT),
                                    language.own()));
            problems.require(
                    mode != Mode.LINK
                            || one == null
                            || !one.asksAboutSafety()
                            || responsePaths.phone().isPresent(),
                    "mode",
                    "NO_RESPONSE_PATH",
                    id
                            + " asks about suicide. It leaves by link only when somebody answers at any hour:"
                            + " name the telephone in the measures' settings.");
        }
        var today = LocalDate.ofInstant(clock.instant(), subject.zone());
        problems.require(
                mode != Mode.PAPER || (takenOn != null && !takenOn.isAfter(today)),
                "takenOn",
                "DAY",
                "Enter the day on the paper; it lies not ahead.");
        return problems;
    }

    static Resource resource(ClientId client) {
        return new Resource(Resource.Kind.CLIENT, client.value());
    }
}
