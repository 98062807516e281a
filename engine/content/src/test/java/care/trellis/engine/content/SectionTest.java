package care.trellis.engine.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTest {

    @Test
    void a_refusal_names_the_file_the_line_and_the_reason() {
        var section = read("name: one\nstarts: yesterday\n");

        assertThatThrownBy(() -> section.date("starts"))
                .isInstanceOf(RefusedFile.class)
                .hasMessage(
                        "one.yaml:2: \"starts\" takes a date such as 2024-01-31, not \"yesterday\"");
    }

    @Test
    void a_key_that_is_not_known_and_a_key_said_twice_are_refused() {
        assertThatThrownBy(() -> read("name: one\nnmae: two\n").only(List.of("name")))
                .hasMessage("one.yaml:2: unknown key \"nmae\"; known here: name");
        assertThatThrownBy(() -> read("name: one\nname: two\n"))
                .hasMessage("one.yaml:2: \"name\" stands here twice");
    }

    @Test
    void values_come_as_they_stand_in_the_file() {
        var section = read("rate: 12.5\non: true\nwords: [a, b]\nstep: {of: c}\n");

        assertThat(section.amount("rate")).isEqualByComparingTo("12.50");
        assertThat(section.flag("on")).isTrue();
        assertThat(section.flag("off", false)).isFalse();
        assertThat(section.texts("words")).containsExactly("a", "b");
        assertThat(section.section("step").text("of")).isEqualTo("c");
        assertThat(section.optionalDate("none")).isNull();
    }

    private static Section read(String text) {
        return Section.of("one.yaml", Node.read("one.yaml", new StringReader(text)));
    }
}
