package care.trellis.placement;

import care.trellis.base.NotFound;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.clients.ClientId;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.ProgramId;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.TrackId;
import java.sql.ResultSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other rooms publish of people, tracks and payers that a place depends on. */
@Repository
class SituationRecords {

    /** Somebody who may be put on the list. */
    record Candidate(ClientId client, String name, boolean placed) {}

    /**
     * A client with a stay.
     *
     * @param minutesPerWeek prescribed; 0: nothing on record
     * @param kind class of the leading diagnosis; empty: none on record
     * @param contract of the coverage that pays first; empty: none
     */
    record Stay(
            ClientId client,
            String name,
            LocalDate born,
            EpisodeId episode,
            LocalDate admittedOn,
            ProgramId program,
            String level,
            int minutesPerWeek,
            String kind,
            String contract) {}

    /** A client comes to a track. */
    record Enrolled(ClientId client, TrackId track, Set<DayOfWeek> days) {}

    /** A contract whose rules say something about groups. */
    record Agreed(String contract, String payer, String ruleSet) {}

    private final JdbcClient jdbc;

    SituationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place with a waiting list of its own. */
    record Site(SiteId id, String name) {}

    List<Site> sites() {
        return jdbc.sql(
                        """
                        select id, name from organizations.public_site
                        where organization_id = :organization order by name
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Site(new SiteId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    /** Refuses whoever does not work at the site, and a site that there is not. */
    void atWork(Permit permit, SiteId site) {
        if (!permit.actor().worksAt(site.value())
                || sites().stream().noneMatch(it -> it.id().equals(site))) {
            throw new NotFound();
        }
    }

    Optional<SiteId> siteOf(ClientId client) {
        return jdbc.sql(
                        """
                        select site_id from clients.public_client
                        where organization_id = :organization and id = :client
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> new SiteId(row.getObject(1, UUID.class)))
                .optional();
    }

