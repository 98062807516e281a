package care.trellis.safety.web;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.organizations.SiteId;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sites whose watch an actor can take. */
@Repository
class WatchedSites {

    /** One site. */
    record Watched(SiteId id, String name, ZoneId zone) {}

    private final JdbcClient jdbc;

    WatchedSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<Watched> of(Permit permit) {
        return jdbc
                .sql(
                        """
                        select id, name, time_zone from organizations.public_site
                        where organization_id = :organization order by name
                        """)
                .param("organization", OrganizationContext.current().value())
                .query((row, number) ->
                        new Watched(
                                new SiteId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                ZoneId.of(row.getString("time_zone"))))
                .list()
                .stream()
                .filter(site -> permit.actor().worksAt(site.id().value()))
                .toList();
    }
}
