package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worklist of utilization review and the form that records a payer's answer. */
class ReviewTest {

    private final List<String> wrong = new ArrayList<>();

    @Test
    void a_reviewer_records_an_answer_and_the_list_knows() {
        try (var browser = Browser.open()) {
            var clinic = Installation.ofTheDemo();
            var window = browser.window(clinic.address());
            People.signInToTheDemo(window, "uma@juniper.example");
            try {
                walk(window);
                window = browser.window(clinic.address());
                People.signInToTheDemo(window, "dana@juniper.example");
                close(window);
                read(window);
                window = browser.window(clinic.address());
                People.signInToTheDemo(window, "benoit@juniper.example");
                deny(window);
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
        window.waitForURL("**/authorizations?saved=true");
        assertThat(window.locator("main")).containsText("The decision is saved.");

        window.navigate(review.replaceAll("/[^/]+/review$", ""));
        assertThat(window.locator("main")).containsText("R-100");
        wrong.addAll(Browser.look(window, "authorizations-of-one"));
        window.navigate(review);
        window.getByText("Mark as sent and print").click();
        window.waitForURL("**/packets/**");
        wrong.addAll(Browser.look(window, "packet"));
        var paper =
                window.request()
                        .get(
                                URI.create(window.url())
                                        .resolve(
                                                window.locator("a[href$='/pdf']")
                                                        .getAttribute("href"))
                                        .toString());
        assertThat(new String(paper.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        window.navigate(review);
        window.getByText("Change", new Page.GetByTextOptions().setExact(true)).click();
        window.waitForURL("**/payers/**");
        wrong.addAll(Browser.look(window, "terms"));
    }

    /** A closed day is opened again with a reason, and closed once more. */
    private void close(Page window) {
        window.navigate("/ledger/close");
        wrong.addAll(Browser.look(window, "closes"));
        window.locator("tbody tr:has(.chip-good) a").first().click();
        window.waitForURL("**/ledger/close/*/*");
        wrong.addAll(Browser.look(window, "close"));
        window.locator("#reason").fill("The sign-in sheet was found.");
        window.getByText("Open it again").click();
        assertThat(window.locator("main")).containsText("Reopened by Dana Okafor");
        window.locator("button:has-text('Close the day')").click();
        assertThat(window.locator("main")).containsText("The sign-in sheet was found.");
        assertThat(window.locator("main")).containsText("Open the day again");
    }

    /** A rule set is read in words, in its file, and against the version before. */
    private void read(Page window) {
        window.navigate("/rules/sets/NC_MEDICAID_8A_SAIOP_2024?version=2025-01-01");
        assertThat(window.locator("main")).containsText("What changed");
        wrong.addAll(Browser.look(window, "versions"));
        window.getByText("The file", new Page.GetByTextOptions().setExact(true)).click();
        window.waitForURL("**/file?*");
        assertThat(window.locator("#L4")).containsText("version:");
        wrong.addAll(Browser.look(window, "rule-file"));
    }

    /** A biller takes a denial, reads it beside the trace, appeals, and finds it with the payer. */
    private void deny(Page window) {
        window.navigate("/receivables");
        wrong.addAll(Browser.look(window, "receivables"));
        window.navigate("/exchange");
        wrong.addAll(Browser.look(window, "exchange"));
        window.navigate("/denials");
        wrong.addAll(Browser.look(window, "denials"));
        window.locator("table tbody a").first().click();
        window.waitForURL("**/denials/*");
        window.getByText("Take it", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(window.locator("main")).containsText("Benoit Marsh has it");
        assertThat(window.locator("pre")).containsText("CLM*");
        wrong.addAll(Browser.look(window, "denial"));
        window.locator("#words").fill("Fax to appeals, 4 pages");
        window.getByText("The appeal is out").click();
        assertThat(window.locator("main")).containsText("it is the payer's turn");
        window.locator("#reason").fill("Too old");
        window.getByText("Ask to write off").click();
        assertThat(window.locator("main")).containsText("A decision waits for a second person");
        window.navigate("/denials/decisions");
        assertThat(window.locator("main")).containsText("Too old");
        wrong.addAll(Browser.look(window, "decisions"));
        window.navigate("/denials?tab=waiting");
        assertThat(window.locator("main")).containsText("Benoit Marsh");
    }
}
