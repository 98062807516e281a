package care.trellis.bench;

import care.trellis.web.Csrf;
import care.trellis.web.Frame;
import care.trellis.web.JteViews;
import care.trellis.web.MenuEntry;
import care.trellis.web.MenuGroup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The least that a page of the board's size costs: the board's own template, filled from a view
 * made once, served by the same web server, without sign-in, permit or database. A program of its
 * own, so that its CPU time can be told from everything else.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class
})
@Import(JteViews.class)
public class BarePage {

    /** Serves until it is stopped; the port is given as the one argument. */
    public static void main(String[] arguments) {
        var program = new SpringApplication(BarePage.class);
        program.setDefaultProperties(
                Map.of("server.address", "127.0.0.1", "server.port", arguments[0]));
        program.run();
        System.err.println("trellis: ready");
    }

    /** One page, the same every time. Found because it stands inside this configuration. */
    @Controller
    static final class Pages {

        private final Map<String, Object> model =
                Map.of(
                        "frame",
                        new Frame(
                                "Measured Clinic",
                                "Robin Vale",
                                "Director",
                                List.of(new MenuGroup(menu())),
                                new Csrf("X-CSRF-TOKEN", "_csrf", "token".repeat(12)),
                                Duration.ofMinutes(15),
                                false),
                        "view",
                        PreparedBoard.of(200),
                        "eyebrow",
                        "Friday, June 5 · North");

        @GetMapping("/board")
        ModelAndView board() {
            return new ModelAndView("board/board", model);
        }

        private static List<MenuEntry> menu() {
            return Stream.of(
                            "home",
                            "board",
                            "clients",
                            "tracks",
                            "ledger",
                            "authorizations",
                            "claims")
                    .map(key -> new MenuEntry(key, key, "today", "/" + key))
                    .toList();
        }
    }
}
