package care.trellis.engine.x12.claims;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.PaidLine;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.Remittance;
import care.trellis.engine.x12.remittances.RemittanceReader;
import care.trellis.engine.x12.remittances.RemittanceWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A claim that went out and came back paid, as the synthetic clinic's stand-in payer does it. */
class ClaimRoundTripTest {

    private static final LocalDate PAID_ON = LocalDate.of(2026, 11, 30);

    @Test
    void each_line_comes_back_under_the_number_it_went_out_with() throws IOException {
        var claim = Samples.institutional("C-1");
        var lines = claim.lines().stream().map(ClaimRoundTripTest::pay).toList();
        long paid = lines.stream().mapToLong(PaidLine::paidCents).sum();
        var answer =
                new Remittance(
                        new Payment(
                                new Party(claim.payer().name(), "XV", claim.payer().id()),
                                new Party(Samples.PROVIDER.name(), "XX", Samples.PROVIDER.npi()),
                                "T-1",
                                "CHK",
                                PAID_ON,
                                paid),
                        List.of(
                                new PaidClaim(
                                        claim.patientControlNumber(),
                                        "1",
                                        claim.chargeCents(),
                                        paid,
                                        0,
                                        "PCN-1",
                                        List.of(),
                                        lines,
                                        List.of())),
                        List.of());
        var text =
                RemittanceWriter.write(
                        "60054",
                        Samples.INTERCHANGE.submitter().id(),
                        1,
                        LocalDateTime.of(2026, 11, 30, 6, 0),
                        List.of(answer));
        var file =
                RemittanceReader.read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
        assertThat(file.problems()).isEmpty();
        var back = file.remittances().getFirst();
        assertThat(back.balanced()).isTrue();
        assertThat(back.claims()).isEqualTo(answer.claims());
        assertThat(back.claims().getFirst().lines())
                .extracting(PaidLine::controlNumber)
                .containsExactly("C-1-1", "C-1-2");
    }

    /** Four fifths of the charge, the rest written off by contract. */
    private static PaidLine pay(ServiceLine line) {
        long writtenOff = line.chargeCents() / 5;
        var procedure = line.procedure();
        return new PaidLine(
                procedure.code(),
                procedure.modifiers(),
                line.revenueCode(),
                line.date(),
                BigDecimal.valueOf(line.units()),
                line.chargeCents(),
                line.chargeCents() - writtenOff,
                List.of(new Adjustment("CO", "45", writtenOff, null)),
                line.controlNumber(),
                List.of());
    }
}
