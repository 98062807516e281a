package care.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Phone numbers as people read them. */
class PhoneNumberTest {

    @Test
    void ten_digits_are_grouped_and_anything_else_stands_as_it_was_typed() {
        assertThat(PhoneNumber.text("8285550100")).isEqualTo("(828) 555-0100");
        assertThat(PhoneNumber.text(" +1 828 555 0100 x2 ")).isEqualTo("+1 828 555 0100 x2");
        assertThat(PhoneNumber.text("")).isEmpty();
    }
}
