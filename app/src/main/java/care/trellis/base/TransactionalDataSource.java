package care.trellis.base;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The data source that the rooms' SQL goes through: it gives out the connection of the running
 * transaction and no other, so that no statement can run before the organization is set.
 */
final class TransactionalDataSource extends DelegatingDataSource implements InfrastructureProxy {

    private final DataSource pool;

    TransactionalDataSource(DataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /** Spring looks the running transaction's connection up under the pool itself. */
    @Override
    public Object getWrappedObject() {
        return pool;
    }

    @Override
    public Connection getConnection() {
        throw new IllegalStateException(
                "SQL outside a transaction: nothing may be read or written");
    }
}
