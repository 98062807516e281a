package care.trellis.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.server.CannotStart;
import care.trellis.server.TestServer;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The command as an operator gives it: its own context beside the running program's database. */
@TrellisTest
@ExtendWith(OutputCaptureExtension.class)
class ImportCommandTest {

    private static final String BUNDLE = "src/test/resources/imports/ana.json";

    @Autowired Clinic clinic;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Value("${spring.datasource.url}")
    String url;

    private Clinic.Ward ward;
    private String name;

    @BeforeEach
    void an_organization_with_a_name_of_its_own() {
        ward = clinic.open();
        name = "Clinic " + ward.organization().value();
        clinic.write(
                ward,
                "update organizations.organization set name = ? where organization_id = ?",
                name,
                ward.organization().value());
    }

    @Test
    void a_bundle_lands_as_a_client_with_what_belongs_to_it(CapturedOutput output) {
        assertThat(run(BUNDLE)).as("a file failed").isFalse();

        assertThat(counts())
                .containsEntry("client", 1L)
                .containsEntry("coverage", 1L)
                .containsEntry("diagnosis", 1L)
                .hasEntrySatisfying("score", scores -> assertThat(scores).isPositive());
        assertThat(output.getOut()).contains("ana.json", "Together", "1 taken");
        assertThat(output.getErr()).contains("1 of 1 files");
        assertThat(output.getAll()).doesNotContain(" WARN ");
    }

    @Test
    void a_second_run_changes_nothing_and_says_so(CapturedOutput output) {
        run(BUNDLE);
        var before = counts();
        int said = output.getOut().length();

        assertThat(run(BUNDLE)).isFalse();

        assertThat(counts()).isEqualTo(before);
        assertThat(output.getOut().substring(said).lines().filter(it -> it.contains(" taken ")))
                .isNotEmpty()
                .allMatch(it -> it.matches(".* 0 taken +0 changed .*"));
    }

    @Test
    void a_wrong_row_is_named_with_line_and_column(CapturedOutput output) {
        run("src/test/resources/imports/clients.csv");

        assertThat(output.getOut()).contains("line 4, column birth_date");
        assertThat(counts()).hasEntrySatisfying("client", it -> assertThat(it).isPositive());
    }

    @Test
    void a_name_that_nobody_bears_is_answered_with_those_there_are() {
        assertThatThrownBy(() ->
                        ImportCommand.run(
                                ImportArguments.of(
                                        new String[] {BUNDLE, "--organization", "Nowhere"}),
                                TestServer.settings(url)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--organization NAME")
                .hasMessageContaining(name);
    }

    private boolean run(String path) {
        return ImportCommand.run(
                ImportArguments.of(
                        new String[] {path, "--organization", name, "--site", "Northgate"}),
                TestServer.settings(url));
    }

    private Map<String, Long> counts() {
        return ward.in(() ->
                transaction.execute(status ->
                        List.of(
                                        "clients.client",
                                        "clients.coverage",
                                        "episodes.diagnosis",
                                        "episodes.score")
                                .stream()
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                table -> table.substring(table.indexOf('.') + 1),
                                                table ->
                                                        jdbc.sql("select count(*) from " + table)
                                                                .query(Long.class)
                                                                .single()))));
    }
}
