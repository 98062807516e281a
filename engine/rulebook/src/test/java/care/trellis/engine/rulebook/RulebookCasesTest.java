package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.trellis.engine.content.CaseCommand;
import care.trellis.engine.content.Folders;
import care.trellis.engine.content.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RulebookCasesTest {

    static final JsonMapper JSON = new JsonMapper();

    @TempDir Path folder;

    static List<Path> caseFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Folders.content("rulebooks"))) {
            return files.filter(file -> file.endsWith("cases.json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("caseFiles")
    void every_rulebook_decides_its_own_cases_as_expected(Path file) {
        var run = Run.of(DecideCommand::run, "--check", file.toString());

        assertThat(run.out()).endsWith("passed, 0 failed\n");
        assertThat(run.code()).isEqualTo(CaseCommand.DONE);
    }

    @Test
    void every_rulebook_file_is_in_the_index_and_has_cases_beside_it() throws IOException {
        var index = Files.readAllLines(Folders.content("rulebooks").resolve("index.txt"));
        try (Stream<Path> files = Files.walk(Folders.content("rulebooks"))) {
            var onDisk =
                    files.filter(file -> file.toString().endsWith(".yaml"))
                            .map(file ->
                                    Folders.content("rulebooks")
                                            .relativize(file)
                                            .toString()
                                            .replace('\\', '/'))
                            .toList();

            assertThat(index).containsExactlyInAnyOrderElementsOf(onDisk);
            assertThat(onDisk)
                    .allSatisfy(file ->
                            assertThat(
                                            Folders.content("rulebooks")
                                                    .resolve(file)
                                                    .resolveSibling("cases.json"))
                                    .exists());
        }
    }

    @Test
    void the_examples_beside_the_project_are_met_for_every_rule_set_in_the_library()
            throws IOException {
        var examples = Folders.shared("contracts/payer-cases.examples.json");
        assumeTrue(
                examples.isPresent(),
                "no example cases beside the project: nothing to compare with");
        var file = (ObjectNode) JSON.readTree(Files.readString(examples.get()));
        var ours = JSON.createArrayNode();
        var known = Rulebooks.library().ids();
        for (var payerCase : file.get("cases")) {
            if (known.contains(payerCase.get("rule_set").stringValue())) {
                ours.add(payerCase);
            }
        }
        file.set("cases", ours);
        var chosen = Files.writeString(folder.resolve("chosen.json"), file.toString());

        var run = Run.of(DecideCommand::run, "--check", chosen.toString());

        assertThat(run.out()).isEqualTo(ours.size() + " passed, 0 failed\n");
    }
}
