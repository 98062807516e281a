package care.trellis.engine.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.engine.content.Folders;
import care.trellis.engine.content.RefusedFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulebookFileTest {

    static final String SMALL =
            """
            rulebook: TEST_PAYER
            version: "1"
            title: A payer for tests
            kind: payer
            effective: { from: 2024-01-01, to: 2024-12-31, outside: hold, source: HERE, confidence: P }
            sources:
              HERE: { title: A manual, url: "https://example.org" }
            rules:
              - id: day-minutes
                says: Three hours a day.
                check: day.minutes
                at_least: 180
                stage: day_minimum
                reason: "DAY_MINUTES_LT_{at_least}"
                if_broken: not_billable
                fix: "{more}"
                owner: clinician
                source: HERE
                confidence: P
            bill:
              - { code: H0015, unit_type: PER_DIEM, source: HERE, confidence: P }
            """;

    @Test
    void a_rulebook_knows_when_it_is_in_force() {
        var rulebook = read(SMALL);

        assertThat(rulebook.id()).isEqualTo("TEST_PAYER");
        assertThat(rulebook.inForceOn(LocalDate.of(2023, 12, 31))).isFalse();
        assertThat(rulebook.inForceOn(LocalDate.of(2024, 1, 1))).isTrue();
        assertThat(rulebook.inForceOn(LocalDate.of(2024, 12, 31))).isTrue();
        assertThat(rulebook.inForceOn(LocalDate.of(2025, 1, 1))).isFalse();
    }

    @Test
    void numbers_in_a_reason_come_from_the_file() {
        assertThat(read(SMALL.replace("180", "150")).rules.getFirst().reason())
                .isEqualTo("DAY_MINUTES_LT_150");
    }

    @Test
    void a_wrong_file_is_refused_with_file_line_and_reason() {
        refused(
                SMALL.replace("day.minutes", "day.hours"),
                "test.yaml:11: unknown fact \"day.hours\"");
        refused(
                SMALL.replace("at_least: 180", "at_least: three hours"),
                "test.yaml:12: \"at_least\" takes a number");
        refused(
                SMALL.replace("stage: day_minimum", "stage: lunch"),
                "test.yaml:13: \"stage\" is \"lunch\"");
        refused(
                SMALL.replace("{at_least}", "{days}"),
                "test.yaml:14: nothing here gives {days} a number");
        refused(
                SMALL.replace("owner: clinician", "owner: nobody"),
                "test.yaml:17: \"nobody\" is no role");
        refused(
                SMALL.replace("source: HERE\n    confidence", "source: THERE\n    confidence"),
                "\"THERE\" is not among the sources");
        refused(
                SMALL.replace("title: A payer for tests", "titel: A payer"),
                "test.yaml:3: unknown key \"titel\"");
        refused(SMALL.replace("    fix: \"{more}\"\n", ""), "\"fix\" is missing");
        refused(SMALL.replace("to: 2024-12-31", "to: 2023-12-31"), "ends before it begins");
        refused(
                SMALL.replace("version: \"1\"", "rulebook: AGAIN"),
                "test.yaml:2: \"rulebook\" stands here twice");
        refused("rules: [", "not YAML");
        refused("", "the file is empty");
    }

    @Test
    void the_library_finds_the_version_in_force_or_the_nearest() {
        var first = read(SMALL);
        var second =
                read(
                        SMALL.replace("version: \"1\"", "version: \"2\"")
                                .replace("2024-01-01, to: 2024-12-31", "2025-01-01"));
        var library = new Rulebooks(List.of(second, first));

        assertThat(library.find("TEST_PAYER", LocalDate.of(2024, 5, 1))).isSameAs(first);
        assertThat(library.find("TEST_PAYER", LocalDate.of(2026, 5, 1))).isSameAs(second);
        assertThat(library.find("TEST_PAYER", LocalDate.of(2020, 5, 1))).isSameAs(first);
        assertThat(library.find("TEST_PAYER", null)).isSameAs(second);
        assertThat(library.find("NOBODY", null)).isNull();
    }

    @Test
    void a_rule_that_cannot_be_judged_is_refused() {
        refused(
                SMALL.replace(
                        "at_least: 180",
                        "at_least: 180\n    when: [{ check: session.minutes, at_least: 1 }]"),
                "adds up sessions");
        refused(
                SMALL.replace("if_broken: not_billable", "if_broken: claim_held"),
                "only a rule about the week or the claim can say this");
        refused(
                SMALL.replace("outside: hold", "outside: violation"),
                "\"outside\" is not_billable or hold");
        refused(
                SMALL + "  - { units_per_day: 1.5, source: HERE, confidence: P }\n",
                "\"units_per_day\" takes a whole number");
        refused(
                SMALL
                        + "claim:\n  - { when: [{ check: day.minutes, at_least: 1 }], lines: per_day, source: HERE, confidence: P }\n",
                "too fine a fact");
    }

    @Test
    void what_would_never_be_filled_or_told_apart_is_refused() {
        refused(SMALL.replace("{more}", "{session}"), "test.yaml:16: nothing here fills {session}");
        refused(
                SMALL.replace("check: day.minutes\n", "check: day.units\n"),
                "test.yaml:11: \"day.units\" needs \"programs\" in this file");
        refused(
                SMALL.replace("unit_type: PER_DIEM", "unit_type: DAILY"),
                "\"unit_type\" is \"DAILY\"; it can be 15_MIN, HOURLY, PER_DIEM");
        refused(
                SMALL.replace(
                        "at_least: 180", "at_least: 180\n    from: 2025-01-01\n    to: 2024-01-01"),
                "ends before it begins");
    }

    @Test
    void a_rule_about_a_line_cannot_look_at_a_session() {
        refused(
                SMALL.replace(
                        "check: day.minutes\n    at_least: 180",
                        "check: line.code\n    one_of: [H0015]\n"
                                + "    when: [{ check: session.minutes, at_least: 1 }]"),
                "a rule about one charged line cannot look at \"session.minutes\"");
    }

    @Test
    void one_comparison_and_words_that_can_be_true() {
        refused(
                SMALL.replace("at_least: 180", "at_least: 180\n    at_most: 200"),
                "exactly one of");
        refused(
                SMALL.replace(
                        "check: day.minutes\n    at_least: 180", "check: client.age\n    is: 18"),
                "cannot be compared with is");
        refused(
                SMALL.replace(
                        "check: day.minutes\n    at_least: 180",
                        "check: program.setting\n    is: HOSPITAL"),
                "\"program.setting\" is never \"HOSPITAL\"");
        refused(
                SMALL.replace("kind: payer", "kind: court"),
                "\"kind\" is \"court\"; it can be payer, license");
    }

    @Test
    void only_units_and_sessions_above_a_limit_can_be_turned_down() {
        refused(
                SMALL.replace("if_broken: not_billable", "if_broken: reject_units"),
                "reject_units needs day.units or day.sessions with at_most");
    }

    @Test
    void a_rate_is_dollars_and_cents() {
        refused(
                SMALL.replace("unit_type: PER_DIEM", "rate: 157.865"),
                "\"rate\" takes dollars and cents");
    }

    @Test
    void every_rule_and_every_block_of_the_library_is_cited() {
        for (var id : Rulebooks.library().ids()) {
            for (var rulebook : Rulebooks.library().versions(id)) {
                assertThat(rulebook.rules)
                        .allSatisfy(rule -> {
                            assertThat(rule.citation()).contains("http");
                            assertThat(rule.confidence()).isNotEqualTo("M?");
                        });
                assertThat(rulebook.bill)
                        .allSatisfy(block -> assertThat(block.citation()).contains("http"));
            }
        }
    }

    @Test
    void the_guide_beside_the_rulebooks_names_every_fact() throws IOException {
        var guide = Files.readString(Folders.content("rulebooks").resolve("README.md"));

        assertThat(Vocabulary.names())
                .allSatisfy(fact -> assertThat(guide).contains("`" + fact + "`"));
    }

    private static void refused(String text, String reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining(reason);
    }

    private static Rulebook read(String text) {
        return Rulebook.read("test.yaml", new StringReader(text));
    }
}
