package care.trellis.engine.x12.summary;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.x12.Problem;
import care.trellis.engine.x12.TestFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a file holds, and the codes of what is wrong with it. */
    private record Read(JsonNode json, List<Problem> problems) {

        JsonNode transaction(int index) {
            return json.at("/interchanges/0/transactions/" + index);
        }

        List<String> codes() {
            return problems.stream().map(Problem::code).toList();
        }
    }

    private static Read read(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        var problems = Summary.write(new ByteArrayInputStream(bytes), 1 << 20, out);
        return new Read(JSON.readTree(out.toByteArray()), problems.list());
    }

    private static Read own(String name) throws IOException {
        return read(TestFiles.own(name));
    }

    @Test
    void a_right_remittance_is_told_whole_and_balances() throws IOException {
        var read = own("right.835");
        assertThat(read.problems()).isEmpty();
        assertThat(read.json().at("/interchanges/0/control").asString()).isEqualTo("000000101");
        assertThat(read.json().at("/interchanges/0/date").asString()).isEqualTo("2026-11-21");
        assertThat(read.json().at("/interchanges/0/test").asBoolean()).isTrue();
        var remittance = read.transaction(0).get("835");
        assertThat(remittance.get("paid").asString()).isEqualTo("401.50");
        assertThat(remittance.get("balanced").asBoolean()).isTrue();
        assertThat(remittance.at("/claims/0/adjustments")).hasSize(3);
        assertThat(remittance.at("/claims/1/paid").asString()).isEqualTo("-80.00");
        assertThat(remittance.at("/providerAdjustments/0/amount").asString()).isEqualTo("-10.00");
        assertThat(read.transaction(0).at("/counts/claims").asInt()).isEqualTo(3);
        assertThat(read.transaction(0).at("/counts/lines").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "bom-indents-and-crlf.835,",
        "utf-16.835,",
        "newline-for-terminator.835,",
        "wrapped-at-80-columns.835,",
        "two-interchanges-with-other-separators.835,",
        "empty-segment.835, EMPTY_SEGMENT",
        "text-after-iea.835, TEXT_AFTER_IEA",
        "text-before-isa.835, TEXT_BEFORE_ISA",
        "no-envelope.835, NO_ENVELOPE",
        "missing-iea.835, MISSING_IEA",
        "missing-trailers.835, MISSING_SE MISSING_GE MISSING_IEA",
        "wrong-segment-count.835, SE_COUNT",
        "wrong-transaction-control-number.835, SE_CONTROL",
        "wrong-group-count-and-number.835, GE_COUNT GE_CONTROL",
        "wrong-interchange-number.835, IEA_CONTROL",
        "segment-outside-of-a-transaction.835, STRAY_SEGMENT",
        "tag-of-four-letters.835, BAD_SEGMENT_ID",
    })
    void what_is_wrong_around_a_remittance_costs_none_of_it(String name, String codes)
            throws IOException {
        var read = own(name);
        assertThat(read.transaction(0).get("835"))
                .isEqualTo(own("right.835").transaction(0).get("835"));
        assertThat(String.join(" ", read.codes())).isEqualTo(codes == null ? "" : codes);
    }

    @ParameterizedTest
    @CsvSource({
        "payment-not-sum-of-claims.835, PAYMENT_UNBALANCED",
        "claim-not-balanced.835, CLAIM_UNBALANCED",
        "amount-not-a-number.835, BAD_AMOUNT CLAIM_UNBALANCED",
        "amount-with-three-decimals.835, BAD_AMOUNT CLAIM_UNBALANCED",
        "cut-off-in-a-segment.835, CUT_OFF MISSING_SE CLAIM_UNBALANCED PAYMENT_UNBALANCED MISSING_GE MISSING_IEA",
    })
    void a_remittance_that_does_not_add_up_is_not_balanced(String name, String codes)
            throws IOException {
        var read = own(name);
        assertThat(read.transaction(0).at("/835/balanced").asBoolean(true)).isFalse();
        assertThat(String.join(" ", read.codes())).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({
        "right-4010.837,",
        "letter-u-for-repetition-separator.837,",
        "short-isa.837, ISA_WIDTH",
        "isa-with-an-element-missing.837, BAD_ISA",
        "parent-level-that-never-opened.837, HL_PARENT",
        "levels-in-a-circle.837, HL_PARENT HL_PARENT",
    })
    void a_claim_is_read_whatever_is_wrong_around_it(String name, String codes) throws IOException {
        var read = own(name);
        var claims = read.transaction(0).get("837");
        assertThat(claims.get("kind").asString()).isEqualTo("professional");
        assertThat(claims.at("/claims/0/id").asString()).isEqualTo("C-1");
        assertThat(claims.at("/claims/0/charge").asString()).isEqualTo("823.00");
        assertThat(claims.at("/claims/0/placeOfService").asString()).isEqualTo("57");
        assertThat(claims.at("/claims/0/lines").asInt()).isEqualTo(2);
        assertThat(String.join(" ", read.codes())).isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void a_claim_whose_total_is_not_the_sum_of_its_lines_is_named() throws IOException {
        var problem = own("charge-not-sum-of-lines.837").problems().getFirst();
        assertThat(problem.code()).isEqualTo("CHARGE_MISMATCH");
        assertThat(problem.segment()).isEqualTo(21);
        assertThat(problem.line()).isEqualTo(21);
        assertThat(problem.isError()).isFalse();
    }

    @Test
    void a_999_tells_which_transaction_was_rejected_and_where() throws IOException {
        var acknowledgments = own("one-rejected.999").transaction(0).at("/999/acknowledgments");
        assertThat(acknowledgments.at("/0/accepted").asBoolean()).isTrue();
        assertThat(acknowledgments.at("/1/accepted").asBoolean(true)).isFalse();
        assertThat(acknowledgments.at("/1/errors/0/segment").asString()).isEqualTo("CLM");
        assertThat(acknowledgments.at("/1/errors/0/element").asString()).isEqualTo("5:2");
        assertThat(acknowledgments.at("/1/errors/1/position").asString()).isEqualTo("9");
    }

    @Test
    void a_277ca_tells_which_claim_came_back() throws IOException {
        var transaction = own("one-rejected.277").transaction(0);
        assertThat(transaction.get("type").asString()).isEqualTo("277CA");
        assertThat(transaction.at("/277CA/claims/0/accepted").asBoolean()).isTrue();
        assertThat(transaction.at("/277CA/claims/1/accepted").asBoolean(true)).isFalse();
        assertThat(transaction.at("/277CA/claims/1/category").asString()).isEqualTo("A7");
    }

    @Test
    void a_278_tells_what_was_certified() throws IOException {
        var reviews = own("certified-and-denied.278").transaction(0).at("/278/reviews");
        assertThat(reviews.at("/0/number").asString()).isEqualTo("AUTH-778");
        assertThat(reviews.at("/1/action").asString()).isEqualTo("A3");
    }

    @Test
    void a_271_tells_benefits_and_who_was_not_found() throws IOException {
        var eligibility = own("one-not-found.271").transaction(0).get("271");
        assertThat(eligibility.get("subscribers").asInt()).isEqualTo(2);
        assertThat(eligibility.at("/benefits/1/serviceTypes")).hasSize(2);
        assertThat(eligibility.at("/benefits/1/amount").asString()).isEqualTo("25.50");
        assertThat(eligibility.at("/errors/0/code").asString()).isEqualTo("75");
    }

    @Test
    void a_ta1_is_told_with_its_interchange() throws IOException {
        var interchange = own("rejected.ta1").json().at("/interchanges/0");
        assertThat(interchange.get("transactions")).isEmpty();
        assertThat(interchange.at("/TA1/0/accepted").asBoolean(true)).isFalse();
    }

    @Test
    void delimiters_inside_binary_data_end_no_segment() throws IOException {
        assertThat(own("binary-with-delimiters.275").problems()).isEmpty();
        assertThat(own("binary-longer-than-said.275").codes()).contains("BINARY_LENGTH");
    }

    @ParameterizedTest
    @CsvSource({"not-x12.txt", "empty.txt"})
    void what_is_no_x12_yields_no_interchange(String name) throws IOException {
        var read = own(name);
        assertThat(read.json().get("interchanges")).isEmpty();
        assertThat(read.codes()).containsExactly("NOT_X12");
    }

    @Test
    void a_file_over_the_limit_is_read_up_to_it_and_named() throws IOException {
        var out = new ByteArrayOutputStream();
        var problems =
                Summary.write(new ByteArrayInputStream(TestFiles.own("right.835")), 500, out);
        var json = JSON.readTree(out.toByteArray());
        assertThat(json.at("/interchanges/0/transactions/0/835/claims/0/id").asString())
                .isEqualTo("C-1");
        assertThat(problems.list()).extracting(Problem::code).contains("TOO_LARGE");
    }
}
