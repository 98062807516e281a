package care.trellis.chart;

import static care.trellis.base.Action.CLIENT_LIST;

import care.trellis.access.Access;
import care.trellis.audit.Audit;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.organizations.LevelOfCare;
import care.trellis.web.Choice;
import care.trellis.web.Initials;
import care.trellis.web.Tone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list of clients in one query; opening it is one row of the record. */
@Service
class ClientList {

    /**
     * What narrows and orders the list; opaque ids and codes only, so that it may stand in an
     * address.
     */
    record Filters(
            String status,
            String program,
            String track,
            String level,
            String coverage,
            String order) {}

    /** More than this is no list to read; the filters narrow it. */
    private static final int MOST = 1000;

    private static final String ROWS =
            """
            select c.id, c.record_number, c.given_name, c.family_name, coalesce(c.pronouns, '') as pronouns,
                   e.program, e.level_of_care, e.admitted_on, coalesce(t.tracks, '') as tracks,
                   coalesce(v.payer_name, '') as payer, k.state as consent
            from clients.public_client c
            join organizations.public_site s on s.organization_id = c.organization_id and s.id = c.site_id
            cross join lateral (select (cast(:now as timestamptz) at time zone s.time_zone)::date as today) d
            left join lateral (
                select ep.id, ep.program_id, p.name as program, pl.level_of_care, ep.admitted_on
                from episodes.public_episode ep
                join organizations.public_program p
                  on p.organization_id = ep.organization_id and p.id = ep.program_id
                left join episodes.public_placement pl
                  on pl.organization_id = ep.organization_id and pl.episode_id = ep.id
                 and pl.from_date <= greatest(d.today, ep.admitted_on)
                 and (pl.to_date is null or pl.to_date >= greatest(d.today, ep.admitted_on))
                where ep.organization_id = c.organization_id and ep.client_id = c.id and ep.discharged_on is null
                order by ep.admitted_on desc
                limit 1) e on true
            left join lateral (
                select string_agg(tr.name, ', ' order by tr.name) as tracks, array_agg(tr.id) as ids
                from sessions.public_enrollment en
                join sessions.public_track tr on tr.organization_id = en.organization_id and tr.id = en.track_id
                where en.organization_id = c.organization_id and en.client_id = c.id
                  and (en.to_date is null or en.to_date >= d.today)) t on true
            left join lateral (
                select co.payer_name, co.contract_id
                from clients.public_coverage co
                where co.organization_id = c.organization_id and co.client_id = c.id
                  and co.effective_from <= d.today and (co.effective_to is null or co.effective_to >= d.today)
                order by co.priority
                limit 1) v on true
            cross join lateral (
                select case when exists (
                           select 1 from clients.public_consent co
                           where co.organization_id = c.organization_id and co.client_id = c.id
                             and co.signed_on <= d.today and co.revoked_on is null
                             and (co.expires_on is null or co.expires_on >= d.today)) then 'IN_FORCE'
                       else 'MISSING' end as state) k
            where c.organization_id = :organization
              and (cardinality(:sites::uuid[]) = 0 or c.site_id = any (:sites::uuid[]))
              and (:status = 'ALL'
                   or (:status = 'ADMITTED' and e.id is not null)
                   or (:status = 'WAITING' and e.id is null and not exists (
                          select 1 from episodes.public_episode x
                          where x.organization_id = c.organization_id and x.client_id = c.id))
                   or (:status = 'DISCHARGED' and e.id is null and exists (
                          select 1 from episodes.public_episode x
                          where x.organization_id = c.organization_id and x.client_id = c.id))
                   or (:status = '' and (e.id is not null or not exists (
                          select 1 from episodes.public_episode x
                          where x.organization_id = c.organization_id and x.client_id = c.id))))
              and (:program = '' or e.program_id::text = :program)
              and (:track = '' or :track = any (t.ids::text[]))
              and (:level = '' or e.level_of_care = :level)
              and (:coverage = '' or (:coverage = 'CONTRACT' and v.contract_id is not null)
                   or (:coverage = 'NO_CONTRACT' and v.payer_name is not null and v.contract_id is null)
                   or (:coverage = 'NONE' and v.payer_name is null))
            order by case when :order = 'ADMITTED' then e.admitted_on end desc nulls last,
                     case when :order = 'NUMBER' then length(c.record_number) end,
                     case when :order = 'NUMBER' then c.record_number end,
                     lower(c.family_name), lower(c.given_name), c.record_number
            limit :most
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final Access access;

    ClientList(JdbcClient jdbc, Clock clock, Audit audit, Access access) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.access = access;
    }

    @Transactional
    public ClientListView read(Permit permit, Filters filters) {
        permit.require(CLIENT_LIST);
        var rows =
                jdbc.sql(ROWS)
                        .param("organization", permit.organization().value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("sites", permit.actor().sites().toArray(new UUID[0]))
                        .param("status", filters.status())
                        .param("program", filters.program())
                        .param("track", filters.track())
                        .param("level", filters.level())
                        .param("coverage", filters.coverage())
                        .param("order", filters.order())
                        .param("most", MOST)
                        .query(ClientList::row)
                        .list();
        audit.recordMany(permit, "clients.client", null, rows.size());
        return new ClientListView(
                rows,
                rows.size() == MOST
                        ? "The first %,d clients; narrow the list to see others".formatted(MOST)
                        : rows.size() == 1 ? "1 client" : "%,d clients".formatted(rows.size()),
                choices(
                        filters.status(),
                        "",
                        "Current and waiting",
                        "ADMITTED",
                        "Admitted",
                        "WAITING",
                        "Not admitted yet",
                        "DISCHARGED",
                        "Discharged",
                        "ALL",
                        "Everybody"),
                named(permit, "organizations.public_program", "Every program", filters.program()),
                named(permit, "sessions.public_track", "Every track", filters.track()),
                levels(filters.level()),
                choices(
                        filters.coverage(),
                        "",
                        "Any coverage",
                        "CONTRACT",
                        "Under a contract",
                        "NO_CONTRACT",
                        "Payer without contract",
                        "NONE",
                        "No coverage"),
                choices(
                        filters.order(),
                        "",
                        "By name",
                        "ADMITTED",
                        "Newest admission",
                        "NUMBER",
                        "By record number"),
                access.mayByRole(permit.actor(), Action.CLIENT_EDIT),
                access.mayByRole(permit.actor(), Action.IMPORT_RUN),
                !(filters.status()
                                + filters.program()
                                + filters.track()
                                + filters.level()
                                + filters.coverage())
                        .isEmpty());
    }

    private List<Choice> named(Permit permit, String view, String all, String chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", all, chosen.isEmpty()));
        choices.addAll(
                jdbc.sql(
                                "select id, name from %s where organization_id = :organization order by lower(name)"
                                        .formatted(view))
                        .param("organization", permit.organization().value())
                        .query((row, number) ->
                                new Choice(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(1).equals(chosen)))
                        .list());
        return choices;
    }

    private static List<Choice> levels(String chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Every level", chosen.isEmpty()));
        Arrays.stream(LevelOfCare.values())
                .map(level -> new Choice(level.name(), level.name(), level.name().equals(chosen)))
                .forEach(choices::add);
        return choices;
    }

    /** Value and label in turn. */
    private static List<Choice> choices(String chosen, String... pairs) {
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < pairs.length; i += 2) {
            choices.add(new Choice(pairs[i], pairs[i + 1], pairs[i].equals(chosen)));
        }
        return choices;
    }

    private static ClientListView.Row row(ResultSet row, int number) throws SQLException {
        String name = row.getString("given_name") + " " + row.getString("family_name");
        var admitted = row.getObject("admitted_on", LocalDate.class);
        boolean consented = row.getString("consent").equals("IN_FORCE");
        return new ClientListView.Row(
                "/clients/" + row.getString("id"),
                name,
                Initials.of(name),
                row.getString("pronouns"),
                row.getString("record_number"),
                orEmpty(row.getString("program")),
                orEmpty(row.getString("level_of_care")),
                row.getString("tracks"),
                row.getString("payer"),
                admitted == null ? "" : Words.day(admitted),
                consented ? "In force" : "None",
                consented ? Tone.GOOD : Tone.WATCH);
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
