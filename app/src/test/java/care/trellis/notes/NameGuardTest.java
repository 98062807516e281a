package care.trellis.notes;

import static care.trellis.notes.NameGuard.Finding.FIRST_NAME;
import static care.trellis.notes.NameGuard.Finding.FULL_NAME;
import static care.trellis.notes.NameGuard.Finding.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameGuardTest {

    private static final NameGuard.Member THEO = new NameGuard.Member("Theo", "Brandt");

    @Test
    void a_full_name_blocks_in_any_case_and_order() {
        assertThat(look("Argued with Theo Brandt.")).isEqualTo(FULL_NAME);
        assertThat(look("argued with theo  brandt")).isEqualTo(FULL_NAME);
        assertThat(look("Brandt, Theo gave feedback")).isEqualTo(FULL_NAME);
    }

    @Test
    void the_name_that_boards_show_blocks_too() {
        assertThat(look("Sat next to Theo B. today")).isEqualTo(FULL_NAME);
    }

    @Test
    void a_first_or_last_name_alone_warns() {
        assertThat(look("Was comforted by Theo")).isEqualTo(FIRST_NAME);
        assertThat(look("Theo's remark helped")).isEqualTo(FIRST_NAME);
        assertThat(look("Spoke to Mr. Brandt")).isEqualTo(FIRST_NAME);
    }

    @Test
    void parts_of_words_and_small_letters_are_no_names() {
        assertThat(look("Likes theology and Theodora")).isEqualTo(NOTHING);
        assertThat(look(new NameGuard.Member("Will", "Hope"), "She will try, with hope"))
                .isEqualTo(NOTHING);
    }

    @Test
    void a_name_that_is_also_the_facilitators_is_innocent_alone() {
        assertThat(look(THEO, "Theo led the round", "Theo")).isEqualTo(NOTHING);
        assertThat(look(THEO, "Theo Brandt spoke", "Theo")).isEqualTo(FULL_NAME);
    }

    @Test
    void signs_in_a_name_are_letters_and_not_a_pattern() {
        assertThat(look(new NameGuard.Member("A.(", "[x"), "anything")).isEqualTo(NOTHING);
    }

    private static NameGuard.Finding look(String text) {
        return look(THEO, text);
    }

    private static NameGuard.Finding look(NameGuard.Member other, String text, String... innocent) {
        return NameGuard.look(NameGuard.Words.of(text), other, List.of(innocent));
    }
}
