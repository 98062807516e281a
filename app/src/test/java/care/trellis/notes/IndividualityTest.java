package care.trellis.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndividualityTest {

    @Test
    void the_same_words_are_alike_whatever_case_and_punctuation() {
        assertThat(percent("Took part, and shared.", "took  part and SHARED")).isEqualTo(100);
    }

    @Test
    void one_word_of_twenty_changed_is_ninety_five_percent_alike() {
        var words =
                "one two three four five six seven eight nine ten eleven twelve thirteen "
                        + "fourteen fifteen sixteen seventeen eighteen nineteen ";

        assertThat(percent(words + "twenty", words + "forty")).isEqualTo(95);
    }

    @Test
    void an_added_word_never_makes_a_text_identical() {
        assertThat(percent("a b c d e f g h i j k l", "a b c d e f g h i j k l m")).isEqualTo(96);
        assertThat(percent("word ".repeat(1_000), "word ".repeat(1_001))).isEqualTo(99);
    }

    @Test
    void the_same_words_in_another_order_are_less_alike() {
        assertThat(percent("a b c d e f g h i j", "j i h g f e d c b a")).isLessThan(85);
    }

    @Test
    void different_texts_and_empty_ones_are_not_alike() {
        assertThat(percent("Named two triggers at work.", "Kept quiet and left early."))
                .isLessThan(30);
        assertThat(percent("", "")).isZero();
        assertThat(percent("", "Something")).isZero();
    }

    private static int percent(String one, String other) {
        return Individuality.percent(Individuality.words(one), Individuality.words(other));
    }
}
