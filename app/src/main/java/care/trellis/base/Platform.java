package care.trellis.base;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way into the schema {@code platform} and the few security-definer functions, before any
 * organization is known. The row policies of all other tables refuse here.
 */
public final class Platform {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    Platform(TransactionTemplate transaction, JdbcClient jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Does the work in a transaction of its own, committed when it returns. */
    public <T> T in(Function<JdbcClient, T> work) {
        return transaction.execute(status -> work.apply(jdbc));
    }

    /**
     * Goes on inside one organization, within the transaction of {@link #in}: what follows sees its
     * rows and no others. For the step from a sign-in session to its account, which every request
     * takes.
     */
    public <T> T within(OrganizationId organization, Supplier<T> work) {
        jdbc.sql("set local app.organization = '" + organization.value() + "'").update();
        return OrganizationContext.in(organization, work::get);
    }

    /** Every organization of this installation, for a job that then works inside one at a time. */
    public List<OrganizationId> organizations() {
        return in(sql ->
                sql.sql("select id from platform.organizations() as id")
                        .query((row, number) -> new OrganizationId(row.getObject(1, UUID.class)))
                        .list());
    }
}
