package care.trellis.base;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction by telling PostgreSQL whose rows it may see. {@code set local} (not
 * {@code set_config}) so that a distributed PostgreSQL passes it on; the text comes out of a UUID,
 * never out of input. Without an organization no transaction begins.
 */
final class OrganizationTransactionManager extends JdbcTransactionManager {

    OrganizationTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        var organization = OrganizationContext.current();
        super.doBegin(transaction, definition);
        try {
            enter(DataSourceUtils.getConnection(obtainDataSource()), organization);
        } catch (SQLException refused) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException(
                    "The organization could not be set", refused);
        }
    }

    private static void enter(Connection connection, OrganizationId organization)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local app.organization = '" + organization.value() + "'");
        }
    }
}
