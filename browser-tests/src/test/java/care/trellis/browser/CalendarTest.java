package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A director sets a program up and rearranges it: one date, all that follow, all; a closed day. */
class CalendarTest {

    private final List<String> wrong = new ArrayList<>();

    @Test
    void a_director_sets_a_program_up_and_changes_one_all_that_follow_and_all() {
        try (var browser = Browser.open();
                var installation = new Installation()) {
            var founder = browser.window(installation.address());
            People.found(founder, new ArrayList<>());
            var setting = new Setting(installation);
            var maria = browser.window(installation.address());
            People.join(maria, setting.invitation, installation.clock(), new ArrayList<>());
            try {
                setUp(maria);
                change(maria, setting.track.toString());
                close(maria);
                leave(maria);
                calendar(maria);
                files(maria);
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(maria, "failure-calendar");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void setUp(Page maria) {
        maria.navigate("/settings/setup");
        wrong.addAll(Browser.look(maria, "setup"));
        maria.getByText("Begin").first().click();
        maria.locator("#name").fill("Evening recovery");
        maria.locator("#name").blur();
        wrong.addAll(Browser.look(maria, "setup-program"));
        next(maria);
        maria.locator("input[name=track][value=MORNING]").uncheck();
        maria.locator("input[name=track][value=ADOLESCENT]").uncheck();
        wrong.addAll(Browser.look(maria, "setup-tracks"));
        next(maria);
        next(maria);
        assertThat(maria.locator("main")).containsText("Choose who leads.");
        maria.locator("#given1").fill("Ivy");
        maria.locator("#family1").fill("Stone");
        maria.locator("#credential1").fill("LCSW");
        maria.locator("#lead-EVENING").selectOption(new SelectOption().setValue("NEW1"));
        maria.locator("#lead-VIRTUAL").selectOption(new SelectOption().setLabel("Maria Ortiz"));
        wrong.addAll(Browser.look(maria, "setup-people"));
        maria.locator("button[name=go][value=back]").click();
        next(maria);
        assertThat(maria.locator("#family1")).hasValue("Stone");
        next(maria);
        wrong.addAll(Browser.look(maria, "setup-rules"));
        next(maria);
        wrong.addAll(Browser.look(maria, "setup-review"));
        maria.getByText("Make the program").click();
        assertThat(maria.locator("main")).containsText("is running");
        wrong.addAll(Browser.look(maria, "setup-made"));
        maria.navigate("/tracks");
        wrong.addAll(Browser.look(maria, "groups"));
    }

    private static void next(Page maria) {
        maria.locator(".button-row button[name=go][value=next]").click();
        maria.waitForLoadState();
    }

    private void change(Page maria, String track) {
        maria.navigate("/tracks/" + track);
        wrong.addAll(Browser.look(maria, "track"));
        maria.locator(".block-list a").first().click();
        wrong.addAll(Browser.look(maria, "track-dates"));
        maria.locator(".dates a.button").nth(1).click();
        maria.locator("#starts").fill("14:00");
        maria.locator("#starts").blur();
        assertThat(maria.locator("#effect")).containsText("1 session changes");
        wrong.addAll(Browser.look(maria, "change-one"));
        submit(maria);
        assertThat(maria.locator(".page-title")).containsText("2:00");
        follow(maria, "Process group", "FOLLOWING", "13:00");
        follow(maria, "Individual therapy", "ALL", "08:00");
        maria.navigate("/tracks/" + track);
        maria.locator(".block-list a").getByText("Medication management").first().click();
        maria.locator(".dates a.button").nth(2).click();
        maria.locator("input[name=scope][value=ALL]").check();
        maria.locator("#starts").fill("10:30");
        maria.locator("#starts").blur();
        assertThat(maria.locator("#effect")).containsText("Already taken");
        wrong.addAll(Browser.look(maria, "change-taken"));
    }

    private void follow(Page maria, String title, String scope, String starts) {
        maria.navigate("/tracks");
        maria.locator("th a").getByText("Morning").first().click();
        maria.locator(".block-list a").getByText(title).first().click();
        maria.locator(".dates a.button").nth(2).click();
        maria.locator("input[name=scope][value=" + scope + "]").check();
        maria.locator("#starts").fill(starts);
        maria.locator("#starts").blur();
        assertThat(maria.locator("#effect")).containsText("sessions change and keep their rosters");
        wrong.addAll(Browser.look(maria, "change-" + scope.toLowerCase(Locale.ROOT)));
        submit(maria);
        maria.waitForURL(url -> !url.endsWith("/change"));
    }

    private static void submit(Page maria) {
        maria.locator("form.plan-session button[type=submit]").click();
        maria.waitForLoadState();
    }

    private void close(Page maria) {
        maria.navigate("/closures?day=2026-03-05");
        maria.locator("#reason").fill("Snow");
        maria.locator("#reason").blur();
        assertThat(maria.locator("#closure-effect")).containsText("called off");
        wrong.addAll(Browser.look(maria, "closures"));
        maria.locator("main .button-primary").getByText("Close").click();
        assertThat(maria.locator("main")).containsText("Snow");
        wrong.addAll(Browser.look(maria, "closures-closed"));
        maria.getByText("Open again").click();
        assertThat(maria.locator("main")).containsText("Open as planned");
    }

    private void leave(Page maria) {
        maria.navigate("/leaves");
        wrong.addAll(Browser.look(maria, "leaves"));
        maria.locator("#staff").selectOption(new SelectOption().setIndex(1));
        maria.locator("#from").fill("2026-03-10");
        maria.locator("#to").fill("2026-03-12");
        maria.getByText("Record and find cover").click();
        maria.waitForURL("**/leaves/*");
        wrong.addAll(Browser.look(maria, "leave"));
    }

    private void calendar(Page maria) {
        maria.navigate("/account/calendar");
        maria.getByText("Make an address").click();
        var address = maria.locator("#address").inputValue();
        wrong.addAll(Browser.look(maria, "calendar-address"));
        var answer = maria.request().get(address);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("BEGIN:VEVENT", "SUMMARY:Appointment");
    }

    private void files(Page maria) {
        maria.navigate("/settings/files");
        var text = maria.request().get("/settings/files/settings.yaml").text();
        maria.locator("#text").fill(text.replace("seats: 14", "seats: 16"));
        maria.locator("main button.button-primary").click();
        assertThat(maria.locator("main")).containsText("seats: 14 here, 16 in the file");
        wrong.addAll(Browser.look(maria, "settings-file"));
        maria.locator("button[formaction]").click();
        assertThat(maria.locator("main")).containsText("Taken.");
    }
}
