package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The third door of check-in: four digits that staff show, typed on a phone that came by the link
 * of a video meeting, or sent as a text from a known number.
 */
class CodeDoorTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String CARRIER_SECRET = "the-token-of-the-account";
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private final List<String> wrong = new ArrayList<>();

    @Test
    void clients_come_by_the_four_digits_of_a_room_in_a_video_meeting_and_by_text() {
        try (var browser = Browser.open();
                var installation = new Installation()) {
            var staff = browser.window(installation.address());
            var phone = browser.window(installation.address());
            try {
                People.found(staff, wrong);
                var people = new Cast(installation, new Setting(installation));
                people.add("Ana", "Lopez", "(602) 555-0114");
                people.add("Bo", "Chen", "(602) 555-0115");
                people.texting(CARRIER_SECRET);
                People.join(staff, people.setting().invitation, installation.clock(), wrong);
                var sessions = sessions(people);
                video(people, sessions.getFirst());

                staff.navigate("/sessions/" + sessions.getFirst().value() + "/code");
                wrong.addAll(Browser.look(staff, "room-code"));
                comesByVideo(phone, staff.locator("#video-link").inputValue(), digits(staff));
                shows(staff, sessions.getFirst(), "Ana L.", "1 of 2 here");

                staff.navigate("/sessions/" + sessions.get(1).value() + "/code");
                comesByText(staff, people, digits(staff));
                shows(staff, sessions.get(1), "Bo C.", "1 of 2 here");
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(staff, "failure-code-door-staff");
                Browser.picture(phone, "failure-code-door-phone");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static String digits(Page staff) {
        var digits = staff.locator(".room-code").innerText().replaceAll("\\s", "");
        assertThat(digits).matches("[0-9]{4}");
        return digits;
    }

    /** The wrong digits say no more than that; what is right comes to where it belongs. */
    private void comesByVideo(Page phone, String link, String digits) {
        phone.setViewportSize(390, 844);
        phone.navigate(link);
        wrong.addAll(Browser.look(phone, "arrive-video"));
        arrives(phone, digits.equals("0000") ? "0001" : "0000");
        assertThat(phone.locator("[role=alert]")).containsText("That did not work");
        wrong.addAll(Browser.look(phone, "arrive-video-wrong"));
        arrives(phone, digits);
        assertThat(phone.locator("h1")).containsText("You are checked in, Ana");
        assertThat(phone.locator("main")).containsText("Process group, 9:00");
        wrong.addAll(Browser.look(phone, "arrive-video-done"));
    }

    private static void arrives(Page phone, String digits) {
        phone.locator("#code").fill(digits);
        phone.locator("#letters").fill("lop");
        phone.locator("#month").selectOption("5");
        phone.locator("#day").fill("4");
        phone.locator("#year").fill("1990");
        phone.locator("main button").click();
    }

    /** A text that the carrier did not sign is not heard; a signed one checks its sender in. */
    private static void comesByText(Page staff, Cast people, String digits) {
        var path = "/incoming/texts/" + people.setting().organization.value();
        var url = people.installation().address() + path;
        var text = Map.of("MessageSid", "SM1", "From", "+16025550115", "Body", digits);
        assertThat(post(staff, path, text, "made up")).isEqualTo(403);
        assertThat(post(staff, path, text, proof(url, text))).isEqualTo(200);
    }

    private static int post(Page page, String path, Map<String, String> text, String proof) {
        var fields = FormData.create();
        text.forEach(fields::set);
        return page.request()
                .post(
                        path,
                        RequestOptions.create()
                                .setHeader("X-Twilio-Signature", proof)
                                .setForm(fields))
                .status();
    }

    /** How the carrier signs (Twilio, "Validating requests"). */
    private static String proof(String url, Map<String, String> fields) {
        try {
            var signed = new StringBuilder(url);
            new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(
                    new SecretKeySpec(CARRIER_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(
                            mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void shows(Page staff, SessionId session, String name, String headcount) {
        staff.navigate("/sessions/" + session.value());
        assertThat(staff.locator("#session-roster")).containsText(headcount, SOON);
        assertThat(staff.locator("#session-roster tr:has-text('" + name + "')"))
                .containsText("8:30");
    }

    /** Monday's sessions in their order. */
    private static List<SessionId> sessions(Cast people) {
        return people.in(() ->
                people
                        .door(Sessions.class)
                        .on(people.permit(Action.SESSION_VIEW), people.site(), MONDAY)
                        .stream()
                        .map(session -> session.id())
                        .toList());
    }

    private static void video(Cast people, SessionId session) {
        people.in(() ->
                people.door(TransactionTemplate.class)
                        .execute(status ->
                                people.door(JdbcClient.class)
                                        .sql(
                                                "update sessions.session set modality = 'VIDEO' where organization_id = ? and id = ?")
                                        .params(
                                                people.setting().organization.value(),
                                                session.value())
                                        .update()));
    }
}