    List<Candidate> candidates(SiteId site, LocalDate today) {
        return jdbc.sql(
                        """
                        select c.id, c.given_name, c.family_name,
                               exists (select from sessions.public_enrollment e
                                        where e.organization_id = c.organization_id and e.client_id = c.id
                                          and (e.to_date is null or e.to_date >= :today)) as placed
                        from clients.public_client c
                        where c.organization_id = :organization and c.site_id = :site
                          and not exists (select from placement.waiting w
                              where w.organization_id = c.organization_id and w.client_id = c.id and w.left_at is null)
                          and not exists (select from episodes.public_discharge d
                              where d.organization_id = c.organization_id and d.client_id = c.id
                                and not exists (select from episodes.public_episode e
                                    where e.organization_id = c.organization_id and e.client_id = c.id
                                      and e.discharged_on is null))
                        order by placed, c.given_name, c.family_name
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("today", today)
                .query((row, number) ->
                        new Candidate(
                                new ClientId(row.getObject(1, UUID.class)),
                                row.getString(2) + " " + row.getString(3),
                                row.getBoolean(4)))
                .list();
    }

    /** Everybody with an open stay at a site, as they are on a day. */
    List<Stay> stays(SiteId site, LocalDate day) {
        return jdbc.sql(
                        """
                        select c.id, c.given_name, c.family_name, c.birth_date, e.id as episode, e.admitted_on, e.program_id,
                               coalesce((select l.level_of_care from episodes.public_placement l
                                  where l.organization_id = e.organization_id and l.episode_id = e.id
                                    and l.from_date <= greatest(cast(:day as date), e.admitted_on)
                                  order by l.from_date desc limit 1), 'IOP') as level,
                               coalesce((select p.minutes_per_week from episodes.public_plan p
                                  where p.organization_id = e.organization_id and p.episode_id = e.id
                                    and p.from_date <= greatest(cast(:day as date), e.admitted_on)
                                  order by p.from_date desc limit 1), 0) as minutes,
                               coalesce((select d.diagnosis_class from episodes.public_diagnosis d
                                  where d.organization_id = c.organization_id and d.client_id = c.id
                                    and (d.to_date is null or d.to_date >= :day)
                                  order by d.rank limit 1), '') as kind,
                               coalesce((select cast(v.contract_id as text) from clients.public_coverage v
                                  where v.organization_id = c.organization_id and v.client_id = c.id
                                    and v.effective_from <= :day and (v.effective_to is null or v.effective_to >= :day)
                                  order by v.priority limit 1), '') as contract
                        from clients.public_client c
                        join episodes.public_episode e on e.organization_id = c.organization_id and e.client_id = c.id
                        where c.organization_id = :organization and c.site_id = :site and e.discharged_on is null
                        order by c.given_name, c.family_name, c.id
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("day", day)
                .query((row, number) ->
                        new Stay(
                                new ClientId(row.getObject("id", UUID.class)),
                                "%s %s."
                                        .formatted(
                                                row.getString("given_name"),
                                                row.getString("family_name").substring(0, 1)),
                                row.getObject("birth_date", LocalDate.class),
                                new EpisodeId(row.getObject("episode", UUID.class)),
                                row.getObject("admitted_on", LocalDate.class),
                                new ProgramId(row.getObject("program_id", UUID.class)),
                                row.getString("level"),
                                row.getInt("minutes"),
                                row.getString("kind"),
                                row.getString("contract")))
                .list();
    }

    /** Who comes to which track on that day or later; no days: all that the track has. */
    List<Enrolled> enrolled(SiteId site, LocalDate day) {
        return jdbc.sql(
                        """
                        select e.client_id, e.track_id, e.days
                        from sessions.public_enrollment e
                        join sessions.public_track t on t.organization_id = e.organization_id and t.id = e.track_id
                        where e.organization_id = :organization and t.site_id = :site
                          and (e.to_date is null or e.to_date >= :day)
                        order by e.client_id, e.from_date desc
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("day", day)
                .query((row, number) ->
                        new Enrolled(
                                new ClientId(row.getObject(1, UUID.class)),
                                new TrackId(row.getObject(2, UUID.class)),
                                row.getArray(3) == null
                                        ? Set.of()
                                        : days((Integer[]) row.getArray(3).getArray())))
                .list();
    }

    static Set<DayOfWeek> days(Integer[] numbers) {
        return Arrays.stream(numbers).map(DayOfWeek::of).collect(Collectors.toSet());
    }

    List<Agreed> agreed() {
        return jdbc.sql(
                        """
                        select id, payer_name, rule_set from payers.public_contract
                        where organization_id = :organization and rule_set is not null
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new Agreed(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The rule set of each program's licence. */
    Map<ProgramId, String> licences() {
        var licences = new HashMap<ProgramId, String>();
        jdbc.sql(
                        """
                        select id, license_rule_set from organizations.public_program
                        where organization_id = :organization and license_rule_set is not null
                        """)
                .param("organization", organization())
                .query((ResultSet row) -> {
                    licences.put(new ProgramId(row.getObject(1, UUID.class)), row.getString(2));
                });
        return licences;
    }

    /** The level of care that each program gives. */
    Map<ProgramId, String> levels() {
        var levels = new HashMap<ProgramId, String>();
        jdbc.sql(
                        """
                        select id, level_of_care from organizations.public_program
                        where organization_id = :organization
                        """)
                .param("organization", organization())
                .query((ResultSet row) -> {
                    levels.put(new ProgramId(row.getObject(1, UUID.class)), row.getString(2));
                });
        return levels;
    }

    Map<UUID, Integer> chairs() {
        var chairs = new HashMap<UUID, Integer>();
        jdbc.sql(
                        """
                        select id, capacity from organizations.public_room
                        where organization_id = :organization
                        """)
                .param("organization", organization())
                .query((ResultSet row) -> {
                    chairs.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return chairs;
    }

    Map<UUID, Set<String>> credentials() {
        var credentials = new HashMap<UUID, Set<String>>();
        jdbc.sql(
                        """
                        select id, credentials from organizations.public_staff
                        where organization_id = :organization and credentials is not null
                        """)
                .param("organization", organization())
                .query((ResultSet row) -> {
                    credentials.put(
                            row.getObject(1, UUID.class), Set.of(row.getString(2).split(", ")));
                });
        return credentials;
    }

    /** Modules that each track teaches on each day of the week, in the weeks ahead. */
    Map<TrackId, Map<DayOfWeek, Set<String>>> taught(LocalDate from, LocalDate to) {
        var taught = new HashMap<TrackId, Map<DayOfWeek, Set<String>>>();
        jdbc.sql(
                        """
                        select s.track_id, s.local_date, t.module
                        from sessions.public_session s
                        join curricula.public_taught t on t.organization_id = s.organization_id and t.session_id = s.id
                        where s.organization_id = :organization and s.local_date between :from and :to
                          and s.track_id is not null
                        """)
                .param("organization", organization())
                .param("from", from)
                .param("to", to)
                .query((ResultSet row) -> {
                    taught.computeIfAbsent(
                                    new TrackId(row.getObject(1, UUID.class)),
                                    track -> new HashMap<>())
                            .computeIfAbsent(
                                    row.getObject(2, LocalDate.class).getDayOfWeek(),
                                    day -> new HashSet<>())
                            .add(row.getString(3));
                });
        return taught;
    }

    Map<TrackId, TrackTerms> terms() {
        var terms = new HashMap<TrackId, TrackTerms>();
        jdbc.sql(
                        """
                        select track_id, language, youngest, oldest, reserved_for, seats from placement.track_terms
                        where organization_id = :organization
                        """)
                .param("organization", organization())
                .query((ResultSet row) -> {
                    terms.put(
                            new TrackId(row.getObject(1, UUID.class)),
                            new TrackTerms(
                                    row.getString(2),
                                    row.getInt(3),
                                    row.getInt(4),
                                    Set.of((String[]) row.getArray(5).getArray()),
                                    row.getObject(6, Integer.class)));
                });
        return terms;
    }

    void keep(TrackId track, TrackTerms terms) {
        jdbc.sql(
                        """
                        insert into placement.track_terms (organization_id, track_id, language, youngest, oldest,
                            reserved_for, seats)
                        values (:organization, :track, :language, :youngest, :oldest, :reserved, :seats)
                        on conflict (organization_id, track_id) do update
                           set language = excluded.language, youngest = excluded.youngest, oldest = excluded.oldest,
                               reserved_for = excluded.reserved_for, seats = excluded.seats
                        """)
                .param("organization", organization())
                .param("track", track.value())
                .param("language", terms.language())
                .param("youngest", terms.youngest())
                .param("oldest", terms.oldest())
                .param("reserved", terms.reservedFor().stream().sorted().toArray(String[]::new))
                .param("seats", terms.seats())
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
