package care.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.demo.story.AnswerKey;
import care.trellis.demo.story.ClinicPlan;
import care.trellis.demo.story.Planted;
import care.trellis.demo.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerKeyTest {

    @TempDir Path folder;

    @Test
    void the_script_asks_neither_rulebook_nor_ledger_nor_billing_for_its_answers()
            throws IOException {
        try (var files = Files.list(Path.of("src/main/java/care/trellis/demo/story"))) {
            for (var file : files.toList()) {
                assertThat(Files.readString(file))
                        .as(file.getFileName().toString())
                        .doesNotContain(
                                "care.trellis.ledger",
                                "care.trellis.billing",
                                "care.trellis.engine");
            }
        }
    }

    @Test
    void every_kind_of_problem_stands_in_the_key_with_a_name_and_a_fix() throws IOException {
        var key = AnswerKey.of(ClinicPlan.of(Story.upTo(Instant.parse("2026-03-05T20:00:00Z"))));

        key.writeInto(folder);

        assertThat(key.planted())
                .extracting(Planted::kind)
                .containsExactlyInAnyOrder(Planted.Kind.values());
        assertThat(key.planted()).allMatch(it -> !it.people().isEmpty() && !it.fix().isBlank());
        assertThat(Files.readString(folder.resolve("answer-key.json")))
                .contains("DAY_MINUTES_LT_180");
        assertThat(Files.readString(folder.resolve("answer-key.md"))).contains("| NO_CONSENT |");
    }

    @Test
    void one_seed_and_one_anchor_make_one_plan() {
        var now = Instant.parse("2026-03-05T20:00:00Z");

        assertThat(ClinicPlan.of(Story.upTo(now)).people())
                .isEqualTo(ClinicPlan.of(Story.upTo(now)).people())
                .hasSize(40);
    }
}
