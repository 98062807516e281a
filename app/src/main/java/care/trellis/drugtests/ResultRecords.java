package care.trellis.drugtests;

import static java.time.ZoneOffset.UTC;

import care.trellis.base.Actor;
import care.trellis.base.OrganizationContext;
import care.trellis.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of results and of the files they came in. */
@Repository
class ResultRecords {

    private final JdbcClient jdbc;

    ResultRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TestId test, Result result, @Nullable UUID file, Instant now, Actor actor) {
        jdbc.sql(
                        """
                        insert into drugtests.result (organization_id, id, test_id, kind, accession, state, reported_on, consistent,
                            corrects_id, file_id, at, account_id, account_name)
                        values (:organization, :id, :test, :kind, :accession, :state, :reported, :consistent,
                            :corrects, :file, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", result.id())
                .param("test", test.value())
                .param("kind", result.kind().name())
                .param("accession", result.accession())
                .param("state", result.state().name())
                .param("reported", result.reportedOn())
                .param("consistent", result.consistent())
                .param("corrects", result.before() == null ? null : result.before().id())
                .param("file", file)
                .param("now", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
        for (var finding : result.findings()) {
            insert(result.id(), finding);
        }
    }

    private void insert(UUID result, Result.Finding finding) {
        jdbc.sql(
                        """
                        insert into drugtests.finding (organization_id, result_id, analyte, outcome, value, agreement, because)
                        values (:organization, :result, :analyte, :outcome, :value, :agreement, :because)
                        """)
                .param("organization", organization())
                .param("result", result)
                .param("analyte", finding.analyte())
                .param("outcome", finding.outcome().name())
                .param("value", finding.value())
                .param("agreement", finding.agreement().name())
                .param("because", finding.because())
                .update();
    }

    /** The results of tests that stand, oldest first, each with what it corrected. */
    Map<UUID, List<Result>> of(Collection<UUID> tests) {
        var findings = findings(tests);
        var results = new HashMap<UUID, List<Result>>();
        jdbc.sql(
                        """
                        select id, test_id, kind, accession, state, reported_on, consistent, corrects_id, account_name
                        from drugtests.result
                        where organization_id = :organization and test_id = any(:tests)
                        order by at, id
                        """)
                .param("organization", organization())
                .param("tests", tests.toArray(UUID[]::new))
                .query(row -> {
                    var standing =
                            results.computeIfAbsent(
                                    row.getObject("test_id", UUID.class),
                                    first -> new ArrayList<>());
                    var before = taken(standing, row.getObject("corrects_id", UUID.class));
                    standing.add(result(row, findings, before));
                });
        return results;
    }

    /** The one with this id, which stands no more; null where there is none. */
    private static @Nullable Result taken(List<Result> standing, @Nullable UUID id) {
        for (var one : standing) {
            if (one.id().equals(id)) {
                standing.remove(one);
                return one;
            }
        }
        return null;
    }

    private static Result result(
            ResultSet row, Map<UUID, List<Result.Finding>> findings, @Nullable Result before)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Result(
                id,
                Result.Kind.valueOf(row.getString("kind")),
                row.getString("accession"),
                Result.State.valueOf(row.getString("state")),
                row.getObject("reported_on", LocalDate.class),
                row.getBoolean("consistent"),
                findings.getOrDefault(id, List.of()),
                row.getString("account_name"),
                before);
    }

    private Map<UUID, List<Result.Finding>> findings(Collection<UUID> tests) {
        var findings = new HashMap<UUID, List<Result.Finding>>();
        jdbc.sql(
                        """
                        select f.result_id, f.analyte, f.outcome, f.value, f.agreement, f.because
                        from drugtests.result r
                        join drugtests.finding f on f.organization_id = r.organization_id and f.result_id = r.id
                        where r.organization_id = :organization and r.test_id = any(:tests)
                        order by f.analyte
                        """)
                .param("organization", organization())
                .param("tests", tests.toArray(UUID[]::new))
                .query(row -> {
                    findings.computeIfAbsent(
                                    row.getObject("result_id", UUID.class),
                                    first -> new ArrayList<>())
                            .add(
                                    new Result.Finding(
                                            row.getString("analyte"),
                                            Result.Outcome.valueOf(row.getString("outcome")),
                                            row.getString("value"),
                                            Agreement.valueOf(row.getString("agreement")),
                                            row.getString("because")));
                });
        return findings;
    }

    /** Confirmed findings that nothing explained, of a client since a day. */
    int confirmedSince(ClientId client, LocalDate from) {
        return jdbc.sql(
                        """
                        select count(distinct r.id)
                        from drugtests.test t
                        join drugtests.result r on r.organization_id = t.organization_id and r.test_id = t.id
                        join drugtests.finding f on f.organization_id = r.organization_id and f.result_id = r.id
                        where t.organization_id = :organization and t.client_id = :client and t.local_date >= :from
                          and r.kind = 'CONFIRMATION' and f.outcome = 'POSITIVE' and f.agreement = 'UNEXPLAINED'
                          and not exists (select from drugtests.result c
                                           where c.organization_id = :organization and c.corrects_id = r.id)
                        """)
                .param("organization", organization())
                .param("client", client.value())
                .param("from", from)
                .query(Integer.class)
                .single();
    }

    /** Whether this very file was taken before. */
    boolean knows(byte[] hash) {
        return jdbc.sql(
                        """
                        select exists (select from drugtests.file
                                        where organization_id = :organization and file_hash = :hash)
                        """)
                .param("organization", organization())
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    void took(UUID file, byte[] hash, int results, int unchanged, Instant now, Actor actor) {
        jdbc.sql(
                        """
                        insert into drugtests.file (organization_id, id, file_hash, results, unchanged, taken_at, account_id,
                            account_name)
                        values (:organization, :id, :hash, :results, :unchanged, :now, :account, :name)
                        """)
                .param("organization", organization())
                .param("id", file)
                .param("hash", hash)
                .param("results", results)
                .param("unchanged", unchanged)
                .param("now", now.atOffset(UTC))
                .param("account", actor.account())
                .param("name", actor.name())
                .update();
    }

    private static UUID organization() {
        return OrganizationContext.current().value();
    }
}
