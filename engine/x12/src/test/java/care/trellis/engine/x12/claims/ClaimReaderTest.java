package care.trellis.engine.x12.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import care.trellis.engine.x12.Problem;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.TestFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimReaderTest {

    private static final long LIMIT = 1 << 26;

    private static List<Claim> read(byte[] file, Problems problems) throws IOException {
        var claims = new ArrayList<Claim>();
        ClaimReader.stream(
                new ByteArrayInputStream(file),
                LIMIT,
                (provider, claim) -> claims.add(claim),
                problems);
        return claims;
    }

    private static String written(List<Claim> claims) {
        var file = ClaimWriter.write(Samples.INTERCHANGE, Samples.PROVIDER, claims);
        assertThat(file).isInstanceOf(ClaimFile.Written.class);
        return ((ClaimFile.Written) file).text();
    }

    private static byte[] streamed(List<Claim> claims) {
        var bytes = new ByteArrayOutputStream();
        ClaimWriter.stream(bytes, Samples.INTERCHANGE, Samples.PROVIDER, true, claims.iterator());
        return bytes.toByteArray();
    }

    @Test
    void what_was_read_is_written_again_character_by_character() throws IOException {
        for (var name : List.of("written-institutional.837", "written-professional.837")) {
            var problems = new Problems();
            var claims = read(TestFiles.own(name), problems);
            assertThat(problems.list()).as(name).isEmpty();
            assertThat(written(claims)).as(name).isEqualTo(TestFiles.ownText(name));
        }
    }

    @Test
    void ten_thousand_claims_go_out_and_come_back_the_same() throws IOException {
        var sent =
                IntStream.rangeClosed(1, 10_000)
                        .mapToObj(number ->
                                number % 3 == 0
                                        ? Samples.institutional("C-" + number, Samples.child())
                                        : Samples.institutional("C-" + number))
                        .toList();
        var text = streamed(sent);
        var problems = new Problems();
        var back = read(text, problems);
        assertThat(problems.list()).isEmpty();
        assertThat(back).hasSize(10_000);
        assertThat(streamed(back)).isEqualTo(text);
    }

    @Test
    void claims_written_as_they_come_are_the_same_file() {
        var claims = List.of(Samples.institutional("C-1"), Samples.institutional("C-2"));
        assertThat(new String(streamed(claims), StandardCharsets.US_ASCII))
                .isEqualTo(written(claims));
    }

    @Test
    void a_stored_file_gives_back_whom_and_what_it_bills() throws IOException {
        var providers = new ArrayList<BillingProvider>();
        var claims = new ArrayList<Claim>();
        ClaimReader.stream(
                new ByteArrayInputStream(TestFiles.own("written-institutional.837")),
                LIMIT,
                (provider, claim) -> {
                    providers.add(provider);
                    claims.add(claim);
                },
                new Problems());
        assertThat(providers.getFirst().npi()).isEqualTo(Samples.PROVIDER.npi());
        assertThat(providers.getFirst().taxId()).isEqualTo("987654321");
        assertThat(claims)
                .extracting(Claim::patientControlNumber)
                .containsExactly("C-1", "C-2", "C-3");
        assertThat(claims.get(0).patient()).isNull();
        assertThat(claims.get(1).patient()).isNotNull();
        assertThat(claims.get(2).patient()).isNull();
        assertThat(claims.get(1).patient().relationship()).isEqualTo("19");
        assertThat(claims.get(0).authorizationNumber()).isEqualTo("AUTH-778");
        assertThat(claims.get(0).lines().getFirst().controlNumber()).isEqualTo("C-1-1");
    }

    @Test
    void a_total_that_is_not_the_sum_of_its_lines_is_named() throws IOException {
        var problems = new Problems();
        read(TestFiles.own("charge-not-sum-of-lines.837"), problems);
        assertThat(problems.list()).extracting(Problem::code).contains("CLAIM_NOT_SUM_OF_LINES");
    }

    @Test
    void every_public_file_of_claims_is_read_to_its_end() throws IOException {
        var folder = TestFiles.shared();
        assumeTrue(folder.isPresent(), "The folder of shared X12 files is not here.");
        try (var files = Files.list(folder.get())) {
            for (var file : files.filter(it -> it.toString().endsWith(".837")).toList()) {
                assertThat(read(Files.readAllBytes(file), new Problems()))
                        .as(file.getFileName().toString())
                        .isNotEmpty();
            }
        }
    }
}
