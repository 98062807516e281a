package care.trellis.drugtests.web;

import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sites and short names, as lists of tests show them. */
@Component
class TestPlaces {

    /** A site and its clock. */
    record Place(SiteId id, String name, ZoneId zone) {}

    private final JdbcClient jdbc;

    TestPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    List<Place> sites() {
        return jdbc.sql(
                        """
                        select id, name, time_zone from organizations.public_site
                        where organization_id = :organization order by name
                        """)
                .param("organization", OrganizationContext.current().value())
                .query((row, number) ->
                        new Place(
                                new SiteId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    /** First names with the initial of the family name. */
    @Transactional(readOnly = true)
    Map<ClientId, String> names(Collection<ClientId> clients) {
        var names = new HashMap<ClientId, String>();
        jdbc.sql(
                        """
                        select id, given_name || ' ' || left(family_name, 1) || '.' as name from clients.public_client
                        where organization_id = :organization and id = any(:clients)
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("clients", clients.stream().map(ClientId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(new ClientId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }
}
