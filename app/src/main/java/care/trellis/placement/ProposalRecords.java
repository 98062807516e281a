package care.trellis.placement;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Vault;
import care.trellis.clients.ClientId;
import care.trellis.engine.placement.Figures;
import care.trellis.engine.placement.Proposal;
import care.trellis.engine.placement.Question;
import care.trellis.engine.placement.QuestionFile;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.Booking;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of searches, proposals and what was taken of them. */
@Repository
class ProposalRecords {

    /** What gave way when a client was placed. */
    record GaveWay(ClientId client, List<Booking> bookings, @Nullable UUID waiting) {}

    /** An acceptance with what gave way. */
    record Whole(Acceptance acceptance, UUID search, List<GaveWay> before) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SEARCH =
            """
            select id, site_id, whole, started_at, started_by_name, seconds, people, minutes, first_fit_minutes,
                   finished_at, failed
            from placement.search
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    ProposalRecords(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void start(Search search, Question question) {
        jdbc.sql(
                        """
                        insert into placement.search (organization_id, id, site_id, whole, question, started_at,
                            started_by_name, seconds)
                        values (:organization, :id, :site, :whole, :question, :now, :by, :seconds)
                        """)
                .param("organization", organization())
                .param("id", search.id())
                .param("site", search.site().value())
                .param("whole", search.whole())
                .param("question", vault.seal(search.id(), QuestionFile.text(question)))
                .param("now", utc(search.startedAt()))
                .param("by", search.startedBy())
                .param("seconds", search.seconds())
                .update();
    }

    Optional<Search> find(UUID id) {
        return jdbc.sql(SEARCH + "where organization_id = :organization and id = :id")
                .param("organization", organization())
                .param("id", id)
                .query((row, number) -> search(row))
                .optional();
    }

    Optional<Search> latest(SiteId site) {
        return jdbc.sql(
                        SEARCH
                                + """
                                where organization_id = :organization and site_id = :site
                                order by started_at desc limit 1
                                """)
                .param("organization", organization())
                .param("site", site.value())
                .query((row, number) -> search(row))
                .optional();
    }

    private static Search search(ResultSet row) throws SQLException {
        return new Search(
                row.getObject("id", UUID.class),
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getBoolean("whole"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("started_by_name"),
                row.getInt("seconds"),
                row.getInt("people"),
                row.getInt("minutes"),
                row.getObject("first_fit_minutes", Integer.class),
                row.getBoolean("failed")
                        ? Search.State.FAILED
                        : row.getObject("finished_at") == null
                                ? Search.State.RUNNING
                                : Search.State.FINISHED);
    }

    Question question(UUID search) {
        return jdbc.sql(
                        """
                        select question from placement.search
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", organization())
                .param("id", search)
                .query((row, number) ->
                        QuestionFile.read(
                                new ByteArrayInputStream(
                                        vault.open(search, row.getBytes(1))
                                                .getBytes(StandardCharsets.UTF_8))))
                .single();
    }

    Optional<Proposal> proposal(UUID search) {
        return jdbc.sql(
                        """
                        select result from placement.search
                        where organization_id = :organization and id = :id and result is not null
                        """)
                .param("organization", organization())
                .param("id", search)
                .query((row, number) ->
                        JSON.readValue(vault.open(search, row.getBytes(1)), Proposal.class))
                .optional();
    }

    void found(UUID search, Figures best, Instant now) {
        jdbc.sql(
                        """
                        update placement.search set people = :people, minutes = :minutes, found_at = :now
                        where organization_id = :organization and id = :id and finished_at is null
                        """)
                .param("organization", organization())
                .param("id", search)
                .param("people", best.people())
                .param("minutes", best.minutes())
                .param("now", utc(now))
                .update();
    }

    void finish(UUID search, Proposal proposal, int byHand, Instant now) {
        jdbc.sql(
                        """
                        update placement.search
                           set people = :people, minutes = :minutes, first_fit_minutes = :hand, result = :result,
                               finished_at = :now
                        where organization_id = :organization and id = :id and finished_at is null
                        """)
                .param("organization", organization())
                .param("id", search)
                .param("people", proposal.figures().people())
                .param("minutes", proposal.figures().minutes())
                .param("hand", byHand)
                .param("result", vault.seal(search, JSON.writeValueAsString(proposal)))
                .param("now", utc(now))
                .update();
    }

    void fail(UUID search, Instant now) {
        jdbc.sql(
                        """
                        update placement.search set failed = true, finished_at = :now
                        where organization_id = :organization and id = :id and finished_at is null
                        """)
                .param("organization", organization())
                .param("id", search)
                .param("now", utc(now))
                .update();
    }

    /** Holds the desk of a site until the transaction ends. */
    void lock(SiteId site) {
        jdbc.sql(
                        """
                        insert into placement.desk (organization_id, site_id) values (:organization, :site)
                        on conflict (organization_id, site_id) do update set site_id = excluded.site_id
                        """)
                .param("organization", organization())
                .param("site", site.value())
                .update();
    }

    void accept(Whole whole) {
        var made = whole.acceptance();
        jdbc.sql(
                        """
                        insert into placement.acceptance (organization_id, id, search_id, from_date, before, clients,
                            accepted_at, accepted_by_name)
                        values (:organization, :id, :search, :from, cast(:before as jsonb), :clients, :now, :by)
                        """)
                .param("organization", organization())
                .param("id", made.id())
                .param("search", whole.search())
                .param("from", made.from())
                .param("before", JSON.writeValueAsString(whole.before()))
                .param("clients", made.clients().stream().map(ClientId::value).toArray(UUID[]::new))
                .param("now", utc(made.at()))
                .param("by", made.by())
                .update();
    }

    /** What was taken of a search, the newest first; of all of it, or one. */
    List<Whole> acceptances(@Nullable UUID search, @Nullable UUID only) {
        return jdbc.sql(
                        """
                        select id, search_id, from_date, before, clients, accepted_at, accepted_by_name, undone_at
                        from placement.acceptance
                        where organization_id = :organization
                          and (cast(:search as uuid) is null or search_id = :search)
                          and (cast(:only as uuid) is null or id = :only)
                        order by accepted_at desc
                        """)
                .param("organization", organization())
                .param("search", search)
                .param("only", only)
                .query((row, number) ->
                        new Whole(
                                new Acceptance(
                                        row.getObject("id", UUID.class),
                                        row.getObject("from_date", LocalDate.class),
                                        Arrays.stream((UUID[]) row.getArray("clients").getArray())
                                                .map(ClientId::new)
                                                .toList(),
                                        row.getObject("accepted_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("accepted_by_name"),
                                        row.getObject("undone_at") != null),
                                row.getObject("search_id", UUID.class),
                                List.of(JSON.readValue(row.getString("before"), GaveWay[].class))))
                .list();
    }

    boolean undo(UUID acceptance, Instant now, String by) {
        return jdbc.sql(
                                """
                                update placement.acceptance set undone_at = :now, undone_by_name = :by
                                where organization_id = :organization and id = :id and undone_at is null
                                """)
                        .param("organization", organization())
                        .param("id", acceptance)
                        .param("now", utc(now))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
