package care.trellis.engine.x12.claims;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.x12.Npi;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimRefusalTest {

    private static final Claim RIGHT = Samples.institutional("C-1");

    private static List<ClaimProblem> refused(BillingProvider provider, Claim... claims) {
        return ClaimWriter.write(Samples.INTERCHANGE, provider, List.of(claims))
                        instanceof ClaimFile.Refused refused
                ? refused.problems()
                : List.of();
    }

    private static List<String> places(Claim... claims) {
        return refused(Samples.PROVIDER, claims).stream()
                .map(p -> p.claim() + " " + p.loop() + " " + p.segment())
                .toList();
    }

    private static Claim with(
            String number, Subscriber subscriber, List<String> diagnoses, List<ServiceLine> lines) {
        return new Claim(
                number,
                subscriber,
                null,
                RIGHT.payer(),
                RIGHT.form(),
                diagnoses,
                null,
                null,
                lines);
    }

    private static ServiceLine line(LocalDate date, String revenue, int units, long cents) {
        return new ServiceLine(date, revenue, null, units, "UN", cents, null);
    }

    @Test
    void a_wrong_check_digit_of_the_npi_is_named_with_its_place() {
        assertThat(Npi.isValid("1234567893")).isTrue();
        assertThat(Npi.isValid("1234567890")).isFalse();
        var provider =
                new BillingProvider(
                        "Harbor",
                        "1234567890",
                        "987654321",
                        "261QR0405X",
                        Samples.PROVIDER.address());
        assertThat(refused(provider, RIGHT))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.claim()).isNull();
                    assertThat(problem.loop()).isEqualTo("2010AA");
                    assertThat(problem.segment()).isEqualTo("NM109");
                });
    }

    @Test
    void delimiters_in_a_name_become_spaces_and_start_no_segment() {
        var person = RIGHT.subscriber().person();
        var sly =
                new Person(
                        "Ortega~CLM*X*1", "Ana:^", null, person.birthDate(), "F", person.address());
        var file =
                ClaimWriter.write(
                        Samples.INTERCHANGE,
                        Samples.PROVIDER,
                        List.of(
                                with(
                                        "C-1",
                                        new Subscriber(sly, "ABC123", null),
                                        RIGHT.diagnoses(),
                                        RIGHT.lines())));
        assertThat(((ClaimFile.Written) file).text())
                .contains("NM1*IL*1*ORTEGA CLM X 1*ANA****MI*ABC123~");
    }

    @Test
    void a_delimiter_in_an_identifier_is_refused_instead_of_changed() {
        var sly = new Subscriber(RIGHT.subscriber().person(), "ABC~123", "G*1");
        assertThat(places(with("C*1", sly, RIGHT.diagnoses(), RIGHT.lines())))
                .containsExactly("C*1 2300 CLM01", "C*1 2010BA NM109", "C*1 2000B SBR03");
    }

    @Test
    void every_fault_of_a_line_is_named() {
        var lines =
                List.of(
                        line(LocalDate.of(2026, 11, 30), "0906", 1, 100),
                        line(LocalDate.of(2026, 11, 2), "96", 0, -1));
        assertThat(places(with("C-1", RIGHT.subscriber(), RIGHT.diagnoses(), lines)))
                .containsExactly(
                        "C-1 2400 DTP 472", "C-1 2400 SV2", "C-1 2400 SV2", "C-1 2400 SV2");
    }

    @Test
    void a_claim_needs_diagnoses_and_lines() {
        assertThat(places(with("C-1", RIGHT.subscriber(), List.of(), List.of())))
                .containsExactly("C-1 2300 HI", "C-1 2400 LX");
        assertThat(places(with("C-1", RIGHT.subscriber(), List.of("alcohol"), RIGHT.lines())))
                .containsExactly("C-1 2300 HI");
    }

    @Test
    void a_replacement_needs_the_number_of_what_it_replaces() {
        var professional = Samples.professional("P-1");
        var replacement =
                new Claim(
                        "P-1",
                        professional.subscriber(),
                        null,
                        professional.payer(),
                        new ClaimForm.Professional("57", "7", null, null),
                        professional.diagnoses(),
                        null,
                        null,
                        professional.lines());
        assertThat(places(replacement)).containsExactly("P-1 2300 REF F8");
    }

    @Test
    void two_forms_or_two_like_numbers_share_no_file() {
        assertThat(places(RIGHT, Samples.professional("P-1"))).containsExactly("null 2300 CLM05");
        assertThat(places(RIGHT, RIGHT)).containsExactly("C-1 2300 CLM01");
        assertThat(places()).containsExactly("null 2300 CLM");
    }
}
