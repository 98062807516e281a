package care.trellis.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.testing.Pdf;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private final Documents documents =
            new Documents(TemplateEngine.createPrecompiled(ContentType.Html));

    @Test
    void a_sheet_with_headings_lists_and_a_table_meets_pdf_ua_and_pdf_a() {
        var pdf =
                pdf(
                        """
                        <h1>Review</h1>
                        <p class="lead">Łukasz Nuñez, Ngọc Trần, Ольга</p>
                        <h2>Attendance</h2>
                        <ul><li><strong>Minutes</strong>: 540</li><li>Days: 3</li></ul>
                        <table>
                          <thead><tr><th scope="col">Day</th><th scope="col">Minutes</th></tr></thead>
                          <tbody><tr><td>Monday</td><td>180</td></tr></tbody>
                        </table>
                        <p class="sign">Signature</p>
                        """);

        assertThat(Pdf.flaws(pdf)).isEmpty();
        assertThat(Pdf.words(pdf))
                .contains("Łukasz Nuñez, Ngọc Trần, Ольга", "Monday", "Page 1 of 1", "Juniper");
    }

    @Test
    void many_pages_meet_the_standards_too_and_are_counted() {
        var pdf = pdf("<h1>Long</h1>" + "<p>A line of it.</p>".repeat(90));

        assertThat(Pdf.flaws(pdf)).isEmpty();
        assertThat(Pdf.words(pdf)).contains("Page 1 of 4", "Page 4 of 4");
    }

    @Test
    void what_xml_cannot_hold_and_letters_without_a_shape_do_not_stop_the_printer() {
        var pdf = pdf("<h1>Pasted</h1><p>a\u0001b \uD800 \u4e2d \uD83D\uDE00</p>");

        assertThat(Pdf.flaws(pdf)).isEmpty();
        assertThat(Pdf.words(pdf)).contains("Pasted", "ab");
    }

    @Test
    void nothing_is_fetched_from_anywhere() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = "http://127.0.0.1:" + server.getLocalPort() + "/spy";
            pdf(
                    "<h1>Spy</h1><p><img alt=\"\" src=\""
                            + address
                            + "\"/><span style=\"background: url("
                            + address
                            + ")\">x</span></p>");

            server.setSoTimeout(300);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void an_entity_from_elsewhere_is_refused_without_quoting_the_page() {
        assertThatThrownBy(() -> pdf("<p>Secret &evil; words</p>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Secret");
    }

    private byte[] pdf(String content) {
        Content body = output -> output.writeContent(content);
        return documents.pdf(
                "documents/sheet",
                Map.of(
                        "title",
                        "A review",
                        "about",
                        "What was sent to a payer",
                        "foot",
                        "Juniper Hollow",
                        "content",
                        body));
    }
}
