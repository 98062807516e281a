package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.OrganizationContext;
import care.trellis.base.Platform;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A whole program from nothing, by one person who takes the usual answers: four tracks, three
 * rooms, four new people, a payer, and sixteen weeks of sessions on the board.
 *
 * <p>Under fifteen minutes is promised. No clock is asked: presses and fields are counted and
 * weighed, well above what a press (1 s, with the decision 3 s) and a typed name (7 s) take by the
 * keystroke-level model (Card, Moran and Newell 1980), with a minute to read each page.
 */
class SetupWizardTest {

    private static final int PROMISED_SECONDS = 15 * 60;
    private static final int SECONDS_A_PAGE = 60;
    private static final int SECONDS_A_PRESS = 5;
    private static final int SECONDS_A_FIELD = 15;

    /** The list, five steps, and what was made. */
    private static final int PAGES = 7;

    private static final int WEEKS = 16;
    private static final List<String> LEADERS = List.of("Ortiz", "Lin", "Okafor", "Haddad");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void the_usual_answers_make_a_program_within_the_presses_of_fifteen_minutes() {
        try (var browser = Browser.open();
                var installation = new Installation()) {
            var window = browser.window(installation.address());
            var hand = new Hand();
            try {
                People.found(window, wrong);
                People.signIn(window, People.FOUNDER);
                People.enroll(window, installation.clock(), wrong);
                int promised = setsUp(window, hand);

                assertThat(weeks(installation)).hasSize(WEEKS).containsOnly(promised / WEEKS);
                assertThat(promised).isPositive();
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(window, "failure-setup");
                throw failed;
            }
            assertThat(hand.count()).as("presses").isLessThanOrEqualTo(18);
            assertThat(hand.fields()).as("fields").isLessThanOrEqualTo(15);
            assertThat(
                            PAGES * SECONDS_A_PAGE
                                    + hand.count() * SECONDS_A_PRESS
                                    + hand.fields() * SECONDS_A_FIELD)
                    .as("seconds")
                    .isLessThan(PROMISED_SECONDS);
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Answers how many sessions the week beside the last step promised. */
    private int setsUp(Page window, Hand hand) {
        window.navigate("/settings/setup");
        wrong.addAll(Browser.look(window, "setup-begin"));
        hand.click(window.locator("main button:has-text('Begin')"));
        program(window, hand);
        window.waitForURL("**/tracks");
        next(window, hand, "tracks");
        people(window, hand);
        rules(window, hand);
        window.waitForURL("**/review");
        wrong.addAll(Browser.look(window, "setup-review"));
        var words =
                Pattern.compile("(\\d+) dated sessions in " + WEEKS + " weeks")
                        .matcher(window.locator("#picture").innerText());
        assertThat(words.find()).isTrue();
        hand.click(window.locator("button:has-text('Make the program')"));
        assertThat(window.locator("main")).containsText("Adult IOP is running");
        assertThat(window.locator("main"))
                .containsText("Sixteen weeks of sessions stand on the board");
        wrong.addAll(Browser.look(window, "setup-made"));
        return Integer.parseInt(words.group(1));
    }

    private void program(Page window, Hand hand) {
        window.waitForURL("**/program");
        hand.fill(window.locator("#newSite"), "Northgate");
        hand.choose(window.locator("#zone"), zone(window));
        next(window, hand, "program");
    }

    /** As the list says it. */
    private static String zone(Page window) {
        return window.locator("#zone option[value='America/New_York']").first().innerText();
    }

    private void people(Page window, Hand hand) {
        window.waitForURL("**/people");
        for (int i = 1; i <= LEADERS.size(); i++) {
            hand.fill(window.locator("#given" + i), "Robin");
            hand.fill(window.locator("#family" + i), LEADERS.get(i - 1));
            hand.fill(window.locator("#credential" + i), "LCSW");
        }
        var leads = window.locator("select[name^='lead-']");
        assertThat(leads).hasCount(LEADERS.size());
        assertThat(leads.first().locator("option[value=NEW2]")).hasText("Robin Lin (new)");
        for (int i = 0; i < LEADERS.size(); i++) {
            hand.choose(leads.nth(i), leads.nth(i).locator("option").nth(i + 1).innerText());
        }
        next(window, hand, "people");
    }

    private void rules(Page window, Hand hand) {
        window.waitForURL("**/rules");
        hand.fill(window.locator("#payer1"), "Saguaro Plan");
        hand.fill(window.locator("#payerCode1"), "SAGUARO1");
        hand.choose(window.locator("#payerRules1"), "AZ_AHCCCS_S9480");
        next(window, hand, "rules");
    }

    private void next(Page window, Hand hand, String name) {
        wrong.addAll(Browser.look(window, "setup-" + name));
        hand.click(window.locator(".setup-sheet button:has-text('Next')"));
    }

    /** Sessions of each week that has any. */
    private static List<Integer> weeks(Installation installation) {
        var organization = installation.door(Platform.class).organizations().getFirst();
        return OrganizationContext.in(
                organization,
                () ->
                        installation
                                .door(TransactionTemplate.class)
                                .execute(status ->
                                        installation
                                                .door(JdbcClient.class)
                                                .sql(
                                                        """
                                                        select cast(count(*) as int) from sessions.session
                                                        where organization_id = ? and local_date >= ?
                                                        group by date_trunc('week', local_date)
                                                        """)
                                                .params(
                                                        organization.value(),
                                                        LocalDate.of(2026, 3, 9))
                                                .query(Integer.class)
                                                .list()));
    }
}
