package care.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Renders pages with invented data, so that they can be looked at ({@code target/gallery}) and
 * their markup checked.
 */
class GalleryTest {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Path GALLERY = Path.of("target", "gallery");

    static Stream<Arguments> pages() {
        var frame = SampleBoard.frame();
        return Stream.of(
                page(
                        "board",
                        "web/board",
                        Map.of(
                                "frame",
                                frame,
                                "view",
                                SampleBoard.day(),
                                "eyebrow",
                                "Saturday, November 21 · day 3 of program week")),
                page(
                        "week",
                        "web/week",
                        Map.of(
                                "frame",
                                frame,
                                "view",
                                SampleBoard.week(),
                                "eyebrow",
                                "Week of November 16 · hours by each payer's rule")),
                page(
                        "sheet",
                        "web/board/sheet",
                        Map.of("frame", frame, "sheet", SampleBoard.sheet())),
                page("error", "web/error", Map.of("status", 404, "reference", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_page_renders_without_inline_script_or_style(
            String name, String template, Map<String, Object> model) throws IOException {
        var page = new StringOutput();

        TEMPLATES.render(template + ".jte", model, page);

        Files.createDirectories(GALLERY);
        Files.writeString(GALLERY.resolve(name + ".html"), page.toString());
        assertThat(page.toString())
                .doesNotContainPattern("\\sstyle=")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContain("<style")
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContain("hx-on");
    }

    private static Arguments page(String name, String template, Map<String, Object> model) {
        return Arguments.of(name, template, model);
    }
}
