package care.trellis.imports;

import static care.trellis.base.Action.IMPORT_RUN;

import care.trellis.audit.Audit;
import care.trellis.base.NotFound;
import care.trellis.base.Once;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.organizations.SiteId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front door to imports that work in the background while a page watches. Where the program is
 * stopped in the middle, everybody taken so far is whole, and the same files again take the rest.
 */
@Service
public class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    /** A run that gave no sign for so long was stopped with the program. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Imports imports;
    private final Audit audit;
    private final Once once;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Runs(
            Imports imports,
            Audit audit,
            Once once,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.audit = audit;
        this.once = once;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Starts an import and returns at once. The same key twice starts one.
     *
     * @param key made with the form; becomes the run's id
     * @param finished called when nobody needs the files any more, on either press
     */
    public void start(
            Permit permit, UUID key, SiteId site, List<InputFile> files, Runnable finished) {
        permit.require(IMPORT_RUN);
        if (files.isEmpty() || !permit.actor().worksAt(site.value())) {
            finished.run();
            throw new NotFound();
        }
        var names = files.stream().map(InputFile::name).toList();
        boolean first =
                Boolean.TRUE.equals(
                        transaction.execute(status -> {
                            if (!once.first(permit, key, "import " + site + names)) {
                                return false;
                            }
                            insert(permit, key, site, files.size());
                            audit.recordMany(permit, "imports.run", key, files.size());
                            return true;
                        }));
        if (!first) {
            finished.run();
            return;
        }
        Thread.ofVirtual()
                .name("import")
                .start(() ->
                        OrganizationContext.run(
                                permit.organization(),
                                () -> work(permit, key, site, files, finished)));
    }

    /** How an import stands. */
    public Run find(Permit permit, UUID run) {
        permit.require(IMPORT_RUN);
        var found =
                transaction.execute(status ->
                        jdbc.sql(
                                        """
                                        select files, files_done, seen_at, report from imports.run
                                        where organization_id = :organization and id = :id
                                        """)
                                .param("organization", permit.organization().value())
                                .param("id", run)
                                .query((row, number) -> {
                                    var seen = row.getObject("seen_at", OffsetDateTime.class);
                                    var report = row.getString("report");
                                    return new Run(
                                            run,
                                            row.getInt("files"),
                                            row.getInt("files_done"),
                                            report == null
                                                    && seen.toInstant()
                                                            .isBefore(
                                                                    clock.instant().minus(SILENCE)),
                                            Optional.ofNullable(report)
                                                    .map(json ->
                                                            JSON.readValue(json, Report.class)));
                                })
                                .optional());
        return found.orElseThrow(NotFound::new);
    }

    private void work(
            Permit permit, UUID run, SiteId site, List<InputFile> files, Runnable finished) {
        try {
            var report = imports.run(permit, site, files, done -> progress(permit, run, done));
            end(permit, run, report);
        } catch (RuntimeException bug) {
            LOG.error("Import {} broke off: {}", run, bug.getClass().getName());
            end(
                    permit,
                    run,
                    new Report(
                            List.of(
                                    FileReport.without(
                                            "All files",
                                            FileReport.State.REFUSED,
                                            "The import broke off. Who was taken so far is whole; import the files again"))));
        } finally {
            finished.run();
        }
    }

    private void insert(Permit permit, UUID run, SiteId site, int files) {
        jdbc.sql(
                        """
                        insert into imports.run (organization_id, id, account_id, site_id, files, started_at, seen_at)
                        values (:organization, :id, :account, :site, :files, :now, :now)
                        """)
                .param("organization", permit.organization().value())
                .param("id", run)
                .param("account", permit.actor().account())
                .param("site", site.value())
                .param("files", files)
                .param("now", now())
                .update();
    }

    private void progress(Permit permit, UUID run, int done) {
        transaction.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                update imports.run set files_done = :done, seen_at = :now
                                where organization_id = :organization and id = :id
                                """)
                        .param("organization", permit.organization().value())
                        .param("id", run)
                        .param("done", done)
                        .param("now", now())
                        .update());
    }

    private void end(Permit permit, UUID run, Report report) {
        transaction.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                update imports.run set report = :report, ended_at = :now, seen_at = :now
                                where organization_id = :organization and id = :id
                                """)
                        .param("organization", permit.organization().value())
                        .param("id", run)
                        .param("report", JSON.writeValueAsString(report))
                        .param("now", now())
                        .update());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
