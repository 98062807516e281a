package care.trellis.downtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Codes on paper are typed by people. */
class CodeTest {

    @Test
    void a_code_is_read_however_it_is_typed() {
        var code = Code.of(214);

        assertThat(Code.read(" " + code.text().toLowerCase(java.util.Locale.ROOT))).contains(code);
        assertThat(Code.read(code.text().substring(0, 3) + " " + code.text().charAt(3)))
                .contains(code);
    }

    @Test
    void a_digit_mistyped_or_two_that_changed_places_never_give_somebody_elses_code() {
        IntStream.range(0, 1000)
                .mapToObj(Code::of)
                .forEach(code -> {
                    for (int place = 0; place < 3; place++) {
                        for (char digit = '0'; digit <= '9'; digit++) {
                            var typed = new StringBuilder(code.text());
                            typed.setCharAt(place, digit);
                            if (!typed.toString().equals(code.text())) {
                                assertThat(Code.read(typed.toString())).as("%s", typed).isEmpty();
                            }
                        }
                        for (int other = 0; other < place; other++) {
                            var typed = new StringBuilder(code.text());
                            typed.setCharAt(place, code.text().charAt(other));
                            typed.setCharAt(other, code.text().charAt(place));
                            if (!typed.toString().equals(code.text())) {
                                assertThat(Code.read(typed.toString())).as("%s", typed).isEmpty();
                            }
                        }
                    }
                });
    }
}
