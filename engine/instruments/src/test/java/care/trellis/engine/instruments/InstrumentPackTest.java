package care.trellis.engine.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.engine.content.RefusedFile;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstrumentPackTest {

    static final Instrument WHO_5 = Forms.instrument("WHO-5");

    /** Not the real wording, which may not be here. */
    static final String PACK =
            """
            pack: WHO-5
            version: "1"
            notice: Theirs.
            stem: { en: Please choose. }
            labels:
              0: { en: zero }
              1: { en: one }
              2: { en: two }
              3: { en: three }
              4: { en: four }
              5: { en: five }
            items:
              - { number: 1, text: { en: first } }
              - { number: 2, text: { en: second } }
              - { number: 3, text: { en: third } }
              - { number: 4, text: { en: fourth } }
              - { number: 5, text: { en: fifth }, labels: { 5: { en: most } } }
            """;

    @Test
    void a_pack_gives_an_instrument_its_wording_and_leaves_its_scoring() {
        var worded = WHO_5.with(pack(PACK));
        var answers = Answers.of(Map.of("1", 5, "2", 5, "3", 5, "4", 5, "5", 5));

        assertThat(worded.about().notice()).isEqualTo("Theirs.");
        assertThat(worded.about().stem()).containsEntry("en", "Please choose.");
        assertThat(worded.about().languages()).containsExactly("en");
        assertThat(worded.item("2").text()).containsEntry("en", "second");
        assertThat(label(worded, "1")).containsEntry("en", "five");
        assertThat(label(worded, "5")).containsEntry("en", "most");
        assertThat(Scoring.score(worded, answers)).isEqualTo(Scoring.score(WHO_5, answers));
    }

    @Test
    void a_pack_that_is_not_whole_is_refused_with_line_and_reason() {
        refused("pack: WHO-5", "pack: OASIS", "pack.yaml:1: this is the wording of OASIS 1");
        refused("version: \"1\"", "version: \"2\"", "not of WHO-5 1");
        refused("number: 4,", "number: 6,", "pack.yaml:16: there is no item \"6\"");
        refused("number: 4,", "number: 3,", "pack.yaml:16: there are two items \"3\"");
        refused("  - { number: 4, text: { en: fourth } }\n", "", "item 4 has no text");
        refused("  3: { en: three }\n", "", "the answer 3 has no label");
        refused("{ en: third }", "{ en: third, es: tercero }", "not there in every language");
        refused("notice: Theirs.\n", "", "\"notice\" is missing");
        refused("stem:", "steam:", "unknown key \"steam\"");
    }

    private static Map<String, String> label(Instrument instrument, String number) {
        return ((AnswerSet.Choices) instrument.item(number).answers()).options().getLast().label();
    }

    private static void refused(String right, String wrong, String reason) {
        assertThat(PACK).contains(right);
        assertThatThrownBy(() -> WHO_5.with(pack(PACK.replace(right, wrong))))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining(reason);
    }

    private static InstrumentPack pack(String text) {
        return InstrumentPack.read("pack.yaml", new StringReader(text));
    }
}
