package care.trellis.engine.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.trellis.engine.content.CaseCommand;
import care.trellis.engine.content.Folders;
import care.trellis.engine.content.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ScoringCasesTest {

    static final JsonMapper JSON = new JsonMapper();

    static List<Path> caseFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Folders.content("instruments"))) {
            return files.filter(file -> file.endsWith("cases.json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("caseFiles")
    void every_instrument_scores_its_own_cases_as_expected(Path file) {
        var run = Run.of(ScoreCommand::run, "--check", file.toString());

        assertThat(run.out()).endsWith("passed, 0 failed\n");
        assertThat(run.code()).isEqualTo(CaseCommand.DONE);
    }

    @Test
    void every_instrument_file_is_in_the_index_and_has_cases_beside_it() throws IOException {
        var index = Files.readAllLines(Folders.content("instruments").resolve("index.txt"));
        try (Stream<Path> files = Files.walk(Folders.content("instruments"))) {
            var onDisk =
                    files.filter(file -> file.toString().endsWith(".yaml"))
                            .map(file ->
                                    Folders.content("instruments")
                                            .relativize(file)
                                            .toString()
                                            .replace('\\', '/'))
                            .toList();

            assertThat(index).containsExactlyInAnyOrderElementsOf(onDisk);
            assertThat(onDisk)
                    .allSatisfy(file ->
                            assertThat(
                                            Folders.content("instruments")
                                                    .resolve(file)
                                                    .resolveSibling("cases.json"))
                                    .exists());
        }
    }

    @Test
    void the_examples_beside_the_project_are_met() {
        var examples = Folders.shared("contracts/scoring.examples.json");
        assumeTrue(
                examples.isPresent(),
                "no example cases beside the project: nothing to compare with");

        var run = Run.of(ScoreCommand::run, "--check", examples.get().toString());

        assertThat(run.lastLine()).endsWith(" passed, 0 failed");
        assertThat(run.code()).isEqualTo(CaseCommand.DONE);
    }

    @Test
    void every_source_of_a_rule_is_tried_by_a_case_that_names_it() throws IOException {
        for (var id : Forms.LIBRARY.ids()) {
            var instrument = Forms.instrument(id);
            var cases = Folders.content("instruments").resolve(id).resolve("cases.json");
            var tried = new TreeSet<String>();
            for (var one : JSON.readTree(Files.readString(cases)).get("cases")) {
                one.path("tries").forEach(source -> tried.add(source.stringValue()));
            }

            assertThat(tried)
                    .as(id)
                    .containsExactlyInAnyOrderElementsOf(instrument.about().sources().keySet());
        }
    }
}
