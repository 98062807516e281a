package care.trellis.organizations;

import care.trellis.base.OrganizationContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL for sites and their rooms. */
@Component
class SiteRecords {

    private final JdbcClient jdbc;

    SiteRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Site> sites() {
        return jdbc.sql(
                        """
                        select id, name, time_zone, npi, address_line, city, state, postal_code,
                            retired_at is not null
                        from organizations.site
                        where organization_id = :organization
                        order by retired_at is not null, name
                        """)
                .param("organization", OrganizationContext.current().value())
                .query(SiteRecords::site)
                .list();
    }

    void add(SiteId id, SiteDetails details) {
        jdbc.sql(
                        """
                        insert into organizations.site (organization_id, id, name, time_zone, npi,
                            address_line, city, state, postal_code)
                        values (:organization, :id, :name, :timeZone, :npi, :addressLine, :city, :state,
                            :postalCode)
                        """)
                .params(Fields.of(details))
                .param("organization", OrganizationContext.current().value())
                .param("id", id.value())
                .update();
    }

    void change(SiteId id, SiteDetails details, boolean retired) {
        jdbc.sql(
                        """
                        update organizations.site
                        set name = :name, time_zone = :timeZone, npi = :npi, address_line = :addressLine,
                            city = :city, state = :state, postal_code = :postalCode,
                            retired_at = case when :retired then coalesce(retired_at, now()) end
                        where organization_id = :organization and id = :id
                        """)
                .params(Fields.of(details))
                .param("organization", OrganizationContext.current().value())
                .param("id", id.value())
                .param("retired", retired)
                .update();
    }

    List<Room> rooms() {
        return jdbc.sql(
                        """
                        select id, site_id, name, capacity, retired_at is not null
                        from organizations.room
                        where organization_id = :organization
                        order by retired_at is not null, name
                        """)
                .param("organization", OrganizationContext.current().value())
                .query((row, number) ->
                        new Room(
                                new RoomId(row.getObject(1, UUID.class)),
                                new SiteId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                row.getInt(4),
                                row.getBoolean(5)))
                .list();
    }

    void addRoom(RoomId id, SiteId site, String name, int capacity) {
        jdbc.sql(
                        """
                        insert into organizations.room (organization_id, id, site_id, name, capacity)
                        values (:organization, :id, :site, :name, :capacity)
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("id", id.value())
                .param("site", site.value())
                .param("name", name)
                .param("capacity", capacity)
                .update();
    }

    void changeRoom(RoomId id, String name, int capacity, boolean retired) {
        jdbc.sql(
                        """
                        update organizations.room
                        set name = :name, capacity = :capacity,
                            retired_at = case when :retired then coalesce(retired_at, now()) end
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", OrganizationContext.current().value())
                .param("id", id.value())
                .param("name", name)
                .param("capacity", capacity)
                .param("retired", retired)
                .update();
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        return new Site(
                new SiteId(row.getObject(1, UUID.class)),
                new SiteDetails(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)),
                row.getBoolean(9));
    }
}
