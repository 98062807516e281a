package care.trellis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {

    /** The secret of the test vectors of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void codes_are_those_of_the_standard() {
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(59), 0)).hasValue(1);
        assertThat(Totp.step(SECRET, "081804", Instant.ofEpochSecond(1111111109), 0))
                .hasValue(1111111109 / 30);
    }

    @Test
    void a_code_is_good_one_step_early_and_one_step_late_and_no_more() {
        var minute = Instant.ofEpochSecond(1111111109);
        var code = Totp.next(SECRET, minute, 0);

        assertThat(Totp.step(SECRET, code, minute.minusSeconds(30), 0)).isPresent();
        assertThat(Totp.step(SECRET, code, minute.plusSeconds(30), 0)).isPresent();
        assertThat(Totp.step(SECRET, code, minute.minusSeconds(60), 0)).isEmpty();
        assertThat(Totp.step(SECRET, code, minute.plusSeconds(60), 0)).isEmpty();
    }

    @Test
    void a_code_at_or_before_the_last_used_step_is_not_good_again() {
        var minute = Instant.ofEpochSecond(1111111109);
        var code = Totp.next(SECRET, minute, 0);
        long used = Totp.step(SECRET, code, minute, 0).orElseThrow();

        assertThat(Totp.step(SECRET, code, minute, used)).isEmpty();
    }

    @Test
    void the_secret_can_be_typed_in_groups_of_four() {
        assertThat(Totp.text(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(Totp.uri(SECRET, "ada@clinic.example"))
                .isEqualTo(
                        "otpauth://totp/Trellis:ada%40clinic.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Trellis");
    }
}
