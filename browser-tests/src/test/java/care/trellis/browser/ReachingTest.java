package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.downtime.Packs;
import care.trellis.messages.Delivery;
import care.trellis.outreach.Absences;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * Mail goes out through a real server; somebody who does not come is looked for; a day on paper
 * comes back in from the keyboard.
 */
class ReachingTest {

    private static final String HOUSE = "(602) 555-0114";

    private final List<String> wrong = new ArrayList<>();

    @Test
    void a_director_connects_a_mail_server_looks_for_who_is_missing_and_enters_a_sheet() {
        var mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        try (var browser = Browser.open();
                var installation = new Installation()) {
            var window = browser.window(installation.address());
            try {
                walk(window, installation, mailbox);
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(window, "failure-reaching");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        } finally {
            mailbox.stop();
        }
    }

    private void walk(Page window, Installation installation, GreenMail mailbox) {
        People.found(window, wrong);
        var setting = new Setting(installation);
        var people = new Cast(installation, setting);
        var ana = "/clients/" + people.add("Ana", "Lopez", HOUSE).value();
        people.add("Bo", "Chen", HOUSE);
        var codes = codes(people);
        installation.clock().set(Instant.parse("2026-03-02T14:20:00Z"));
        People.join(window, setting.invitation, installation.clock(), wrong);

        connect(window, people, mailbox);
        agree(window, ana);
        lookForThem(window, people, mailbox);
        enter(window, codes);
    }

    private void connect(Page window, Cast people, GreenMail mailbox) {
        window.navigate("/messages");
        assertThat(window.locator("main")).containsText("nothing leaves");
        wrong.addAll(Browser.look(window, "outbox-empty"));
        window.navigate("/settings/messages");
        window.locator("#sender").fill("Hope Recovery");
        press(window, "form[action$='/signature'] button[type=submit]");
        assertThat(window.locator("main")).containsText("tells a stranger too much");
        wrong.addAll(Browser.look(window, "messages-settings-wrong"));
        window.locator("#sender").fill("Juniper Street");
        press(window, "form[action$='/signature'] button[type=submit]");
        window.locator("#host").fill("127.0.0.1");
        window.locator("#port").fill(String.valueOf(mailbox.getSmtp().getPort()));
        window.locator("#safety").selectOption("NONE");
        window.locator("#from").fill("hello@juniper.example");
        window.locator("#mailOn-true").check();
        press(window, "form[action$='/mail'] button[type=submit]");
        assertThat(window.locator(".way-out").first()).containsText("Leaves through 127.0.0.1");
        window.locator("#mailAddress").fill("ruth@home.example");
        press(window, "form[action$='/mail/tests'] button[type=submit]");
        assertThat(window.locator("main")).containsText("A test is on its way");
        wrong.addAll(Browser.look(window, "messages-settings"));
        deliver(people);
        assertThat(mailbox.waitForIncomingEmail(15_000, 1)).isTrue();
        assertThat(GreenMailUtil.getBody(mailbox.getReceivedMessages()[0]))
                .contains("This is a test message from Juniper Street");
    }

    private void agree(Page window, String ana) {
        window.navigate(ana + "/messages");
        assertThat(window.locator("main")).containsText("Not asked yet");
        choose(window.locator("form[action$='/messages']"), "E-mail");
        window.getByText("The client agrees").click();
        window.waitForLoadState();
        wrong.addAll(Browser.look(window, "messages-of-one"));
    }

    private void lookForThem(Page window, Cast people, GreenMail mailbox) {
        notice(people);
        window.navigate("/outreach");
        assertThat(window.locator(".missing-card")).hasCount(2);
        window.locator(".missing-card summary").first().click();
        wrong.addAll(Browser.look(window, "outreach"));
        press(window, ".page-actions button");
        deliver(people);
        assertThat(mailbox.waitForIncomingEmail(15_000, 2)).isTrue();
        assertThat(GreenMailUtil.getBody(mailbox.getReceivedMessages()[1]))
                .contains("We missed you today")
                .doesNotContain("Ana");
        var card = window.locator(".missing-card").first();
        card.locator("summary").first().click();
        choose(card.locator("form[action$='/steps']"), "Voicemail");
        card.locator("textarea").fill("Asked to call back");
        card.getByText("Write it down").click();
        window.waitForLoadState();
        assertThat(window.locator(".missing-card").first()).containsText("Asked to call back");
        card.locator("summary").last().click();
        choose(card.locator("form[action$='/outcome']"), "Comes back next time");
        card.locator("form[action$='/outcome'] button").click();
        window.waitForLoadState();
        assertThat(window.locator(".settled")).containsText("Comes back next time");
        wrong.addAll(Browser.look(window, "outreach-settled"));
        window.navigate("/outreach/warning");
        wrong.addAll(Browser.look(window, "outreach-warning"));
        window.navigate("/messages/sent");
        wrong.addAll(Browser.look(window, "outbox"));
    }

    private void enter(Page window, List<String> codes) {
        window.navigate("/downtime");
        window.locator("#desk").fill("paper boat river stone");
        window.locator("#clinical").fill("amber field quiet north");
        press(window, "form[action$='/settings'] button[type=submit]");
        wrong.addAll(Browser.look(window, "downtime"));
        window.locator(".sheets a").first().click();
        window.waitForURL("**/downtime/sheets/**");
        line(window, "999Z", "905", "");
        assertThat(window.locator("#code-error")).containsText("is no code");
        wrong.addAll(Browser.look(window, "sheet-wrong"));
        line(window, codes.getFirst(), "905", "915");
        assertThat(window.locator(".entry-said")).containsText("9:05 AM to 9:15 AM: entered");
        line(window, codes.getFirst(), "905", "915");
        assertThat(window.locator(".entry-said")).containsText("stood there already");
        line(window, codes.getFirst(), "900", "915");
        assertThat(window.locator(".banner-watch")).containsText("Nothing was written");
        wrong.addAll(Browser.look(window, "sheet-differs"));
        window.getByText("The paper is right").click();
        window.waitForLoadState();
        assertThat(window.locator("main")).containsText("9:00 AM");
        wrong.addAll(Browser.look(window, "sheet"));
    }

    /** From the keyboard alone: the cursor stands in the code, Enter takes the line. */
    private static void line(Page window, String code, String in, String out) {
        assertThat(window.locator("#code")).isFocused();
        window.locator("#code").fill(code);
        window.keyboard().press("Tab");
        window.keyboard().type(in);
        window.keyboard().press("Tab");
        window.keyboard().type(out);
        window.keyboard().press("Enter");
        window.waitForLoadState();
    }

    private static void choose(Locator form, String pill) {
        form.locator("label.pill")
                .filter(new Locator.FilterOptions().setHasText(pill))
                .first()
                .click();
    }

    private static void press(Page window, String button) {
        window.locator(button).first().click();
        window.waitForLoadState();
    }

    /** The codes on the sheets of the morning. */
    private static List<String> codes(Cast people) {
        var paper =
                people.in(() ->
                        people.door(Packs.class)
                                .desk(people.permit(Action.DOWNTIME_PACK), people.site()));
        return Pattern.compile("\\b[0-9]{3}[A-Z]\\b")
                .matcher(words(paper))
                .results()
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .toList();
    }

    private static String words(byte[] paper) {
        try (var document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void notice(Cast people) {
        people.in(() -> people.door(Absences.class).notice(people.permit(Action.OUTREACH)));
    }

    private static void deliver(Cast people) {
        people.in(() -> people.door(Delivery.class).run(people.permit(Action.MESSAGE_SEND)));
    }
}
