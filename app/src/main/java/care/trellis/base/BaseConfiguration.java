package care.trellis.base;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wires the clock and the two ways into PostgreSQL: inside one organization, and into the
 * platform's own tables.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class BaseConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The ordinary way: {@code @Transactional} methods of the rooms. */
    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource pool) {
        return new OrganizationTransactionManager(pool);
    }

    /** The ordinary way in, for a few statements inside a method. */
    @Bean
    @Primary
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    /** What the rooms write their SQL with. Outside a transaction it refuses. */
    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource pool) {
        return JdbcClient.create(new TransactionalDataSource(pool));
    }

    /**
     * The platform's own tables (sign-in sessions, jobs): no organization is set, so no
     * organization's row is seen.
     */
    @Bean
    Platform platform(DataSource pool) {
        var template = new TransactionTemplate(new JdbcTransactionManager(pool));
        return new Platform(template, JdbcClient.create(new TransactionalDataSource(pool)));
    }
}
