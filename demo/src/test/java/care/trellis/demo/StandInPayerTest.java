package care.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidLine;
import care.trellis.engine.x12.remittances.Remittance;
import care.trellis.engine.x12.remittances.RemittanceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandInPayerTest {

    private static final String CLAIM = "000000001-1";

    @Test
    void a_line_is_paid_at_the_contracts_rate_less_the_copay() throws IOException {
        var answer = answer(new StandInPayer("Acme Health", "ACME1", 80, 1_500, Map.of()));

        assertThat(answer.balanced()).isTrue();
        assertThat(answer.payment().paidCents()).isEqualTo(3 * (25_200 - 1_500));
        assertThat(answer.payment().payee().id()).isEqualTo("1234567893");
        assertThat(answer.claims().getFirst().lines())
                .extracting(PaidLine::controlNumber)
                .containsExactly(CLAIM + "-1", CLAIM + "-2", CLAIM + "-3");
        assertThat(answer.claims().getFirst().lines().getFirst().adjustments())
                .containsExactly(
                        new Adjustment("CO", "45", 6_300, null),
                        new Adjustment("PR", "3", 1_500, null));
    }

    @Test
    void a_claim_that_it_is_told_to_deny_is_denied_with_the_reason() throws IOException {
        var answer = answer(new StandInPayer("Acme Health", "ACME1", 80, 0, Map.of(CLAIM, "197")));

        assertThat(answer.balanced()).isTrue();
        assertThat(answer.payment().paidCents()).isZero();
        assertThat(answer.claims().getFirst().status()).isEqualTo("4");
        assertThat(answer.claims().getFirst().lines().getFirst().adjustments())
                .containsExactly(new Adjustment("CO", "197", 31_500, null));
    }

    private static Remittance answer(StandInPayer payer) throws IOException {
        String claims;
        try (var in = StandInPayerTest.class.getResourceAsStream("week.837")) {
            claims = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        var text = payer.answer(claims, 1, "T-1", LocalDateTime.of(2026, 3, 20, 9, 5));
        var file =
                RemittanceReader.read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
        assertThat(file.problems()).isEmpty();
        return file.remittances().getFirst();
    }
}
