package care.trellis.whiteboard;

import static care.trellis.base.Action.SHIFT_VIEW;
import static care.trellis.base.Action.SHIFT_WRITE;

import care.trellis.audit.Audit;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Problems;
import care.trellis.base.Resource;
import care.trellis.base.Vault;
import care.trellis.base.news.News;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door to what a shift has to do: written on the board, taken by somebody, done. */
@Service
public class Tasks {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final ShiftRecords shifts;
    private final Vault vault;
    private final Audit audit;
    private final Once once;
    private final News news;
    private final Clock clock;

    Tasks(
            JdbcClient jdbc,
            ShiftRecords shifts,
            Vault vault,
            Audit audit,
            Once once,
            News news,
            Clock clock) {
        this.jdbc = jdbc;
        this.shifts = shifts;
        this.vault = vault;
        this.audit = audit;
        this.once = once;
        this.news = news;
        this.clock = clock;
    }

    /** What is not done, what nobody has first, then the oldest. */
    @Transactional(readOnly = true)
    public List<Task> open(Permit permit, UUID site) {
        permit.require(resource(site), SHIFT_VIEW, SHIFT_WRITE);
        return jdbc.sql(
                        """
                        select id, words, made_at, made_by_name, coalesce(owner_name, '') from whiteboard.task
                        where organization_id = :organization and site_id = :site and done_at is null
                        order by owner_id is not null, made_at, id
                        """)
                .param("organization", organization())
                .param("site", site)
                .query((row, number) -> {
                    var id = row.getObject(1, UUID.class);
                    return new Task(
                            id,
                            vault.open(id, row.getBytes(2)),
                            row.getTimestamp(3).toInstant(),
                            row.getString(4),
                            row.getString(5));
                })
                .list();
    }

    /**
     * Writes a task on the board.
     *
     * @param key of the form; becomes the task's id
     * @param words at most {@value #LONGEST} characters
     */
    @Transactional
    public Change<UUID> add(Permit permit, UUID key, UUID site, String words) {
        permit.require(SHIFT_WRITE, resource(site));
        shifts.require(site);
        var problems = new Problems().text(words, LONGEST, "words", "what has to be done");
        if (!problems.none()) {
            return problems.refused();
        }
        if (once.first(permit, key, "task " + site + words)) {
            jdbc.sql(
                            """
                            insert into whiteboard.task (organization_id, id, site_id, words, made_at, made_by_name)
                            values (:organization, :id, :site, :words, :now, :name)
                            """)
                    .param("organization", organization())
                    .param("id", key)
                    .param("site", site)
                    .param("words", vault.seal(key, words.strip()))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("name", permit.actor().name())
                    .update();
            changed(permit, site, key, "ADDED");
        }
        return new Change.Done<>(key);
    }

    /** The actor has it from now on. */
    @Transactional
    public void take(Permit permit, UUID site, UUID task) {
        permit.require(SHIFT_WRITE, resource(site));
        int taken =
                jdbc.sql(
                                """
                                update whiteboard.task set owner_id = :account, owner_name = :name
                                where organization_id = :organization and site_id = :site and id = :id and done_at is null
                                """)
                        .param("organization", organization())
                        .param("site", site)
                        .param("id", task)
                        .param("account", permit.actor().account())
                        .param("name", permit.actor().name())
                        .update();
        if (taken == 0) {
            throw new NotFound();
        }
        changed(permit, site, task, "TAKEN");
    }

    /** It is done, and leaves the board. */
    @Transactional
    public void done(Permit permit, UUID site, UUID task) {
        permit.require(SHIFT_WRITE, resource(site));
        int done =
                jdbc.sql(
                                """
                                update whiteboard.task
                                   set done_at = :now, owner_id = coalesce(owner_id, :account),
                                       owner_name = coalesce(owner_name, :name)
                                where organization_id = :organization and site_id = :site and id = :id and done_at is null
                                """)
                        .param("organization", organization())
                        .param("site", site)
                        .param("id", task)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("account", permit.actor().account())
                        .param("name", permit.actor().name())
                        .update();
        if (done == 0) {
            throw new NotFound();
        }
        changed(permit, site, task, "DONE");
    }

    private void changed(Permit permit, UUID site, UUID task, String what) {
        audit.record(permit, "whiteboard.task", task, null, what);
        news.tell(permit.organization(), Shifts.TOPIC, List.of(site));
    }

    private static Resource resource(UUID site) {
        return new Resource(Resource.Kind.SITE, site);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
