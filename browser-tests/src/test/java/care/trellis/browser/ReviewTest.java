package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worklist of utilization review and the form that records a payer's answer. */
class ReviewTest {

    private final List<String> wrong = new ArrayList<>();

    @Test
    void a_reviewer_records_an_answer_and_the_list_knows() {
        try (var browser = Browser.open();
                var clinic = Installation.ofTheDemo()) {
            var window = browser.window(clinic.address());
            People.signInToTheDemo(window, "uma@juniper.example");
            try {
                walk(window);
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(window, "failure-review");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void walk(Page window) {
        window.navigate("/authorizations?within=30");
        wrong.addAll(Browser.look(window, "worklist"));
        window.locator("#due a[href$='/review']").first().click();
        window.waitForURL("**/review");
        wrong.addAll(Browser.look(window, "review"));
        var review = window.url();
        window.getByText("Start timer").click();
        assertThat(window.locator("[data-timer]")).containsText("stop");
        window.locator("#number").fill("R-100");
        window.locator("#reviewer").fill("Dr. Hale");
        window.locator("#reference").fill("call 8812");
        window.getByText("Save the decision").click();
        window.waitForURL("**/authorizations");

        window.navigate(review.replaceAll("/[^/]+/review$", ""));
        assertThat(window.locator("main")).containsText("R-100");
        wrong.addAll(Browser.look(window, "authorizations-of-one"));
        window.navigate(review);
        window.getByText("Mark as sent and print").click();
        window.waitForURL("**/packets/**");
        wrong.addAll(Browser.look(window, "packet"));
        window.navigate(review);
        window.getByText("Change", new Page.GetByTextOptions().setExact(true)).click();
        window.waitForURL("**/payers/**");
        wrong.addAll(Browser.look(window, "terms"));
    }
}
