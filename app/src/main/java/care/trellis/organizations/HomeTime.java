package care.trellis.organizations;

import care.trellis.base.OrganizationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar of the organization as a whole: that of its first site by name. It says what "today"
 * means on pages about several sites; what is about one client or session keeps the time of its own
 * site.
 */
@Component
public class HomeTime {

    private final JdbcClient jdbc;
    private final Clock clock;

    HomeTime(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The zone of the first site; UTC while there is none. */
    @Transactional(readOnly = true)
    public ZoneId zone() {
        return jdbc.sql(
                        """
                        select time_zone from organizations.site
                        where organization_id = :organization order by name limit 1
                        """)
                .param("organization", OrganizationContext.current().value())
                .query((row, number) -> ZoneId.of(row.getString(1)))
                .optional()
                .orElse(ZoneOffset.UTC);
    }

    /** The day that it is there now. */
    @Transactional(readOnly = true)
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** The day that it was there at a moment. */
    @Transactional(readOnly = true)
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }
}
