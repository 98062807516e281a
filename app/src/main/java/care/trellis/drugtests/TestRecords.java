package care.trellis.drugtests;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.Keys;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Seal;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of tests, who takes part, and custody. */
@Repository
class TestRecords {

    private static final String TESTS =
            """
            select id, client_id, site_id, local_date, panel, why, draw_id, specimen, ordered_at, ordered_by_name
            from drugtests.test
            where organization_id = :organization
            """;

    private final JdbcClient jdbc;
    private final ResultRecords results;
    private final Seal seal;

    TestRecords(JdbcClient jdbc, ResultRecords results, Keys keys) {
        this.jdbc = jdbc;
        this.results = results;
        this.seal = new Seal(keys, "drugtests");
    }

    /** Writes down a test that is to be done; its label says nothing about the person. */
    void insert(
            TestId test,
            ClientId client,
            SiteId site,
            LocalDate day,
            String panel,
            DrugTest.Why why,
            @Nullable DrawId draw,
            Instant now,
            Actor actor) {
        jdbc.sql(
                        """
                        insert into drugtests.test (organization_id, id, client_id, site_id, local_date, panel, why, draw_id,
                            specimen, ordered_at, ordered_by, ordered_by_name)
                        values (:organization, :id, :client, :site, :day, :panel, :why, :draw,
                            :specimen, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", test.value())
                .param("client", client.value())
                .param("site", site.value())
                .param("day", day)
                .param("panel", panel)
                .param("why", why.name())
                .param("draw", draw == null ? null : draw.value())
                .param("specimen", label(test))
                .param("now", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    /** The last ten digits of the id, which are random. */
    static String label(TestId test) {
        var text = test.value().toString().toUpperCase(Locale.ROOT);
        return text.substring(26, 31) + "-" + text.substring(31);
    }

    List<DrugTest> of(ClientId client) {
        return whole(
                jdbc.sql(TESTS + " and client_id = :client order by local_date desc, id desc")
                        .param("organization", organization())
                        .param("client", client.value()));
    }

    /** The tests of a day at a site, and those of the days before that are still open. */
    List<DrugTest> on(SiteId site, LocalDate from, LocalDate day) {
        return whole(
                jdbc.sql(
                                TESTS
                                        + " and site_id = :site and local_date between :from and :day order by local_date desc, id")
                        .param("organization", organization())
                        .param("site", site.value())
                        .param("from", from)
                        .param("day", day));
    }

    Optional<DrugTest> find(TestId test) {
        return whole(
                        jdbc.sql(TESTS + " and id = :id")
                                .param("organization", organization())
                                .param("id", test.value()))
                .stream()
                .findFirst();
    }

    /** The test of this label; letters may be small. */
    Optional<DrugTest> labelled(String specimen) {
        return whole(
                        jdbc.sql(TESTS + " and specimen = :specimen")
                                .param("organization", organization())
                                .param("specimen", specimen.strip().toUpperCase(Locale.ROOT)))
                .stream()
                .findFirst();
    }

    private List<DrugTest> whole(JdbcClient.StatementSpec statement) {
        var heads = statement.query((row, number) -> head(row)).list();
        if (heads.isEmpty()) {
            return List.of();
        }
        var ids = heads.stream().map(one -> one.id().value()).toList();
        var custody = custody(ids);
        var found = results.of(ids);
        return heads.stream()
                .map(one ->
                        new DrugTest(
                                one.id(),
                                one.client(),
                                one.site(),
                                one.day(),
                                one.panel(),
                                one.why(),
                                one.draw(),
                                one.specimen(),
                                one.orderedAt(),
                                one.orderedBy(),
                                custody.getOrDefault(one.id().value(), List.of()),
                                found.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    private static DrugTest head(ResultSet row) throws SQLException {
        var draw = row.getObject("draw_id", UUID.class);
        return new DrugTest(
                new TestId(row.getObject("id", UUID.class)),
                new ClientId(row.getObject("client_id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getObject("local_date", LocalDate.class),
                row.getString("panel"),
                DrugTest.Why.valueOf(row.getString("why")),
                draw == null ? null : new DrawId(draw),
                row.getString("specimen"),
                DrawRecords.instant(row, "ordered_at"),
                row.getString("ordered_by_name"),
                List.of(),
                List.of());
    }

    /** Adds a hand; whether nobody else added one of that number meanwhile. */
    boolean add(TestId test, Custody step, Actor actor) {
        return jdbc.sql(
                                """
                                insert into drugtests.custody (organization_id, test_id, number, kind, holder, words, at, account_id,
                                    printed_name, hash)
                                values (:organization, :test, :number, :kind, :holder, :words, :at, :account,
                                    :printed, :hash)
                                on conflict do nothing
                                """)
                        .param("organization", organization())
                        .param("test", test.value())
                        .param("number", step.number())
                        .param("kind", step.kind().name())
                        .param("holder", step.holder())
                        .param(
                                "words",
                                seal.closeText(step.words(), place(test.value(), step.number())))
                        .param("at", step.at().atOffset(UTC))
                        .param("account", actor.account())
                        .param("printed", step.printedName())
                        .param("hash", step.hash())
                        .update()
                == 1;
    }

    private Map<UUID, List<Custody>> custody(Collection<UUID> tests) {
        var steps = new HashMap<UUID, List<Custody>>();
        jdbc.sql(
                        """
                        select test_id, number, kind, holder, words, at, printed_name, hash from drugtests.custody
                        where organization_id = :organization and test_id = any(:tests)
                        order by test_id, number
                        """)
                .param("organization", organization())
                .param("tests", tests.toArray(UUID[]::new))
                .query(row -> {
                    var test = row.getObject("test_id", UUID.class);
                    int number = row.getInt("number");
                    steps.computeIfAbsent(test, first -> new ArrayList<>())
                            .add(
                                    new Custody(
                                            number,
                                            Custody.Kind.valueOf(row.getString("kind")),
                                            row.getString("holder"),
                                            seal.openText(
                                                    row.getBytes("words"), place(test, number)),
                                            DrawRecords.instant(row, "at"),
                                            row.getString("printed_name"),
                                            row.getString("hash")));
                });
        return steps;
    }

    /** The account that did the last step of a specimen; nothing where there is none. */
    Optional<UUID> lastHand(TestId test) {
        return jdbc.sql(
                        """
                        select account_id from drugtests.custody
                        where organization_id = :organization and test_id = :test
                        order by number desc limit 1
                        """)
                .param("organization", organization())
                .param("test", test.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    void stand(
            UUID id,
            ClientId client,
            boolean takesPart,
            String panel,
            @Nullable BigDecimal perWeek,
            String reason,
            Instant now,
            Actor actor) {
        jdbc.sql(
                        """
                        insert into drugtests.standing (organization_id, id, client_id, takes_part, panel, per_week, reason, at,
                            account_id, account_name)
                        values (:organization, :id, :client, :takes, :panel, :week, :reason, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", id)
                .param("client", client.value())
                .param("takes", takesPart)
                .param("panel", panel)
                .param("week", perWeek)
                .param("reason", seal.closeText(reason, organization(), id))
                .param("now", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    /** What was said about taking part, the newest first. */
    List<Standing> standing(ClientId client) {
        return jdbc.sql(
                        """
                        select id, takes_part, panel, per_week, reason, at, account_name from drugtests.standing
                        where organization_id = :organization and client_id = :client
                        order by at desc, id desc
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Standing(
                            row.getBoolean("takes_part"),
                            row.getString("panel"),
                            row.getBigDecimal("per_week"),
                            seal.openText(row.getBytes("reason"), organization(), id),
                            DrawRecords.instant(row, "at"),
                            row.getString("account_name"));
                })
                .list();
    }

    private static UUID[] place(UUID test, int number) {
        return new UUID[] {organization(), test, new UUID(0, number)};
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
