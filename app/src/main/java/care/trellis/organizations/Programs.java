package care.trellis.organizations;

import static care.trellis.base.Action.MEASURE_SETTINGS;
import static care.trellis.base.Action.ORGANIZATION_EDIT;
import static care.trellis.base.Action.ORGANIZATION_VIEW;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to programs: what is offered where, and what payers and the law take it for. */
@Service
public class Programs {

    private final ProgramRecords records;
    private final Sites sites;
    private final Audit audit;
    private final Once once;
    private final ApplicationEventPublisher events;

    Programs(
            ProgramRecords records,
            Sites sites,
            Audit audit,
            Once once,
            ApplicationEventPublisher events) {
        this.records = records;
        this.sites = sites;
        this.audit = audit;
        this.once = once;
        this.events = events;
    }

    /** Every program, those in use first. */
    @Transactional(readOnly = true)
    public List<TreatmentProgram> all(Permit permit) {
        permit.require(ORGANIZATION_VIEW, ORGANIZATION_EDIT, MEASURE_SETTINGS);
        return records.programs();
    }

    /**
     * One program.
     *
     * @throws NotFound where this organization has no such program
     */
    @Transactional(readOnly = true)
    public TreatmentProgram one(Permit permit, ProgramId id) {
        return all(permit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Opens a program at a site.
     *
     * @param key made with the form, so that a second press adds nothing; becomes the new id
     */
    @Transactional
    public Change<ProgramId> add(Permit permit, UUID key, ProgramDetails details) {
        permit.require(ORGANIZATION_EDIT);
        sites.one(permit, details.site());
        var id = new ProgramId(key);
        var problems = problems(id, details.site(), details);
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "program " + details)) {
            records.add(id, details);
            audit.record(permit, "organizations.program", key, null, "ADDED");
        }
        return new Change.Done<>(id);
    }

    /** Writes a program anew; it stays at its site. Weeks that rules look at become stale. */
    @Transactional
    public Change<ProgramId> change(
            Permit permit, ProgramId id, ProgramDetails details, boolean retired) {
        permit.require(ORGANIZATION_EDIT);
        var problems = problems(id, one(permit, id).details().site(), details);
        if (!problems.none()) {
            return problems.refused();
        }
        records.change(id, details, retired);
        audit.record(permit, "organizations.program", id.value(), null, "CHANGED");
        events.publishEvent(new ProgramChanged(id));
        return new Change.Done<>(id);
    }

    private Problems problems(ProgramId id, SiteId site, ProgramDetails details) {
        boolean taken =
                records.programs().stream()
                        .anyMatch(it ->
                                it.details().site().equals(site)
                                        && it.details().name().equals(details.name())
                                        && !it.id().equals(id));
        return details.problems()
                .require(
                        !taken,
                        "name",
                        "NAME_TAKEN",
                        "This site has a program of this name; choose another.");
    }
}
