package care.trellis.downtime;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of packs, and of the codes on their sheets. */
@Component
class PackRecords {

    private final JdbcClient jdbc;

    PackRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A site as packs need it. */
    record Site(SiteId id, String name, ZoneId zone) {}

    /** A group of a day. */
    record Group(UUID id, String title, Instant starts, Instant ends, String room, String leads) {}

    /** Somebody expected in a group. */
    record Expected(UUID session, ClientId client, String given, String family) {

        /** First name and last initial. */
        String name() {
            return given + " " + family.charAt(0) + ".";
        }
    }

    /** How somebody is reached. */
    record Reach(String phone, String contact) {}

    /** A pack that was made. */
    record Made(
            SiteId site,
            LocalDate day,
            Instant at,
            boolean byItself,
            int people,
            List<String> files,
            @Nullable String problem) {}

    List<Site> sites() {
        return jdbc.sql(
                        """
                        select id, name, time_zone from organizations.public_site
                        where organization_id = :organization order by name
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Site(
                                new SiteId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                ZoneId.of(row.getString(3))))
                .list();
    }

    String organizationName() {
        return jdbc.sql(
                        "select name from organizations.public_organization where organization_id = :organization")
                .param("organization", organization())
                .query(String.class)
                .single();
    }

    List<Group> groups(SiteId site, LocalDate day) {
        return jdbc.sql(
                        """
                        select s.id, s.title, s.starts_at, s.ends_at, coalesce(r.name, '') as room,
                               coalesce((select string_agg(p.given_name || ' ' || p.family_name, ', ' order by f.part desc)
                                           from sessions.public_facilitator f
                                           join organizations.public_staff p
                                             on p.organization_id = f.organization_id and p.id = f.staff_id
                                          where f.organization_id = s.organization_id and f.session_id = s.id), '') as leads
                        from sessions.public_session s
                        left join organizations.public_room r on r.organization_id = s.organization_id and r.id = s.room_id
                        where s.organization_id = :organization and s.site_id = :site and s.local_date = :day
                          and s.cancelled_at is null
                        order by s.starts_at, s.title, s.id
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("day", day)
                .query((row, number) ->
                        new Group(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                instant(row, 3),
                                instant(row, 4),
                                row.getString(5),
                                row.getString(6)))
                .list();
    }

    List<Expected> expected(Collection<UUID> sessions) {
        return jdbc.sql(
                        """
                        select r.session_id, r.client_id, c.given_name, c.family_name
                        from sessions.public_roster r
                        join clients.public_client c on c.organization_id = r.organization_id and c.id = r.client_id
                        where r.organization_id = :organization and r.session_id = any(:sessions)
                        order by lower(c.given_name), lower(c.family_name), r.client_id
                        """)
                .param("organization", organization())
                .param("sessions", sessions.toArray(UUID[]::new))
                .query((row, number) ->
                        new Expected(
                                row.getObject(1, UUID.class),
                                new ClientId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    Map<ClientId, Reach> reach(Collection<ClientId> clients) {
        var found = new HashMap<ClientId, Reach>();
        jdbc.sql(
                        """
                        select r.client_id, coalesce(r.phone, ''),
                               coalesce((select string_agg(c.name || ' (' || c.relationship || ') ' || coalesce(c.phone, ''), '; '
                                                           order by c.name)
                                           from clients.public_contact c
                                          where c.organization_id = r.organization_id and c.client_id = r.client_id), '')
                        from clients.public_reach r
                        where r.organization_id = :organization and r.client_id = any(:clients)
                        """)
                .param("organization", organization())
                .param("clients", ids(clients))
                .query(row -> {
                    found.put(
                            new ClientId(row.getObject(1, UUID.class)),
                            new Reach(row.getString(2), row.getString(3)));
                });
        return found;
    }

    /** What stands of risk, in words, by client. */
    Map<ClientId, String> flags(Collection<ClientId> clients) {
        return words(
                """
                select client_id, string_agg(initcap(replace(lower(level), '_', ' ')) || ': ' || replace(lower(kind), '_', ' '),
                                             '; ' order by raised_at)
                from safety.public_flag
                where organization_id = :organization and client_id = any(:clients)
                group by client_id
                """,
                clients);
    }

    /** What is taken now, by client. */
    Map<ClientId, String> medications(Collection<ClientId> clients) {
        return words(
                """
                select client_id, string_agg(concat_ws(' ', name, dose, frequency), '; ' order by name)
                from medications.public_medication
                where organization_id = :organization and client_id = any(:clients) and stopped_on is null
                group by client_id
                """,
                clients);
    }

    private Map<ClientId, String> words(String sql, Collection<ClientId> clients) {
        var found = new HashMap<ClientId, String>();
        jdbc.sql(sql)
                .param("organization", organization())
                .param("clients", ids(clients))
                .query(row -> {
                    found.put(new ClientId(row.getObject(1, UUID.class)), row.getString(2));
                });
        return found;
    }

    /** The codes of a day that were given out. */
    Map<ClientId, Code> codes(SiteId site, LocalDate day) {
        var found = new HashMap<ClientId, Code>();
        jdbc.sql(
                        """
                        select client_id, code from downtime.code
                        where organization_id = :organization and site_id = :site and local_date = :day
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("day", day)
                .query(row -> {
                    found.put(
                            new ClientId(row.getObject(1, UUID.class)), new Code(row.getString(2)));
                });
        return found;
    }

    /** False when the code, or the client, has one already. */
    boolean give(SiteId site, LocalDate day, Code code, ClientId client) {
        return jdbc.sql(
                                """
                                insert into downtime.code (organization_id, site_id, local_date, code, client_id)
                                values (:organization, :site, :day, :code, :client)
                                on conflict do nothing
                                """)
                        .param("organization", organization())
                        .param("site", site.value())
                        .param("day", day)
                        .param("code", code.text())
                        .param("client", client.value())
                        .update()
                == 1;
    }

    void made(Made made) {
        jdbc.sql(
                        """
                        insert into downtime.pack (organization_id, id, site_id, local_date, made_at, by_itself, people, files,
                            problem)
                        values (:organization, :id, :site, :day, :at, :itself, :people, :files, :problem)
                        on conflict do nothing
                        """)
                .param("organization", organization())
                .param("id", Ids.next())
                .param("site", made.site().value())
                .param("day", made.day())
                .param("at", made.at().atOffset(UTC))
                .param("itself", made.byItself())
                .param("people", made.people())
                .param("files", made.files().toArray(String[]::new))
                .param("problem", made.problem())
                .update();
    }

    /** Whether the pack of the morning was made. */
    boolean madeThisMorning(SiteId site, LocalDate day) {
        return jdbc.sql(
                        """
                        select exists (select from downtime.pack
                                        where organization_id = :organization and site_id = :site and local_date = :day
                                          and by_itself)
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** The newest pack of a site. */
    Optional<Made> newest(SiteId site) {
        return jdbc.sql(
                        """
                        select site_id, local_date, made_at, by_itself, people, files, problem from downtime.pack
                        where organization_id = :organization and site_id = :site
                        order by made_at desc limit 1
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .query((row, number) ->
                        new Made(
                                new SiteId(row.getObject(1, UUID.class)),
                                row.getObject(2, LocalDate.class),
                                instant(row, 3),
                                row.getBoolean(4),
                                row.getInt(5),
                                List.of((String[]) row.getArray(6).getArray()),
                                row.getString(7)))
                .optional();
    }

    private static UUID[] ids(Collection<ClientId> clients) {
        return clients.stream().map(ClientId::value).toArray(UUID[]::new);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
