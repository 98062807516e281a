package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list is written and reconciled, a specimen collected, read and talked about. */
class MedicationsTest {

    private final List<String> wrong = new ArrayList<>();

    @Test
    void a_clinician_reconciles_a_list_and_takes_a_test_from_the_cup_to_the_talk() {
        try (var browser = Browser.open()) {
            var clinic = Installation.ofTheDemo();
            var ivy = browser.window(clinic.address());
            People.signInToTheDemo(ivy, "ivy@juniper.example");
            try {
                ivy.navigate("/measures/caseload");
                var measures = ivy.locator(".multiple h2 a").first().getAttribute("href");
                var client = measures.substring(0, measures.indexOf("/measures"));
                list(ivy, client);
                reconcile(ivy, client);
                test(ivy, client);
                draw(ivy);
                checkIn(ivy, client);
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(ivy, "failure-medications");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void list(Page ivy, String client) {
        ivy.navigate(client + "/medications");
        wrong.addAll(Browser.look(ivy, "medications"));
        ivy.locator(".page-actions").getByText("Add a medication").click();
        wrong.addAll(Browser.look(ivy, "medication-new"));
        ivy.locator("#name").fill("Hydroxyzine");
        ivy.locator("#dose").fill("25 mg");
        ivy.locator("#route").fill("by mouth");
        ivy.locator("#frequency").fill("at night");
        ivy.getByText("Put it on the list").click();
        assertThat(ivy.locator("main")).containsText("25 mg, by mouth, at night");
        ivy.locator("tbody a").getByText("Hydroxyzine").click();
        wrong.addAll(Browser.look(ivy, "medication-one"));
    }

    private void reconcile(Page ivy, String client) {
        ivy.navigate(client + "/medications/reconciliation");
        wrong.addAll(Browser.look(ivy, "reconciliation"));
        ivy.getByText("Sign this comparison").click();
        assertThat(ivy.locator("main")).containsText("Not signed yet");
        wrong.addAll(Browser.look(ivy, "reconciliation-wrong"));
        ivy.locator("#source-BOTTLE").check();
        for (Locator line : ivy.locator(".reconcile-line").all()) {
            line.locator("label.pill")
                    .filter(new Locator.FilterOptions().setHasText("Continued"))
                    .click();
        }
        var last = ivy.locator(".reconcile-line").last();
        last.locator("label.pill")
                .filter(new Locator.FilterOptions().setHasText("Changed"))
                .click();
        last.locator("input[name^=dose]").fill("50 mg");
        last.locator("input[name^=reason]").fill("The bottle says 50");
        ivy.locator("#checked").check();
        ivy.getByText("Sign this comparison").click();
        ivy.waitForURL("**/reconciliations/**");
        assertThat(ivy.locator("main")).containsText("The bottle says 50");
        wrong.addAll(Browser.look(ivy, "reconciliation-signed"));
        ivy.navigate(client + "/medications/sheet");
        wrong.addAll(Browser.look(ivy, "medication-sheet"));
    }

    private void test(Page ivy, String client) {
        ivy.navigate(client + "/drug-tests");
        wrong.addAll(Browser.look(ivy, "drug-tests-of-one"));
        ivy.getByText("Order it").click();
        ivy.locator("tbody a").first().click();
        ivy.waitForURL("**/drug-tests/*");
        wrong.addAll(Browser.look(ivy, "drug-test-due"));
        ivy.locator("#label").fill(ivy.locator(".page-title .eyebrow").innerText());
        ivy.locator("#fahrenheit").fill("95");
        ivy.locator("#identified").check();
        ivy.locator("#sealed").check();
        ivy.getByText("Sign as collector").click();
        assertThat(ivy.locator("main")).containsText("Collected and sealed");
        for (Locator substance : ivy.locator(".substance").all()) {
            boolean fentanyl = substance.innerText().contains("Fentanyl");
            substance.locator("label.pill").nth(fentanyl ? 1 : 0).click();
        }
        wrong.addAll(Browser.look(ivy, "drug-test-reading"));
        ivy.locator("details .button-primary").getByText("Write it down").click();
        assertThat(ivy.locator("main")).containsText("Presumptive positive");
        assertThat(ivy.locator("main")).containsText("Talk about the result");
        wrong.addAll(Browser.look(ivy, "drug-test-read"));
        var talk = ivy.locator(".card.flag-watch");
        talk.locator("label.pill").first().click();
        talk.locator("textarea").fill("Told it before I asked.");
        talk.getByText("Write it down").click();
        assertThat(ivy.locator("main")).containsText("Talked in private");
    }

    private void draw(Page ivy) {
        ivy.navigate("/drug-tests");
        ivy.locator("details summary").last().click();
        wrong.addAll(Browser.look(ivy, "drug-tests"));
        ivy.locator(".plain-list a").first().click();
        ivy.waitForURL("**/draws/**");
        assertThat(ivy.locator("main")).containsText("Drawn again: the same");
        wrong.addAll(Browser.look(ivy, "drug-test-draw"));
        ivy.navigate("/drug-tests/file");
        wrong.addAll(Browser.look(ivy, "drug-test-file"));
    }

    private void checkIn(Page ivy, String client) {
        ivy.navigate(client + "/check-in");
        wrong.addAll(Browser.look(ivy, "check-in"));
        ivy.locator("label.scale-step").nth(6).click();
        ivy.locator("button.scale-step").nth(2).click();
        assertThat(ivy.locator("main")).containsText("It is on record");
        ivy.navigate("/measures/evidence");
        wrong.addAll(Browser.look(ivy, "evidence-list"));
        ivy.getByText("Make it", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(ivy.locator("main")).containsText("the same hash");
        wrong.addAll(Browser.look(ivy, "evidence"));
    }
}
