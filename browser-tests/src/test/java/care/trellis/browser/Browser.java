package care.trellis.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium. Where there is none, the tests that need it are skipped with this message; under
 * {@code CI=true} that is a failure.
 */
final class Browser implements AutoCloseable {

    /**
     * Milliseconds: three browsers share two cores with their programs; a failure may take long.
     */
    private static final int PATIENCE = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE / 2.0);
    }

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /**
     * A changed row is pushed to every open board; one whose filter hides it, or that is loading
     * again at that moment, has no place for it, and nothing is wrong with that.
     */
    private static final String NO_PLACE = "htmx:oobErrorNoTarget";

    /** The hash of no text: a tool that looks at the page put an empty style on an element. */
    private static final String EMPTY_STYLE = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    /** WCAG 2.2 A and AA. No page of ours holds a frame. */
    private static final String VIOLATIONS =
            """
            async () => {
              const found = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
                resultTypes: ['violations'],
                iframes: false,
              });
              return found.violations.map((rule) => rule.id + ' ' + rule.nodes[0].html);
            }
            """;

    private static final int WIDE = 1440;
    private static final int PHONE = 390;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private static final Set<BrowserContext> DISCONNECTED = ConcurrentHashMap.newKeySet();

    private final List<String> complaints = new ArrayList<>();

    private Browser(Path executable) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(FLAGS));
    }

    static Browser open() {
        var executable =
                Stream.of(
                                Objects.requireNonNullElse(System.getenv("TRELLIS_BROWSER"), ""),
                                "/usr/bin/chromium-headless-shell",
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome")
                        .filter(path -> !path.isEmpty())
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        if (executable.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(
                    "No Chromium, and CI=true: install it with apt-get install chromium");
        }
        Assumptions.assumeTrue(
                executable.isPresent(),
                "Skipped: no Chromium here; install it with apt-get install chromium");
        return new Browser(executable.orElseThrow());
    }

    /** A person's own window: no cookie is shared with another. */
    Page window(String address) {
        BrowserContext context =
                chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setBaseURL(address)
                                .setViewportSize(WIDE, 1000)
                                .setTimezoneId("America/New_York")
                                .setLocale("en-US"));
        context.setDefaultTimeout(PATIENCE);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().contains("status of 4")
                    && !message.text().contains(EMPTY_STYLE)
                    && !message.text().contains(NO_PLACE)) {
                complain(page, message.text());
            }
        });
        page.onPageError(error -> complain(page, error));
        return page;
    }

    private void complain(Page page, String what) {
        if (!DISCONNECTED.contains(page.context())) {
            complaints.add(page.url() + ": " + what);
        }
    }

    /** Takes the connection away; what the page says of that until {@link #connect} is expected. */
    static void disconnect(Page page) {
        DISCONNECTED.add(page.context());
        page.context().setOffline(true);
    }

    /** Gives the connection back. */
    static void connect(Page page) {
        page.waitForTimeout(200);
        page.context().setOffline(false);
        DISCONNECTED.remove(page.context());
    }

    /**
     * What the browser's console complained of: scripts that failed, and everything the security
     * policy refused.
     */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /**
     * Looks at the page as it stands, wide and as a phone shows it: takes a picture of each for
     * people, and returns what the accessibility rules (WCAG 2.2 A and AA) find wrong, and whether
     * the phone has to scroll sideways.
     */
    static List<String> look(Page page, String name) {
        var wrong = new ArrayList<String>();
        for (int width : new int[] {WIDE, PHONE}) {
            page.setViewportSize(width, width == WIDE ? 1000 : 844);
            page.evaluate("document.fonts.ready.then(() => true)");
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setCaret(ScreenshotCaret.INITIAL)
                            .setPath(Path.of("target", "pictures", name + "-" + width + ".png"))
                            .setFullPage(true));
            violations(page).forEach(rule -> wrong.add(name + " at " + width + ": " + rule));
            var wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
            if (wide > width) {
                wrong.add(name + " at " + width + ": scrolls sideways to " + wide);
            }
        }
        page.setViewportSize(WIDE, 1000);
        return wrong;
    }

    /**
     * What the accessibility rules find. They are run in the page itself and say what is wrong and
     * nothing else: what is right would be ten times as much to find names for and to bring here.
     */
    private static List<String> violations(Page page) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return ((List<?>) page.evaluate(VIOLATIONS)).stream().map(String::valueOf).toList();
    }

    /** A picture of the page as it stands, for people. */
    static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setCaret(ScreenshotCaret.INITIAL)
                        .setPath(Path.of("target", "pictures", name + ".png"))
                        .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
