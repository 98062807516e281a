package care.trellis.engine.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.engine.content.Folders;
import care.trellis.engine.content.RefusedFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstrumentFileTest {

    static final String SMALL =
            """
            instrument: SMALL
            version: "1"
            dated: 2026-01-31
            title: An instrument for tests
            licence: SHIP-NOTICE
            notice: Ours.
            answered_by: client
            sources:
              HERE: { title: A manual }
            answers:
              often:
                - { code: 0, text: { en: Never } }
                - { code: 1, text: { en: Often } }
            reversed: [2]
            items:
              - { number: 1, concept: one, text: { en: First? } }
              - { number: 2, concept: two, text: { en: Second? } }
            skip:
              - { items: 2, when: [{ item: 1, is: 0 }], source: HERE, confidence: seen }
            scores:
              total: { sum: 1-2, source: HERE, confidence: seen }
            severity:
              - { score: total, bands: { low: 0, high: 2 }, source: HERE, confidence: seen }
            flags:
              - { flag: BAD, when: [{ severity: high }], alert: A1, source: HERE, confidence: seen }
            """;

    @Test
    void a_file_is_read_with_all_that_a_screen_needs() {
        var small = read(SMALL);

        assertThat(small.toString()).isEqualTo("SMALL 1");
        assertThat(small.about().licence()).isEqualTo(Licence.SHIP_NOTICE);
        assertThat(small.about().notice()).isEqualTo("Ours.");
        assertThat(small.about().languages()).containsExactly("en");
        assertThat(small.items()).extracting(Item::number).containsExactly("1", "2");
        assertThat(small.item("2").text()).containsEntry("en", "Second?");
        var choices = (AnswerSet.Choices) small.item("1").answers();
        assertThat(choices.options()).extracting(Option::code).containsExactly(0, 1);
        assertThat(choices.options().get(1).label()).containsEntry("en", "Often");
        assertThat(small.about().citations()).containsKeys("score total", "flag BAD", "severity");
        assertThat(small.flags()).containsExactly("BAD");
    }

    @Test
    void a_reversed_item_is_stored_raw_and_scored_reversed() {
        var result = Scoring.score(read(SMALL), Answers.of(Map.of("1", 1, "2", 0)));

        assertThat(result.total()).isEqualByComparingTo("2");
        assertThat(result.severity()).isEqualTo("high");
    }

    @Test
    void a_skipped_item_gives_no_points_and_is_not_missing() {
        var result = Scoring.score(read(SMALL), Answers.of(Map.of("1", 0, "2", 0)));

        assertThat(result.total()).isEqualByComparingTo("0");
        assertThat(result.missing()).isEmpty();
        assertThat(result.valid()).isTrue();
    }

    @Test
    void a_wrong_file_is_refused_with_file_line_and_reason() {
        refused("title: An", "titel: An", "test.yaml:4: unknown key \"titel\"");
        refused("2026-01-31", "January", "test.yaml:3: \"dated\" takes a date");
        refused("SHIP-NOTICE", "FREE", "test.yaml:5: the licence is \"FREE\"");
        refused("answered_by: client", "answered_by: dog", "test.yaml:7: \"answered_by\" is");
        refused("reversed: [2]", "reversed: [3]", "test.yaml:14: there is no item \"3\"");
        refused("number: 2,", "number: 1,", "test.yaml:17: there are two items \"1\"");
        refused("item: 1, is", "item: 9, is", "test.yaml:19: there is no item \"9\"");
        refused("sum: 1-2", "sum: 1-3", "test.yaml:21: there is no item \"3\"");
        refused("sum: 1-2", "sum: 1-2, mean: 1", "test.yaml:21: a score has exactly one of");
        refused("low: 0, high: 2", "low: 2, high: 0", "test.yaml:23: the bands of a score rise");
        refused("score: total", "score: sum", "test.yaml:23: there is no score \"sum\" above");
        refused("severity: high", "severity: dire", "test.yaml:25: there is no severity \"dire\"");
        refused("alert: A1", "alert: A9", "test.yaml:25: \"alert\" is \"a9\"");
        refused("code: 1,", "code: 0,", "test.yaml:13: the code 0 stands here twice");
        refused("{ item: 1, is: 0 }", "{ is: 0 }", "test.yaml:19: a condition has exactly one of");
        refused("{ item: 1, is: 0 }", "{ item: 1 }", "test.yaml:19: a condition asks at_least");
        refused(
                "{ item: 1, is: 0 }",
                "{ context: sex, is: F }",
                "test.yaml:19: \"sex\" is not listed");
        refused("  - { flag: BAD", "  - { falg: BAD", "test.yaml:25: unknown key \"falg\"");
        refusedWhole(SMALL + "version: \"2\"\n", "\"version\" stands here twice");
        refusedWhole(
                SMALL.replace("    - { code: 1, text: { en: Often } }\n", "")
                        .replace("    - { code: 0, text: { en: Never } }\n", "    []\n"),
                "there is no answer to choose");
        refusedWhole("items: [", "not YAML");
        refusedWhole("", "the file is empty");
    }

    @Test
    void a_rule_without_a_source_is_refused_and_so_is_a_source_without_a_rule() {
        refused("sum: 1-2, source: HERE", "sum: 1-2, source: THERE", "\"THERE\" is not among");
        refused("sum: 1-2, source: HERE,", "sum: 1-2,", "\"source\" is missing");
        refused("{ title: A manual }", "{ title: A }\n  MORE: { title: B }", "no rule cites");
    }

    @Test
    void text_of_a_licence_that_does_not_let_it_ship_is_refused_at_its_line() {
        refused(
                "licence: SHIP-NOTICE",
                "licence: PACK",
                "test.yaml:12: the licence PACK does not let its text ship");
        refused(
                "licence: SHIP-NOTICE",
                "licence: LICENSED",
                "test.yaml:12: the licence LICENSED does not let its text ship");
        refused(
                "licence: SHIP-NOTICE",
                "licence: NEVER",
                "test.yaml:5: what may NEVER be here has no file");
    }

    @Test
    void a_notice_and_whole_languages_are_asked_for() {
        refused("notice: Ours.\n", "", "SHIP-NOTICE needs its \"notice\"");
        refused(
                "text: { en: First? }",
                "text: { en: First?, es: Primero }",
                "test.yaml:12: this is not there in es, as other text is");
        refused(", text: { en: Second? }", "", "item 2 has no text");
        refused("text: { en: Second? }", "text: { fr: Second }", "unknown key \"fr\"");
        refused("notice:", "text_left_out: Why.\nnotice:", "test.yaml:6: item 1 has its text");
    }

    @Test
    void a_file_may_say_why_its_text_is_left_out() {
        var left =
                SMALL.replace(", text: { en: First? }", "")
                        .replace(", text: { en: Second? }", "")
                        .replace(", text: { en: Never }", "")
                        .replace(", text: { en: Often }", "")
                        .replace("notice:", "text_left_out: Not compared yet.\nnotice:");

        assertThat(read(left).about().textLeftOut()).isEqualTo("Not compared yet.");
        assertThat(read(left).about().languages()).isEmpty();
    }

    @Test
    void two_versions_stand_side_by_side_and_the_newest_is_given() {
        var first = read(SMALL);
        var second = read(SMALL.replace("\"1\"", "\"2\"").replace("2026-01-31", "2026-02-01"));
        var library = new Instruments(List.of(second, first));

        assertThat(library.find("SMALL")).isSameAs(second);
        assertThat(library.find("SMALL", "1")).isSameAs(first);
        assertThat(library.find("SMALL", "3")).isNull();
        assertThat(library.find("OTHER")).isNull();
        assertThatThrownBy(() -> new Instruments(List.of(first, read(SMALL))))
                .hasMessageContaining("two instruments are SMALL 1");
    }

    @Test
    void the_guide_beside_the_instruments_names_every_key() throws IOException {
        var guide = Files.readString(Folders.content("instruments").resolve("README.md"));

        assertThat(InstrumentReader.KEYS)
                .allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
    }

    private static void refused(String right, String wrong, String reason) {
        assertThat(SMALL).contains(right);
        refusedWhole(SMALL.replace(right, wrong), reason);
    }

    private static void refusedWhole(String text, String reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining(reason);
    }

    private static Instrument read(String text) {
        return Instrument.read("test.yaml", new StringReader(text));
    }
}
