package care.trellis.engine.x12;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "José Müller|JOSE MULLER",
                "O'Brien-Smith, Jr.|O'BRIEN-SMITH, JR.",
                "A*B~C:D^E|A B C D E",
                "  two   spaces |TWO SPACES",
                "名前|''",
            })
    void a_name_keeps_what_a_payer_takes(String typed, String clean) {
        assertThat(Clean.text(typed)).isEqualTo(clean);
    }

    @Test
    void a_line_end_cannot_be_smuggled_in() {
        assertThat(Clean.text("A\r\nB\u0000\u001D")).isEqualTo("A B");
        assertThat(Clean.isExact("A\nB")).isFalse();
        assertThat(Clean.isExact("AB-1 2")).isTrue();
        assertThat(Clean.isExact("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.00", "50000, 500, 500.00", "5010, 50.1, 50.10", "-127, -1.27, -1.27"})
    void money_has_no_needless_zeros_in_an_element_and_two_decimals_elsewhere(
            long cents, String element, String dollars) {
        assertThat(Money.element(cents)).isEqualTo(element);
        assertThat(Money.dollars(cents)).isEqualTo(dollars);
    }
}
