package care.trellis.base;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells PostgreSQL that a transaction moves rows by the thousand. A connection keeps the plan that
 * a statement had when it first ran, maybe on tables that were empty then; one client's rows are
 * found quickly by any such plan, ten thousand claims are not. What planning costs is nothing
 * beside them.
 */
@Component
public class BulkWork {

    private final JdbcClient jdbc;

    BulkWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From here to the end of the transaction each statement is planned for the rows it meets, and
     * sorts in memory (64 MB a step).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin() {
        plansAreKept(false);
        jdbc.sql("set local work_mem = '64MB'").update();
    }

    /**
     * Writes rows that come with the statement: it has one plan only, and PostgreSQL would plan
     * even the check of each reference of each row, four times what the check itself costs.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Runnable rows) {
        plansAreKept(true);
        rows.run();
        plansAreKept(false);
    }

    private void plansAreKept(boolean kept) {
        jdbc.sql(
                        "set local plan_cache_mode = "
                                + (kept ? "force_generic_plan" : "force_custom_plan"))
                .update();
    }
}
