package care.trellis.measures.web;

import care.trellis.base.OrganizationContext;
import care.trellis.organizations.SiteId;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which zone a site's clocks run. */
@Component
class SiteZones {

    private final JdbcClient jdbc;

    SiteZones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    ZoneId of(SiteId site) {
        return ZoneId.of(
                jdbc.sql(
                                """
                                select time_zone from organizations.public_site
                                where organization_id = :organization and id = :site
                                """)
                        .param("organization", OrganizationContext.current().value())
                        .param("site", site.value())
                        .query(String.class)
                        .single());
    }
}
