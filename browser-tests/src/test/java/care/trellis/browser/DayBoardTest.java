package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.messages.Language;
import care.trellis.messages.Preference;
import care.trellis.messages.Preferences;
import care.trellis.messages.Remind;
import care.trellis.messages.Way;
import care.trellis.organizations.Programs;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.TrackCreation;
import care.trellis.sessions.Tracks;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The day board in two browsers of two people: each narrows it for themselves, and what one of them
 * does stands on the other's board without a touch.
 */
class DayBoardTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    private static final LocatorAssertions.HasCountOptions COUNTED_SOON =
            new LocatorAssertions.HasCountOptions().setTimeout(30_000);
    private static final PageAssertions.HasURLOptions THERE_SOON =
            new PageAssertions.HasURLOptions().setTimeout(30_000);

    private final List<String> wrong = new ArrayList<>();

    @Test
    void two_boards_are_narrowed_apart_and_show_what_the_other_does() {
        try (var browser = Browser.open();
                var installation = new Installation()) {
            var maria = browser.window(installation.address());
            var ruth = browser.window(installation.address());
            try {
                People.found(ruth, wrong);
                var people = new Cast(installation, new Setting(installation));
                morning(people);
                People.signIn(ruth, People.FOUNDER);
                People.enroll(ruth, installation.clock(), wrong);
                People.join(maria, people.setting().invitation, installation.clock(), wrong);
                open(maria);
                open(ruth);

                narrows(maria, ruth);
                marksAbsentAndTexts(maria, ruth);
                movesSeveral(maria, ruth);
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(maria, "failure-board-maria");
                Browser.picture(ruth, "failure-board-ruth");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void open(Page window) {
        window.navigate("/board");
        assertThat(window.locator("#roster [data-live]")).containsText("Live", SOON);
        assertThat(rows(window)).hasCount(5);
    }

    /** What one filters, finds or checks in behind a filter; the other board stays as it is. */
    private void narrows(Page maria, Page ruth) {
        choose(maria, "#filter-payer", "Saguaro Plan");
        assertThat(rows(maria)).hasCount(2, COUNTED_SOON);
        assertThat(maria).hasURL(Pattern.compile("payer=Saguaro"), THERE_SOON);
        assertThat(rows(ruth)).hasCount(5);
        wrong.addAll(Browser.look(maria, "board-narrowed"));

        ruth.getByLabel("Check in Cleo C., 9:00").click();
        assertThat(present(maria)).containsText("1 of 5", SOON);
        assertThat(rows(maria)).hasCount(2);
        maria.getByLabel("Check in Ana L., 9:00").click();
        assertThat(present(ruth)).containsText("2 of 5", SOON);
        assertThat(row(ruth, "Ana L.").locator(".mark-present")).hasCount(1, COUNTED_SOON);

        choose(maria, "#filter-payer", "All payers");
        assertThat(rows(maria)).hasCount(5, COUNTED_SOON);
        assertThat(row(maria, "Cleo C.").locator(".mark-present")).hasCount(1);
        changesItsMindAtOnce(maria, "#filter-lead");
        chooseLike(maria, "#filter-lead", "Lin");
        assertThat(rows(maria)).hasCount(0, COUNTED_SOON);
        assertThat(rows(maria)).hasCount(5, COUNTED_SOON);
        maria.locator("[data-search]").fill("bo");
        assertThat(maria.locator("#roster tbody tr[data-find]:visible")).hasCount(1, COUNTED_SOON);
        maria.locator("[data-search]").fill("");
    }

    /** Two are absent; one of them is written to, once, and the other has to be called. */
    private void marksAbsentAndTexts(Page maria, Page ruth) {
        absent(maria, "Bo C.");
        absent(maria, "Dov D.");
        assertThat(ruth.locator("#headcount .stat").nth(2)).containsText("2 of 5", SOON);
        assertThat(row(ruth, "Dov D.").locator(".mark-absent")).hasCount(3, COUNTED_SOON);

        textsAll(ruth);
        assertThat(ruth.locator("body"))
                .containsText("1 text is on its way. Call 1: no text is wanted or possible.", SOON);
        textsAll(maria);
        assertThat(maria.locator("body"))
                .containsText("0 texts are on their way. 1 had one today. Call 1", SOON);
    }

    /** In all three groups of the morning: who is still expected later is not absent yet. */
    private static void absent(Page window, String name) {
        int marked = 0;
        for (var hour : List.of("9:00", "10:00", "11:00")) {
            window.getByLabel("More for " + name + ", " + hour).click();
            window.locator("#dialog button:has-text('Absent, no call')").click();
            assertThat(row(window, name).locator(".mark-absent")).hasCount(++marked, COUNTED_SOON);
        }
    }

    private void textsAll(Page window) {
        window.locator("button:has-text('Text the absent')").click();
        assertThat(window.locator("#dialog .absent-names li")).hasCount(2);
        wrong.addAll(Browser.look(window, "board-absent"));
        window.locator("#dialog button:has-text('Send 2 texts')").click();
        assertThat(window.locator("#dialog")).not().isVisible();
    }

    /** All but one go by one press, with one reason; the other's board loads again by itself. */
    private void movesSeveral(Page maria, Page ruth) {
        choose(ruth, "#filter-payer", "Saguaro Plan");
        assertThat(rows(ruth)).hasCount(2, COUNTED_SOON);
        maria.getByLabel("Move clients of Process group").click();
        assertThat(maria.locator("#dialog .moves input")).hasCount(3);
        maria.locator("#dialog .moves label:has-text('Eve E.') input").uncheck();
        maria.locator("#dialog button:has-text('Move them')").click();
        assertThat(maria.locator("#to-error")).containsText("Choose the session they go to.");
        assertThat(maria.locator("#dialog .moves label:has-text('Eve E.') input"))
                .not()
                .isChecked();
        wrong.addAll(Browser.look(maria, "board-moves"));
        chooseLike(maria, "#dialog #to", "Evening process");
        maria.locator("#dialog #reason").fill("Facilitator ill");
        maria.locator("#dialog button:has-text('Move them')").click();
        assertThat(maria.locator("body")).containsText("2 clients moved.", SOON);
        assertThat(maria.locator("#dialog")).not().isVisible();

        assertThat(cell(maria, "Dov D.", "1:00")).hasCount(1, COUNTED_SOON);
        assertThat(cell(ruth, "Bo C.", "1:00")).hasCount(1, COUNTED_SOON);
        assertThat(rows(ruth)).hasCount(2);
        choose(ruth, "#filter-payer", "All payers");
        assertThat(cell(ruth, "Dov D.", "1:00")).hasCount(1, COUNTED_SOON);
        assertThat(cell(ruth, "Eve E.", "1:00")).hasCount(0);
        wrong.addAll(Browser.look(ruth, "board-moved"));
    }

    /** As soon as the next board stands there the list goes back to its first line. */
    private static void changesItsMindAtOnce(Page window, String list) {
        window.evaluate(
                """
                (list) => new MutationObserver((changes, observer) => {
                    const choice = document.querySelector(list);
                    if (choice && choice.selectedIndex > 0 && !document.querySelector("#roster tbody")) {
                        observer.disconnect();
                        choice.selectedIndex = 0;
                        choice.dispatchEvent(new Event("change", { bubbles: true }));
                    }
                }).observe(document.body, { childList: true, subtree: true })
                """,
                list);
    }

    private static Locator rows(Page window) {
        return window.locator("#roster tbody tr[data-find]");
    }

    private static Locator row(Page window, String name) {
        return window.locator("#roster tr[data-find='%s']".formatted(name));
    }

    private static Locator cell(Page window, String name, String time) {
        return row(window, name)
                .locator(".board-cell:has(.cell-time:text-is('%s'))".formatted(time));
    }

    private static Locator present(Page window) {
        return window.locator("#headcount .stat").first();
    }

    private static void choose(Page window, String list, String label) {
        window.locator(list)
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(label));
    }

    /** The line of a list in which these words stand. */
    private static void chooseLike(Page window, String list, String words) {
        window.locator(list)
                .selectOption(
                        window.locator(list + " option:has-text('" + words + "')")
                                .getAttribute("value"));
    }

    /** Five people, two of them with a payer, one of these with texts; and a group at one. */
    private static void morning(Cast people) {
        var ana = people.add("Ana", "Lopez", "(602) 555-0114");
        var bo = people.add("Bo", "Chen", "(602) 555-0115");
        people.add("Cleo", "Cruz", "(602) 555-0116");
        people.add("Dov", "Diaz", "(602) 555-0117");
        people.add("Eve", "Ellis", "(602) 555-0118");
        people.texting("the-token-of-the-account");
        people.in(() -> {
            people.door(Preferences.class)
                    .save(
                            people.permit(Action.CLIENT_EDIT),
                            bo,
                            new Preference(Way.TEXT, Language.EN, Remind.NONE, null));
            return bo;
        });
        covers(people, ana);
        covers(people, bo);
        afternoon(people);
    }

    private static void covers(Cast people, ClientId client) {
        people.in(() ->
                people.door(TransactionTemplate.class)
                        .execute(status ->
                                people.door(JdbcClient.class)
                                        .sql(
                                                """
                                                insert into clients.coverage (organization_id, id, client_id, contract_id,
                                                    payer_name, member_id, priority, effective_from)
                                                select organization_id, ?, ?, id, 'Saguaro Plan', 'M12345', 1, '2025-01-01'
                                                from payers.contract where organization_id = ?
                                                """)
                                        .params(
                                                Ids.next(),
                                                client.value(),
                                                people.setting().organization.value())
                                        .update()));
    }

    private static void afternoon(Cast people) {
        people.in(() -> {
            var edit = people.permit(Action.SESSION_EDIT);
            var tracks = people.door(Tracks.class);
            var program =
                    people.door(Programs.class)
                            .all(people.permit(Action.ORGANIZATION_VIEW))
                            .getFirst()
                            .id();
            if (!(tracks.create(edit, Ids.next(), program, "Evening")
                    instanceof TrackCreation.Created(var track))) {
                throw new IllegalStateException("No track");
            }
            return tracks.addBlock(
                    edit,
                    Ids.next(),
                    track,
                    new BlockPlan(
                            DayOfWeek.MONDAY,
                            LocalTime.of(13, 0),
                            60,
                            "Evening process",
                            ServiceType.GROUP_THERAPY,
                            Modality.VIDEO,
                            null,
                            lin(people),
                            null,
                            MONDAY,
                            null));
        });
    }

    private static StaffId lin(Cast people) {
        return new StaffId(
                people.door(TransactionTemplate.class)
                        .execute(status ->
                                people.door(JdbcClient.class)
                                        .sql(
                                                "select id from organizations.staff where organization_id = ? and family_name = 'Lin'")
                                        .param(people.setting().organization.value())
                                        .query(UUID.class)
                                        .single()));
    }
}
