package care.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstRunTest {

    @Test
    void a_stranger_with_the_setup_code_founds_an_organization_and_signs_in_with_two_factors() {
        try (var browser = Browser.open();
                var installation = new Installation()) {
            var wrong = new ArrayList<String>();
            var window = browser.window(installation.address());

            People.found(window, wrong);
            People.signIn(window, People.FOUNDER);
            People.enroll(window, installation.clock(), wrong);

            assertThat(window.url()).startsWith(installation.address()).doesNotContain("/sign-in");
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            signOutAndInAgain(window, installation, wrong);
        }
    }

    private static void signOutAndInAgain(
            Page window, Installation installation, List<String> wrong) {
        window.locator("form[action='/sign-out'] button").first().click();
        window.navigate("/clients");
        assertThat(window.url()).endsWith("/sign-in");
        wrong.addAll(Browser.look(window, "sign-in"));
        assertThat(wrong).isEmpty();
    }
}
