package care.trellis.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
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

    private static final TemplateEngine TEMPLATES = templates();
    private static final Path GALLERY = Path.of("target", "gallery");

    static Stream<Arguments> pages() {
        var frame = SampleBoard.frame();
        return Stream.of(
                page("parts", "gallery/parts", Map.of("frame", frame)),
                page("group-note", "gallery/groupNote", Map.of("frame", frame)),
                page(
                        "detail",
                        "gallery/detail",
                        Map.of("frame", frame, "detail", SampleBoard.detail())),
                page(
                        "check-in",
                        "gallery/checkIn",
                        Map.of("before", SampleBoard.day(), "row", SampleBoard.checkedIn())),
                page("sign-in", "gallery/signIn", Map.of("csrf", frame.csrf())),
                page(
                        "board",
                        "board/board",
                        Map.of(
                                "frame",
                                frame,
                                "view",
                                SampleBoard.day(),
                                "eyebrow",
                                "Saturday, November 21 · day 3 of program week")),
                page(
                        "week",
                        "board/week",
                        Map.of(
                                "frame",
                                frame,
                                "view",
                                SampleBoard.week(),
                                "eyebrow",
                                "Week of November 16 · hours by each payer's rule")),
                page("sheet", "board/sheet", Map.of("frame", frame, "sheet", SampleBoard.sheet())),
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

    /** Compiles the templates of the program and of the gallery on the spot. */
    private static TemplateEngine templates() {
        var program = new DirectoryCodeResolver(Path.of("src", "main", "jte"));
        var gallery = new DirectoryCodeResolver(Path.of("src", "test", "jte"));
        var both =
                new CodeResolver() {
                    @Override
                    public String resolve(String name) {
                        return of(name).resolve(name);
                    }

                    @Override
                    public long getLastModified(String name) {
                        return of(name).getLastModified(name);
                    }

                    private CodeResolver of(String name) {
                        return name.startsWith("gallery/") ? gallery : program;
                    }
                };
        var engine =
                TemplateEngine.create(both, Path.of("target", "gallery-classes"), ContentType.Html);
        engine.setTrimControlStructures(true);
        return engine;
    }

    private static Arguments page(String name, String template, Map<String, Object> model) {
        return Arguments.of(name, template, model);
    }
}
