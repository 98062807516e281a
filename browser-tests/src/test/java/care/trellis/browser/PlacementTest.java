package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.ledger.Ledger;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The waiting list, a proposal that is taken, and a make-up session that two ask for. */
class PlacementTest {

    private static final double SEARCH = 90_000;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void a_proposal_is_taken_and_a_missed_session_made_up_for() {
        try (var browser = Browser.open()) {
            var clinic = Installation.ofTheDemo();
            var window = browser.window(clinic.address());
            People.signInToTheDemo(window, "dana@juniper.example");
            var other = browser.window(clinic.address());
            People.signInToTheDemo(other, "maria@juniper.example");
            try {
                place(window);
                makeUp(window, other);
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(window, "failure-placement");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void place(Page window) {
        window.navigate("/placement");
        assertThat(window.locator(".waiter").first()).containsText("days");
        window.getByText("Put on the list").click();
        window.waitForURL("**/waiting/new");
        wrong.addAll(Browser.look(window, "waiting-form"));
        window.navigate("/placement");
        window.locator("button:has-text('Propose')").click();
        assertThat(window.locator("#take"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SEARCH));
        wrong.addAll(Browser.look(window, "placement"));

        window.locator(".person-coming .person-why").first().click();
        assertThat(window.locator("#dialog")).containsText("Why not another track");
        wrong.addAll(Browser.look(window, "placement-why"));
        window.keyboard().press("Escape");

        drags(window);
        int waits = window.locator(".waiter").count();
        int coming = window.locator(".person-coming").count();
        window.getByText("Take what is ticked").click();
        assertThat(window.locator(".placing-last")).containsText("placed from");
        assertThat(window.locator(".waiter")).hasCount(waits - coming);
        window.locator(".placing-last button").click();
        assertThat(window.locator(".waiter")).hasCount(waits);

        window.getByText("Kept apart").click();
        window.waitForURL("**/apart");
        wrong.addAll(Browser.look(window, "kept-apart"));
    }

    /** A card that is dragged onto a track is pinned there, and the proposal says so. */
    private static void drags(Page window) {
        var person =
                window.locator(".person-coming[data-person]").first().getAttribute("data-person");
        var there = ".person-coming[data-person='%s']".formatted(person);
        window.locator(".waiter[data-person='%s'] [data-drag]".formatted(person))
                .dragTo(window.locator("[data-track]:has(%s) header".formatted(there)));
        assertThat(window.locator(there)).containsText("pinned");
    }

    /** Two look at the same page; the second one's press finds the offer answered. */
    private void makeUp(Page window, Page other) {
        var monday = Ledger.mondayOf(LocalDate.now(ZoneId.of("America/New_York"))).plusWeeks(1);
        window.navigate("/ledger?week=" + monday);
        var paths =
                window.locator(".opens-all").all().stream()
                        .map(it -> it.getAttribute("href").replaceAll("\\?.*", ""))
                        .map(it -> it + "/make-ups/" + monday)
                        .toList();
        var path =
                paths.stream()
                        .filter(it -> {
                            window.navigate(it);
                            return window.locator(".makeup input").count() > 1;
                        })
                        .findFirst()
                        .orElseThrow();
        window.locator(".makeup input").nth(0).check();
        window.locator(".makeup input").nth(1).check();
        window.getByText("Offer and hold 30 minutes").click();
        assertThat(window.locator(".offer-open")).containsText("Seats held for");
        wrong.addAll(Browser.look(window, "make-up"));

        other.navigate(path);
        takes(other).click();
        assertThat(other.locator(".offer")).containsText("Taken");
        takes(window).click();
        assertThat(window.locator("main")).containsText("Somebody recorded an answer before.");
    }

    private static Locator takes(Page window) {
        return window.locator("button:has-text('Takes this')").first();
    }
}
