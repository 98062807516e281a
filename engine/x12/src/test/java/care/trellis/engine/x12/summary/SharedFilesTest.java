package care.trellis.engine.x12.summary;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.TestFiles;
import care.trellis.engine.x12.statuses.Status;
import care.trellis.engine.x12.statuses.StatusReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every public file beside the project says what the facts beside it say. */
class SharedFilesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> each_public_file_is_read_as_its_facts_say() throws IOException {
        var folder = TestFiles.shared();
        Assumptions.assumeTrue(
                folder.isPresent(), "No ../shared/data/x12 beside this project: skipped.");
        var facts = JSON.readTree(Files.readAllBytes(folder.get().resolve("facts.json")));
        return facts.propertyStream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey(),
                                () ->
                                        compare(
                                                folder.get().resolve(entry.getKey()),
                                                entry.getValue())));
    }

    private static void compare(Path file, JsonNode facts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = Files.newInputStream(file)) {
            Summary.write(in, 1 << 20, out);
        }
        var json = JSON.readTree(out.toByteArray());
        var transactions = new ArrayList<JsonNode>();
        for (var interchange : json.get("interchanges")) {
            interchange.get("transactions").forEach(transactions::add);
        }
        assertThat(transactions.stream().map(SharedFilesTest::name))
                .containsExactlyElementsOf(names(facts));
        assertThat(json.get("problems").valueStream().filter(p -> code(p).equals("SE_COUNT")))
                .hasSameSizeAs(facts.get("SE01_mismatch"));
        if (facts.has("remittances")) {
            for (int i = 0; i < transactions.size(); i++) {
                remittance(transactions.get(i).get("835"), facts.get("remittances").get(i));
            }
        }
        if (facts.has("claims837")) {
            claims(transactions, facts.get("claims837"));
        }
        assertThat(
                        json.get("interchanges")
                                .valueStream()
                                .filter(one -> !one.get("control").isNull()))
                .hasSize(facts.get("ISA").asInt());
        if (facts.has("EB")) {
            benefits(transactions.getFirst().get("271"), facts);
        }
        if (facts.has("HCR")) {
            assertThat(transactions.getFirst().at("/278/reviews")).hasSameSizeAs(facts.get("HCR"));
            assertThat(transactions.getFirst().at("/counts/services").asInt())
                    .isEqualTo(facts.get("UM").size());
        }
        if (facts.has("STC")) {
            assertThat(statuses(file))
                    .containsExactlyElementsOf(
                            facts.get("STC").valueStream().map(stc -> text(stc, 0)).toList());
        }
        if (facts.has("ack")) {
            assertThat(
                            transactions
                                    .getFirst()
                                    .at("/999/acknowledgments")
                                    .valueStream()
                                    .map(a -> a.get("accepted").asBoolean()))
                    .containsExactlyElementsOf(
                            facts.at("/ack/IK5")
                                    .valueStream()
                                    .map(code -> code.get(0).asString().equals("A"))
                                    .toList());
        }
        if (facts.has("TA1")) {
            assertThat(
                            json.at("/interchanges/0/TA1")
                                    .valueStream()
                                    .map(ta1 -> text(ta1.get("control")) + text(ta1.get("code"))))
                    .containsExactlyElementsOf(
                            facts.get("TA1")
                                    .valueStream()
                                    .map(ta1 -> text(ta1, 0) + text(ta1, 3))
                                    .toList());
        }
    }

    private static void benefits(JsonNode read, JsonNode facts) {
        assertThat(read.get("errors")).hasSameSizeAs(facts.get("AAA"));
        assertThat(
                        read.get("benefits")
                                .valueStream()
                                .map(eb ->
                                        text(eb.get("code"))
                                                + " "
                                                + eb.get("serviceTypes")
                                                        .valueStream()
                                                        .map(SharedFilesTest::text)
                                                        .collect(Collectors.joining("^"))))
                .containsExactlyElementsOf(
                        facts.get("EB")
                                .valueStream()
                                .map(eb -> text(eb, 0) + " " + (eb.size() > 2 ? text(eb, 2) : ""))
                                .toList());
    }

    /** Every status that a file says, of claims and of lines, as it stands there. */
    private static List<String> statuses(Path file) throws IOException {
        var said = new ArrayList<String>();
        try (var in = Files.newInputStream(file)) {
            StatusReader.stream(
                    in,
                    1 << 20,
                    report -> {
                        report.statuses().forEach(status -> said.add(text(status)));
                        report.lines()
                                .forEach(line ->
                                        line.statuses().forEach(status -> said.add(text(status))));
                    },
                    new Problems());
        }
        return said;
    }

    private static String text(Status status) {
        return status.category()
                + ":"
                + status.code()
                + (status.entity() == null ? "" : ":" + status.entity());
    }

    private static String text(JsonNode node) {
        return node.asString();
    }

    private static String text(JsonNode list, int at) {
        return list.get(at).asString();
    }

    private static String name(JsonNode transaction) {
        return transaction.get("type").asString().substring(0, 3)
                + " "
                + transaction.get("control").asString();
    }

    private static List<String> names(JsonNode facts) {
        return facts.get("ST")
                .valueStream()
                .map(st -> st.get(0).asString() + " " + st.get(1).asString())
                .toList();
    }

    private static String code(JsonNode problem) {
        return problem.get("code").asString();
    }

    private static void remittance(JsonNode read, JsonNode facts) {
        assertThat(read.get("trace")).isEqualTo(facts.get("trace"));
        assertThat(read.get("payer")).isEqualTo(facts.get("payer"));
        assertThat(read.get("payee")).isEqualTo(facts.at("/payee/0"));
        assertThat(read.get("method")).isEqualTo(facts.at("/payment/method"));
        assertThat(amount(read.get("paid")))
                .isEqualByComparingTo(amount(facts.at("/payment/amount")));
        assertThat(read.get("balanced").asBoolean())
                .isEqualTo(
                        facts.get("paymentBalances").asBoolean()
                                && facts.get("claimsNotBalancing").isEmpty());
        assertThat(read.get("claims")).hasSize(facts.get("claimCount").asInt());
        assertThat(
                        read.get("providerAdjustments")
                                .valueStream()
                                .map(plb -> text(plb.get("reason")) + text(plb.get("amount"))))
                .containsExactlyElementsOf(
                        facts.get("plb")
                                .valueStream()
                                .map(plb ->
                                        text(plb, 0).split(":")[0] + amount(plb.get(1)).setScale(2))
                                .toList());
        for (int i = 0; i < facts.get("claims").size(); i++) {
            paidClaim(read.get("claims").get(i), facts.get("claims").get(i));
        }
    }

    private static void paidClaim(JsonNode read, JsonNode facts) {
        assertThat(read.get("id")).isEqualTo(facts.get("id"));
        assertThat(read.get("status")).isEqualTo(facts.get("status"));
        assertThat(amount(read.get("charge"))).isEqualByComparingTo(amount(facts.get("charge")));
        assertThat(amount(read.get("paid"))).isEqualByComparingTo(amount(facts.get("paid")));
        var expected = new ArrayList<String>();
        for (var level : List.of("cas", "lineCas")) {
            facts.get(level)
                    .forEach(cas ->
                            expected.add(
                                    cas.get(0).asString()
                                            + cas.get(1).asString()
                                            + amount(cas.get(2)).setScale(2)));
        }
        assertThat(
                        read.get("adjustments")
                                .valueStream()
                                .map(cas ->
                                        cas.get("group").asString()
                                                + cas.get("reason").asString()
                                                + cas.get("amount").asString()))
                .containsExactlyElementsOf(expected);
    }

    private static void claims(List<JsonNode> transactions, JsonNode facts) {
        var claims =
                transactions.stream()
                        .flatMap(transaction -> transaction.at("/837/claims").valueStream())
                        .toList();
        assertThat(claims).hasSameSizeAs(facts.get("claims"));
        for (int i = 0; i < claims.size(); i++) {
            var expected = facts.get("claims").get(i);
            assertThat(claims.get(i).get("id")).isEqualTo(expected.get("id"));
            assertThat(amount(claims.get(i).get("charge")))
                    .isEqualByComparingTo(amount(expected.get("charge")));
            assertThat(bill(claims.get(i)))
                    .isEqualTo(
                            claims.get(i).has("placeOfService")
                                    ? text(expected.get("facility"))
                                    : text(expected.get("facility"))
                                            + text(expected.get("frequency")));
            assertThat(claims.get(i).get("lines").asInt()).isEqualTo(expected.get("lines").size());
        }
    }

    private static String bill(JsonNode claim) {
        return text(claim.get(claim.has("placeOfService") ? "placeOfService" : "typeOfBill"));
    }

    private static BigDecimal amount(JsonNode node) {
        return new BigDecimal(node.asString());
    }
}
