package care.trellis.kiosk;

import care.trellis.attendance.Status;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may stand at a door, and where they are expected; read from what other rooms publish. */
@Repository
class ExpectedRecords {

    /** A client whom clues may lead to. */
    record Person(ClientId client, String givenName, String familyName, LocalDate born) {

        @Override
        public String toString() {
            return "Person[" + client.value() + "]";
        }
    }

    private final JdbcClient jdbc;

    ExpectedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Clients of the site with this birthday. */
    List<Person> born(UUID site, MonthDay day) {
        return jdbc.sql(
                        """
                        select id, given_name, family_name, birth_date from clients.public_client
                        where organization_id = :organization and site_id = :site
                          and extract(month from birth_date) = :month and extract(day from birth_date) = :day
                        order by id
                        """)
                .param("organization", organization())
                .param("site", site)
                .param("month", day.getMonthValue())
                .param("day", day.getDayOfMonth())
                .query((row, number) -> person(row))
                .list();
    }

    Optional<Person> one(ClientId client) {
        return jdbc.sql(
                        """
                        select id, given_name, family_name, birth_date from clients.public_client
                        where organization_id = :organization and id = :client
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> person(row))
                .optional();
    }

    /** Everybody who is expected at the site that day. */
    List<Person> expected(UUID site, LocalDate day) {
        return jdbc.sql(
                        """
                        select distinct c.id, c.given_name, c.family_name, c.birth_date
                        from sessions.public_session s
                        join sessions.public_roster e
                          on e.organization_id = s.organization_id and e.session_id = s.id
                        join clients.public_client c on c.organization_id = e.organization_id and c.id = e.client_id
                        where s.organization_id = :organization and s.site_id = :site and s.local_date = :day
                        """)
                .param("organization", organization())
                .param("site", site)
                .param("day", day)
                .query((row, number) -> person(row))
                .list();
    }

    /** The client's sessions at the site that day, in the order in which they begin. */
    List<Place> places(UUID site, ClientId client, LocalDate day) {
        return jdbc.sql(
                        """
                        select s.id, s.title, coalesce(r.name, ''), s.modality, s.starts_at, s.ends_at, s.zone,
                               coalesce(m.status, 'EXPECTED'), m.arrived_at, m.left_at
                        from sessions.public_roster e
                        join sessions.public_session s
                          on s.organization_id = e.organization_id and s.id = e.session_id and s.site_id = :site
                        left join organizations.public_room r
                          on r.organization_id = s.organization_id and r.id = s.room_id
                        left join attendance.public_mark m
                          on m.organization_id = e.organization_id and m.session_id = e.session_id
                         and m.client_id = e.client_id
                        where e.organization_id = :organization and e.client_id = :client and e.local_date = :day
                        order by s.starts_at, s.id
                        """)
                .param("organization", organization())
                .param("site", site)
                .param("client", client.value())
                .param("day", day)
                .query((row, number) ->
                        new Place(
                                new SessionId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                DatedSession.roomWords(row.getString(3)),
                                row.getString(4).equals("VIDEO"),
                                row.getTimestamp(5).toInstant(),
                                row.getTimestamp(6).toInstant(),
                                ZoneId.of(row.getString(7)),
                                Status.valueOf(row.getString(8)),
                                instant(row.getTimestamp(9)),
                                instant(row.getTimestamp(10))))
                .list();
    }

    /** Where a client belongs. */
    record Site(UUID id, ZoneId zone) {}

    Optional<Site> site(ClientId client) {
        return jdbc.sql(
                        """
                        select c.site_id, s.time_zone
                        from clients.public_client c
                        join organizations.public_site s
                          on s.organization_id = c.organization_id and s.id = c.site_id
                        where c.organization_id = :organization and c.id = :client
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) ->
                        new Site(row.getObject(1, UUID.class), ZoneId.of(row.getString(2))))
                .optional();
    }

    /** The door of a device, as long as it was not ended. */
    Optional<Door> doorOfDevice(UUID device) {
        return jdbc.sql(
                        """
                        select d.id, d.site_id, s.time_zone
                        from kiosk.device d
                        join organizations.public_site s
                          on s.organization_id = d.organization_id and s.id = d.site_id
                        where d.organization_id = :organization and d.id = :id and d.revoked_at is null
                        """)
                .param("organization", organization())
                .param("id", device)
                .query((row, number) -> door(row))
                .optional();
    }

    /** The door of a video session, as long as it takes place. */
    Optional<Door> doorOfSession(UUID session) {
        return jdbc.sql(
                        """
                        select id, site_id, zone from sessions.public_session
                        where organization_id = :organization and id = :id and cancelled_at is null
                        """)
                .param("organization", organization())
                .param("id", session)
                .query((row, number) -> door(row))
                .optional();
    }

    private static Door door(ResultSet row) throws SQLException {
        return new Door(
                OrganizationContext.current(),
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                ZoneId.of(row.getString(3)));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new ClientId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class));
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
