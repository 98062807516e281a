package care.trellis.drugtests;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.organizations.SiteId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of seeds and draws. */
@Repository
class DrawRecords {

    /** A site and its clock. */
    record SiteRow(SiteId id, String name, ZoneId zone) {}

    /** A seed that was promised. */
    record SeedRow(LocalDate day, String seed, String commitment, Instant committedAt) {}

    /** Somebody who takes part and is expected in person today. */
    record Expected(
            UUID client,
            LocalDate admittedOn,
            String panel,
            @Nullable BigDecimal perWeek,
            int daysThisWeek) {}

    private final JdbcClient jdbc;
    private final Seal seal;

    DrawRecords(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.seal = new Seal(keys, "drugtests");
    }

    List<SiteRow> sites() {
        return jdbc.sql(
                        """
                        select id, name, time_zone from organizations.public_site
                        where organization_id = :organization order by name
                        """)
                .param("organization", organization())
                .query((row, number) ->
                        new SiteRow(
                                new SiteId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    /** Keeps the promise of a seed; one that was made before stands. */
    boolean promise(SiteId site, LocalDate day, String seed, Instant now) {
        return jdbc.sql(
                                """
                                insert into drugtests.seed (organization_id, site_id, local_date, seed, seed_hash, committed_at)
                                values (:organization, :site, :day, :seed, :hash, :now)
                                on conflict do nothing
                                """)
                        .param("organization", organization())
                        .param("site", site.value())
                        .param("day", day)
                        .param("seed", seal.closeText(seed, place(site, day)))
                        .param("hash", Lot.commitment(seed))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The seeds promised for these days. */
    List<SeedRow> promised(SiteId site, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select local_date, seed, seed_hash, committed_at from drugtests.seed
                        where organization_id = :organization and site_id = :site and local_date between :from and :to
                        order by local_date
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> {
                    var day = row.getObject("local_date", LocalDate.class);
                    return new SeedRow(
                            day,
                            seal.openText(row.getBytes("seed"), place(site, day)),
                            row.getString("seed_hash"),
                            instant(row, "committed_at"));
                })
                .list();
    }

    /** Those who take part, are in a program and are expected in person at the site that day. */
    List<Expected> expected(SiteId site, LocalDate day, LocalDate monday) {
        return jdbc.sql(
                        """
                        with here as materialized (
                            select distinct r.client_id
                            from sessions.public_session s
                            join sessions.public_roster r on r.organization_id = s.organization_id and r.session_id = s.id
                            where s.organization_id = :organization and s.site_id = :site and s.local_date = :day
                              and s.modality = 'IN_PERSON' and s.cancelled_at is null),
                        days as materialized (
                            select r.client_id, count(distinct s.local_date) as days
                            from sessions.public_session s
                            join sessions.public_roster r on r.organization_id = s.organization_id and r.session_id = s.id
                            where s.organization_id = :organization and s.site_id = :site
                              and s.local_date between :monday and :sunday
                              and s.modality = 'IN_PERSON' and s.cancelled_at is null
                            group by r.client_id)
                        select h.client_id, max(e.admitted_on) as admitted_on, t.panel, t.per_week, max(d.days) as days
                        from here h
                        join days d on d.client_id = h.client_id
                        join episodes.public_episode e
                          on e.organization_id = :organization and e.client_id = h.client_id
                         and e.admitted_on <= :day and (e.discharged_on is null or e.discharged_on >= :day)
                        join lateral (
                            select s.takes_part, s.panel, s.per_week from drugtests.standing s
                            where s.organization_id = :organization and s.client_id = h.client_id
                            order by s.at desc, s.id desc limit 1) t on t.takes_part
                        group by h.client_id, t.panel, t.per_week
                        order by h.client_id
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("day", day)
                .param("monday", monday)
                .param("sunday", monday.plusDays(6))
                .query((row, number) ->
                        new Expected(
                                row.getObject("client_id", UUID.class),
                                row.getObject("admitted_on", LocalDate.class),
                                row.getString("panel"),
                                row.getBigDecimal("per_week"),
                                row.getInt("days")))
                .list();
    }

    void insert(DrawId draw, SiteId site, LocalDate day, String seed, Instant now) {
        jdbc.sql(
                        """
                        insert into drugtests.draw (organization_id, id, site_id, local_date, seed, drawn_at)
                        values (:organization, :id, :site, :day, :seed, :now)
                        """)
                .param("organization", organization())
                .param("id", draw.value())
                .param("site", site.value())
                .param("day", day)
                .param("seed", seed)
                .param("now", now.atOffset(UTC))
                .update();
    }

    void insert(DrawId draw, UUID client, Lot lot) {
        jdbc.sql(
                        """
                        insert into drugtests.eligible (organization_id, draw_id, client_id, chance, number, drawn)
                        values (:organization, :draw, :client, :chance, :number, :drawn)
                        """)
                .param("organization", organization())
                .param("draw", draw.value())
                .param("client", client)
                .param("chance", lot.chance())
                .param("number", lot.number())
                .param("drawn", lot.drawn())
                .update();
    }

    /** The newest draws of a site, without who was eligible. */
    List<Draw> of(SiteId site, int most) {
        return jdbc.sql(
                        """
                        select d.id, d.site_id, d.local_date, s.seed_hash, s.committed_at, d.seed, d.drawn_at
                        from drugtests.draw d
                        join drugtests.seed s
                          on s.organization_id = d.organization_id and s.site_id = d.site_id and s.local_date = d.local_date
                        where d.organization_id = :organization and d.site_id = :site
                        order by d.local_date desc limit :most
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .param("most", most)
                .query((row, number) -> draw(row, List.of()))
                .list();
    }

    /** How many were eligible and how many drawn, for each of these draws, in their order. */
    String counted(DrawId draw) {
        return jdbc.sql(
                        """
                        select count(*) filter (where drawn) || ' of ' || count(*) from drugtests.eligible
                        where organization_id = :organization and draw_id = :draw
                        """)
                .param("organization", organization())
                .param("draw", draw.value())
                .query(String.class)
                .single();
    }

    Optional<Draw> find(DrawId draw) {
        var eligible =
                jdbc.sql(
                                """
                                select e.client_id, c.given_name || ' ' || left(c.family_name, 1) || '.' as name, e.chance,
                                       e.number, e.drawn
                                from drugtests.eligible e
                                join clients.public_client c
                                  on c.organization_id = e.organization_id and c.id = e.client_id
                                where e.organization_id = :organization and e.draw_id = :draw
                                order by e.number
                                """)
                        .param("organization", organization())
                        .param("draw", draw.value())
                        .query((row, number) ->
                                new Draw.Entry(
                                        row.getObject("client_id", UUID.class),
                                        row.getString("name"),
                                        row.getInt("chance"),
                                        row.getLong("number"),
                                        row.getBoolean("drawn")))
                        .list();
        return jdbc.sql(
                        """
                        select d.id, d.site_id, d.local_date, s.seed_hash, s.committed_at, d.seed, d.drawn_at
                        from drugtests.draw d
                        join drugtests.seed s
                          on s.organization_id = d.organization_id and s.site_id = d.site_id and s.local_date = d.local_date
                        where d.organization_id = :organization and d.id = :draw
                        """)
                .param("organization", organization())
                .param("draw", draw.value())
                .query((row, number) -> draw(row, eligible))
                .optional();
    }

    private static Draw draw(ResultSet row, List<Draw.Entry> eligible) throws SQLException {
        return new Draw(
                new DrawId(row.getObject("id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getObject("local_date", LocalDate.class),
                row.getString("seed_hash"),
                instant(row, "committed_at"),
                row.getString("seed"),
                instant(row, "drawn_at"),
                eligible);
    }

    private static UUID[] place(SiteId site, LocalDate day) {
        return new UUID[] {organization(), site.value(), new UUID(0, day.toEpochDay())};
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
