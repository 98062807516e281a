package care.trellis.curricula;

import static care.trellis.base.Action.CURRICULUM_TEACH;
import static care.trellis.base.Action.CURRICULUM_VIEW;
import static care.trellis.base.Action.PLACEMENT_EDIT;
import static care.trellis.base.Action.PLACEMENT_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.clients.ClientId;
import care.trellis.sessions.SessionId;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The front door to the curriculum: a facilitator says what a session teaches, attendance says who
 * got it and for how long.
 */
@Service
public class Curricula {

    private final CurriculumRecords records;
    private final Audit audit;
    private final Clock clock;
    private final Curriculum core;

    Curricula(CurriculumRecords records, Audit audit, Clock clock) throws IOException {
        this.records = records;
        this.audit = audit;
        this.clock = clock;
        try (var file =
                Objects.requireNonNull(
                        Curricula.class.getResourceAsStream("/content/curricula/core-16.yaml"))) {
            this.core = new YAMLMapper().readValue(file, Curriculum.class);
        }
    }

    /** The curriculum of the program. */
    public Curriculum curriculum() {
        return core;
    }

    /** What the session teaches; nothing where nobody said. */
    @Transactional(readOnly = true)
    public Optional<Curriculum.Module> of(Permit permit, SessionId session) {
        permit.require(resource(session), CURRICULUM_VIEW, CURRICULUM_TEACH);
        return records.moduleOf(session).flatMap(core::module);
    }

    /**
     * What a facilitator might teach next: modules whose last time in this track lies longest ago,
     * never taught ones first, in the order of the outline.
     */
    @Transactional(readOnly = true)
    public List<Curriculum.Module> next(Permit permit, SessionId session, int most) {
        permit.require(resource(session), CURRICULUM_VIEW, CURRICULUM_TEACH);
        var last = records.lastTaught(session);
        return core.modules().stream()
                .sorted(
                        Comparator.comparing((Curriculum.Module module) ->
                                last.getOrDefault(module.code(), LocalDate.MIN)))
                .limit(most)
                .toList();
    }

    /**
     * Says what the session teaches; said again it replaces what was said.
     *
     * @throws NotFound where there is no such session or module
     */
    @Transactional
    public void teach(Permit permit, SessionId session, String module) {
        permit.require(CURRICULUM_TEACH, resource(session));
        if (core.module(module).isEmpty() || !records.isSession(session)) {
            throw new NotFound();
        }
        records.teach(session, core.id(), module, permit.actor(), clock.instant());
        audit.record(permit, "curricula.taught", session.value(), null, module);
    }

    /**
     * Takes back what sessions were to teach, with a program that is taken back as a whole.
     *
     * @return sessions that were to teach something
     */
    @Transactional
    public int forget(Permit permit, Collection<SessionId> sessions) {
        permit.require(CURRICULUM_TEACH);
        int forgotten = records.forget(sessions);
        audit.recordMany(permit, "curricula.taught", null, forgotten);
        return forgotten;
    }

    /** Every module with the minutes this client got of it, and when it is taught next. */
    @Transactional(readOnly = true)
    public List<Exposure> exposure(Permit permit, ClientId client) {
        permit.require(CURRICULUM_VIEW, new Resource(Resource.Kind.CLIENT, client.value()));
        var minutes = records.minutes(client);
        var ahead = records.ahead(client, clock.instant());
        return core.modules().stream()
                .map(module ->
                        new Exposure(
                                module,
                                core.core().contains(module.code()),
                                minutes.getOrDefault(module.code(), 0),
                                ahead.getOrDefault(module.code(), List.of())))
                .toList();
    }

    /** The core modules that each of these clients was not there for, by their codes. */
    @Transactional(readOnly = true)
    public Map<ClientId, Set<String>> missing(Permit permit, Collection<ClientId> clients) {
        permit.require(CURRICULUM_VIEW, PLACEMENT_VIEW, PLACEMENT_EDIT);
        var missing = new HashMap<ClientId, Set<String>>();
        for (var client : clients) {
            var minutes = records.minutes(client);
            missing.put(
                    client,
                    core.core().stream()
                            .filter(code -> minutes.getOrDefault(code, 0) * 2 < core.minutes())
                            .collect(Collectors.toSet()));
        }
        return missing;
    }

    private static Resource resource(SessionId session) {
        return new Resource(Resource.Kind.SESSION, session.value());
    }
}
