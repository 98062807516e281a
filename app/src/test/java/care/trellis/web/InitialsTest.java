package care.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitialsTest {

    @Test
    void a_name_is_the_first_letters_of_its_first_and_last_word() {
        assertThat(Initials.of("Maya Ellen Ito")).isEqualTo("MI");
        assertThat(Initials.of("  éloïse  ")).isEqualTo("É");
        assertThat(Initials.of("Karim A.")).isEqualTo("KA");
    }

    @Test
    void a_name_without_letters_is_a_question_mark() {
        assertThat(Initials.of("")).isEqualTo("?");
        assertThat(Initials.of("42")).isEqualTo("?");
    }

    @Test
    void the_same_letters_keep_their_tint() {
        assertThat(Initials.tint("MI")).isEqualTo(Initials.tint("MI")).isBetween(0, 7);
    }
}
