package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A measure on a phone in both languages, and the alert that reaches an open screen meanwhile. */
class MeasuresTest {

    private static final int NARROWEST = 320;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void a_client_answers_on_a_phone_and_a_positive_item_reaches_staff_before_the_end() {
        try (var browser = Browser.open()) {
            var clinic = Installation.ofTheDemo();
            var staff = browser.window(clinic.address());
            People.signInToTheDemo(staff, "maria@juniper.example");
            var watching = staff.context().newPage();
            var phone = browser.window(clinic.address());
            try {
                pages(staff);
                answerInSpanish(staff, watching, phone);
                answerInEnglish(staff, phone);
                act(staff);
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(staff, "failure-measures-staff");
                Browser.picture(phone, "failure-measures-phone");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void pages(Page staff) {
        for (var page :
                List.of("", "/alerts", "/caseload", "/program", "/feedback", "/instruments")) {
            staff.navigate("/measures" + page);
            wrong.addAll(Browser.look(staff, "measures" + page.replace('/', '-')));
        }
        staff.navigate("/measures/instruments/DAST-10");
        wrong.addAll(Browser.look(staff, "instrument"));
        staff.navigate("/measures/caseload");
        staff.locator(".multiple h2 a").first().click();
        staff.waitForURL("**/measures");
        wrong.addAll(Browser.look(staff, "measures-of-one"));
        staff.locator(".score-split tbody a").first().click();
        staff.waitForURL("**/results/**");
        wrong.addAll(Browser.look(staff, "measure-result"));
    }

    private void answerInSpanish(Page staff, Page watching, Page phone) {
        watching.navigate("/measures/alerts");
        assertThat(watching.locator("[data-live]")).containsText("Live");
        int before = watching.locator("#alert-lists .card").first().locator("tbody tr").count();
        open(staff, phone, "PHQ-9", "SESSION-CHECK");
        phone.locator("button[lang=es]").click();
        assertThat(phone.locator("html")).hasAttribute("lang", "es");
        look(phone, "ask-start-es");
        phone.locator("a.ask-button-primary").click();
        assertThat(phone.locator("h1")).hasText("Poco interés o placer en hacer cosas");
        look(phone, "ask-question-es");
        for (int item = 1; item <= 9; item++) {
            choose(phone, 1, "Pregunta " + (item + 1));
        }
        assertThat(watching.locator("#alert-lists .card").first().locator("tbody tr"))
                .hasCount(before + 1);
        assertThat(phone.locator(".ask-crisis")).containsText("988");
        look(phone, "ask-crisis-es");
        choose(phone, 0, "Casi termina");
        phone.locator(".ask-end button").click();
        look(phone, "ask-scale-es");
        for (int item = 1; item <= 4; item++) {
            choose(phone, 8, item == 4 ? "Casi termina" : "Pregunta " + (item + 1));
        }
        phone.locator("#words").fill("Gracias por escuchar.");
        phone.locator(".ask-end button").click();
        assertThat(phone.locator("h1")).hasText("Gracias");
        look(phone, "ask-done-es");
    }

    private void answerInEnglish(Page staff, Page phone) {
        open(staff, phone, "GAD-7");
        phone.locator("a.ask-button-primary").click();
        choose(phone, 2, "Question 2");
        phone.getByText("Back", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(phone.locator(".ask-chosen")).containsText("More than half the days");
        choose(phone, 3, "Question 2");
        look(phone, "ask-question-en");
        phone.reload();
        assertThat(phone.locator("#ask-progress")).hasText("Question 2 of 8");
        for (int item = 2; item <= 7; item++) {
            choose(phone, 1, "Question " + (item + 1));
        }
        phone.getByText("Leave this one out").click();
        look(phone, "ask-review-en");
        phone.locator(".ask-end button").click();
        assertThat(phone.locator("main")).containsText("9 / 21");
    }

    private void act(Page staff) {
        staff.navigate("/measures/feedback");
        assertThat(staff.locator("main")).containsText("Gracias por escuchar.");
        staff.navigate("/measures/alerts");
        staff.locator("#alert-lists tbody a").first().click();
        wrong.addAll(Browser.look(staff, "alert"));
        staff.getByText("I take it").click();
        staff.locator("#risk-LOW").check();
        staff.locator("#decision-SAFE_TO_LEAVE").check();
        staff.locator("input[name=planReviewed]").check();
        staff.locator("#note").fill("Passive thoughts, no plan. Went through the plan.");
        staff.getByText("Close the alert").click();
        staff.waitForURL("**/measures/alerts");
        assertThat(staff.locator("main")).containsText("safe to leave");
    }

    /** Staff give; the client types the code on the tablet's page. */
    private void open(Page staff, Page phone, String... measures) {
        staff.navigate("/measures/caseload");
        staff.locator(".multiple h2 a").last().click();
        staff.waitForURL("**/measures");
        staff.navigate(staff.url() + "/give?want=" + String.join("&want=", measures));
        wrong.addAll(Browser.look(staff, "give"));
        staff.locator("main form.form button[type=submit]").click();
        var code = staff.locator(".handed-code").innerText();
        phone.setViewportSize(NARROWEST, 700);
        phone.navigate(staff.locator("main a[href*='/tablet/']").getAttribute("href"));
        look(phone, "tablet");
        phone.locator("#code").fill(code);
        phone.locator("button.ask-button").click();
        phone.waitForURL("**/answer/**");
    }

    private static void choose(Page phone, int answer, String next) {
        phone.locator(".ask-options button").nth(answer).click();
        assertThat(phone.locator("main")).containsText(next);
    }

    private void look(Page phone, String name) {
        wrong.addAll(Browser.look(phone, name));
        phone.setViewportSize(NARROWEST, 700);
        var wide = (Integer) phone.evaluate("document.documentElement.scrollWidth");
        if (wide > NARROWEST) {
            wrong.add(name + " scrolls sideways to " + wide + " on the narrowest phone");
        }
    }
}
