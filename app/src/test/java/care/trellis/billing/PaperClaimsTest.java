package care.trellis.billing;

import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.SettableClock;
import care.trellis.documents.GridSheet;
import care.trellis.engine.x12.claims.Address;
import care.trellis.engine.x12.claims.BillingProvider;
import care.trellis.engine.x12.claims.Claim;
import care.trellis.engine.x12.claims.ClaimForm;
import care.trellis.engine.x12.claims.Payer;
import care.trellis.engine.x12.claims.Person;
import care.trellis.engine.x12.claims.Procedure;
import care.trellis.engine.x12.claims.Provider;
import care.trellis.engine.x12.claims.ServiceLine;
import care.trellis.engine.x12.claims.Subscriber;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Claims on paper: every character stands where the printed form has its box. */
@TrellisTest
@Import(BillableDays.class)
class PaperClaimsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final BillingProvider PROVIDER =
            new BillingProvider(
                    "Harbor Light IOP",
                    "1234567893",
                    "98-7654321",
                    "261QR0405X",
                    new Address("100 Dock Street", null, "Phoenix", "AZ", "850040001"));

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Claims claims;
    @Autowired PaperClaims paper;
    @Autowired SettableClock clock;

    private static Claim claim(int lines, ClaimForm form) {
        return new Claim(
                "C-77",
                new Subscriber(
                        new Person(
                                "Ortega",
                                "Ana",
                                null,
                                LocalDate.of(1988, 2, 29),
                                "F",
                                new Address("7 Elm Street", null, "Mesa", "AZ", "85201")),
                        "ABC123",
                        null),
                null,
                new Payer("Example Plan", "60054", "CI"),
                form,
                List.of("F10.20", "F33.1"),
                "AUTH-7",
                null,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line ->
                                new ServiceLine(
                                        LocalDate.of(2026, 2, line),
                                        "0906",
                                        new Procedure("H0015", List.of("HF")),
                                        1,
                                        "UN",
                                        41_150,
                                        "C-77-" + line))
                        .toList());
    }

    private static ClaimForm.Institutional institutional() {
        return new ClaimForm.Institutional(
                "131",
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 2, 28),
                "3",
                "1",
                "30",
                List.of("92"),
                new Provider("Nunez", "Ines", "1679576722", null));
    }

    /** The page as rows of characters, read back from where each stands on the sheet. */
    private static String[] rows(byte[] pdf, int page) throws IOException {
        var rows = new TreeMap<Integer, StringBuilder>();
        try (var document = Loader.loadPDF(pdf)) {
            var reader =
                    new PDFTextStripper() {
                        @Override
                        protected void processTextPosition(TextPosition text) {
                            int column =
                                    Math.round(
                                            (text.getXDirAdj() - GridSheet.MARGIN)
                                                    / GridSheet.PITCH);
                            int line = (int) Math.ceil(text.getYDirAdj() / GridSheet.LINE);
                            var row = rows.computeIfAbsent(line, key -> new StringBuilder());
                            row.append(" ".repeat(Math.max(0, column + 1 - row.length())));
                            row.replace(column, column + 1, text.getUnicode());
                        }
                    };
            reader.setStartPage(page);
            reader.setEndPage(page);
            reader.getText(document);
        }
        var found = new String[67];
        for (int line = 0; line < found.length; line++) {
            found[line] = rows.getOrDefault(line, new StringBuilder()).toString() + " ".repeat(90);
        }
        return found;
    }

    private static String at(String[] rows, int line, int column, int width) {
        return rows[line].substring(column - 1, column - 1 + width).strip();
    }

    @Test
    void a_facilitys_claim_stands_in_the_boxes_of_the_ub_04() throws IOException {
        var form = institutional();
        var pages = Ub04.pages(PROVIDER, claim(2, form), form, TODAY);

        var rows = rows(GridSheet.pdf(pages, false), 1);

        assertThat(at(rows, 1, 2, 25)).isEqualTo("HARBOR LIGHT IOP");
        assertThat(at(rows, 1, 53, 24)).isEqualTo("C-77");
        assertThat(at(rows, 2, 78, 4)).isEqualTo("0131");
        assertThat(at(rows, 4, 62, 6)).isEqualTo("020126");
        assertThat(at(rows, 6, 3, 29)).isEqualTo("ORTEGA ANA");
        assertThat(at(rows, 8, 1, 8)).isEqualTo("02291988");
        assertThat(at(rows, 8, 37, 2)).isEqualTo("92");
        assertThat(at(rows, 19, 2, 4)).isEqualTo("0906");
        assertThat(at(rows, 20, 31, 14)).isEqualTo("H0015HF");
        assertThat(at(rows, 20, 46, 6)).isEqualTo("020226");
        assertThat(at(rows, 19, 61, 9)).isEqualTo("41150");
        assertThat(rows[19].charAt(68)).isEqualTo('0');
        assertThat(at(rows, 41, 2, 4)).isEqualTo("0001");
        assertThat(at(rows, 41, 61, 9)).isEqualTo("82300");
        assertThat(at(rows, 43, 2, 23)).isEqualTo("EXAMPLE PLAN");
        assertThat(at(rows, 51, 2, 30)).isEqualTo("AUTH-7");
        assertThat(at(rows, 54, 3, 7)).isEqualTo("F1020");
        assertThat(at(rows, 57, 58, 10)).isEqualTo("1679576722");
    }

    @Test
    void more_than_twenty_two_lines_go_on_to_a_second_page_that_bears_the_total()
            throws IOException {
        var form = institutional();
        var pdf = GridSheet.pdf(Ub04.pages(PROVIDER, claim(25, form), form, TODAY), false);

        assertThat(at(rows(pdf, 1), 41, 61, 9)).isEmpty();
        assertThat(at(rows(pdf, 2), 21, 46, 6)).isEqualTo("022526");
        assertThat(at(rows(pdf, 2), 41, 61, 9)).isEqualTo("1028750");
    }

    @Test
    void a_professionals_claim_stands_in_the_items_of_the_cms_1500() throws IOException {
        var form =
                new ClaimForm.Professional(
                        "57", "1", new Provider("Nunez", "Ines", "1679576722", null), null);
        var pdf = GridSheet.pdf(Cms1500.pages(PROVIDER, claim(7, form), form, TODAY), false);

        var rows = rows(pdf, 1);

        assertThat(at(rows, 8, 50, 29)).isEqualTo("ABC123");
        assertThat(at(rows, 8, 31, 1)).isEqualTo("X");
        assertThat(at(rows, 10, 1, 28)).isEqualTo("ORTEGA, ANA");
        assertThat(at(rows, 10, 47, 1)).isEqualTo("X");
        assertThat(at(rows, 38, 3, 8)).isEqualTo("F1020");
        assertThat(at(rows, 38, 16, 8)).isEqualTo("F331");
        assertThat(at(rows, 40, 50, 29)).isEqualTo("AUTH-7");
        assertThat(at(rows, 44, 1, 8)).isEqualTo("02 01 26");
        assertThat(at(rows, 54, 25, 10)).isEqualTo("H0015   HF");
        assertThat(at(rows, 44, 50, 8)).isEqualTo("411 50");
        assertThat(at(rows, 44, 68, 10)).isEqualTo("1679576722");
        assertThat(at(rows, 56, 51, 9)).isEqualTo("2469 00");
        assertThat(at(rows(pdf, 2), 56, 51, 9)).isEqualTo("411 50");
    }

    @Test
    void the_form_to_look_at_says_the_same_in_outlined_boxes() throws IOException {
        var form = institutional();
        var pages = Ub04.pages(PROVIDER, claim(2, form), form, TODAY);

        try (var document = Loader.loadPDF(GridSheet.pdf(pages, true))) {
            assertThat(new PDFTextStripper().getText(document)).contains("H0015HF", "47 total");
        }
    }

    @Test
    void a_claim_that_went_out_is_printed_from_what_was_sent() throws IOException {
        var ward = clinic.open();
        days.reachable(ward);
        var maya = clinic.maya(ward);
        days.week(ward, maya, Clinic.MONDAY);
        days.billable(ward, maya, Clinic.MONDAY);
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));
        ward.in(() ->
                claims.submit(
                        ward.permit(Action.CLAIM_SUBMIT),
                        Ids.next(),
                        claims.ready(ward.permit(Action.CLAIM_VIEW)).all()));
        var claim = ward.in(() -> claims.list(ward.permit(Action.CLAIM_VIEW), 0)).getFirst().id();

        var rows =
                rows(ward.in(() -> paper.pdf(ward.permit(Action.CLAIM_SUBMIT), claim, false)), 1);

        assertThat(at(rows, 1, 53, 24)).isEqualTo("000000001-1");
        assertThat(at(rows, 19, 31, 14)).isEqualTo("S9480");
        assertThat(at(rows, 41, 61, 9)).isEqualTo("31500");

        var crossed =
                rows(ward.in(() -> paper.testPrint(ward.permit(Action.CLAIM_SUBMIT), claim)), 1);
        assertThat(at(crossed, 1, 53, 24)).isEqualTo("X".repeat(24));
        assertThat(String.join("\n", crossed)).doesNotContain("000000001-1", "S9480", "REYES");
    }
}
