package care.trellis.engine.x12.claims;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.x12.TestFiles;
import care.trellis.engine.x12.summary.Summary;
import com.imsweb.x12.reader.X12Reader.FileType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ClaimWriterTest {

    private static final List<Claim> INSTITUTIONAL =
            List.of(
                    Samples.institutional("C-1"),
                    Samples.institutional("C-2", Samples.child()),
                    Samples.institutional("C-3"));
    private static final List<Claim> PROFESSIONAL =
            List.of(Samples.professional("P-1"), Samples.professional("P-2"));

    private static ClaimFile write(List<Claim> claims) {
        return ClaimWriter.write(Samples.INTERCHANGE, Samples.PROVIDER, claims);
    }

    private static String text(List<Claim> claims) {
        return ((ClaimFile.Written) write(claims)).text();
    }

    @Test
    void institutional_claims_are_written_character_by_character_as_stored() {
        assertThat(text(INSTITUTIONAL)).isEqualTo(TestFiles.ownText("written-institutional.837"));
    }

    @Test
    void professional_claims_are_written_character_by_character_as_stored() {
        assertThat(text(PROFESSIONAL)).isEqualTo(TestFiles.ownText("written-professional.837"));
    }

    @Test
    void the_answer_counts_claims_lines_and_cents() {
        assertThat(write(INSTITUTIONAL))
                .isInstanceOfSatisfying(
                        ClaimFile.Written.class,
                        file -> {
                            assertThat(file.claims()).isEqualTo(3);
                            assertThat(file.lines()).isEqualTo(6);
                            assertThat(file.chargeCents()).isEqualTo(246_900);
                        });
    }

    @Test
    void our_reader_finds_what_was_written_and_nothing_wrong() throws IOException {
        for (var claims : List.of(INSTITUTIONAL, PROFESSIONAL)) {
            var out = new ByteArrayOutputStream();
            var bytes = text(claims).getBytes(StandardCharsets.US_ASCII);
            var problems = Summary.write(new ByteArrayInputStream(bytes), 1 << 20, out);
            assertThat(problems.list()).isEmpty();
            var read = new JsonMapper().readTree(out.toByteArray());
            assertThat(read.at("/interchanges/0/transactions/0/837/claims")).hasSize(claims.size());
        }
    }

    @Test
    void an_independent_reader_finds_no_fault() throws IOException {
        // It counts every HI of an institutional claim as a principal diagnosis, of which one is
        // allowed; so it complains once a claim of any that has a second HI.
        assertThat(faults(FileType.ANSI837_5010_X223, text(INSTITUTIONAL)))
                .containsOnly("HI in loop 2300 appears too many times");
        assertThat(faults(FileType.ANSI837_5010_X222, text(PROFESSIONAL))).isEmpty();
    }

    private static List<String> faults(FileType type, String text) throws IOException {
        var reader = new com.imsweb.x12.reader.X12Reader(type, new StringReader(text));
        assertThat(reader.getFatalErrors()).isEmpty();
        return reader.getErrors();
    }

    @Test
    void more_claims_than_a_transaction_takes_open_another() throws IOException {
        var claims = IntStream.rangeClosed(1, 5_001).mapToObj(i -> Samples.professional("P-" + i));
        var out = new ByteArrayOutputStream();
        var bytes = text(claims.toList()).getBytes(StandardCharsets.US_ASCII);
        var problems = Summary.write(new ByteArrayInputStream(bytes), 1 << 26, out);
        assertThat(problems.list()).isEmpty();
        var transactions =
                new JsonMapper().readTree(out.toByteArray()).at("/interchanges/0/transactions");
        assertThat(transactions.at("/0/counts/claims").asInt()).isEqualTo(5_000);
        assertThat(transactions.at("/1/counts/claims").asInt()).isEqualTo(1);
    }
}
