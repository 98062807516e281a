package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.demo.StandInPayer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The whole thread, as people do it: an imported person is admitted, gets a plan and joins a track,
 * attends a week with one late arrival, the notes are signed, the ledger explains the day that is
 * one minute short, a claim goes out, a remittance comes in, and the day is paid.
 */
class ThreadTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final List<String> HOURS = List.of("9:00", "10:00", "11:00");

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
    private static final LocatorAssertions.ContainsTextOptions TEXT_SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    private final List<String> wrong = new ArrayList<>();

    @Test
    void an_imported_person_attends_a_week_and_the_days_are_paid() {
        try (var browser = Browser.open();
                var installation = new Installation()) {
            var window = browser.window(installation.address());
            try {
                walk(window, installation);
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(window, "failure");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void walk(Page window, Installation installation) {
        People.found(window, wrong);
        var setting = new Setting(installation);
        var secret = People.join(window, setting.invitation, installation.clock(), wrong);

        var chart = importAna(window);
        admit(window, chart);
        joinTrack(window, setting);
        for (int day = 0; day < 4; day++) {
            attend(
                    window,
                    installation,
                    secret,
                    MONDAY.plusDays(day),
                    day == 3 ? LocalTime.of(9, 1) : LocalTime.of(8, 58));
        }
        reasons(window, chart);
        claim(window, installation, chart);
        studio(window);
        look(window, "/clients", "clients");
        look(window, chart, "chart");
        look(window, "/board", "board");
        look(window, "/board/week", "week");
        look(window, "/tracks", "tracks");
        look(window, "/", "home");
        for (var place :
                List.of(
                        "/staff",
                        "/settings",
                        "/account",
                        "/authorizations",
                        "/ledger",
                        "/audit")) {
            look(window, place, place.substring(1));
        }
    }

    private String importAna(Page window) {
        look(window, "/import", "import");
        window.locator("#files").setInputFiles(Path.of("src", "test", "resources", "ana.json"));
        window.locator("main form[action='/import'] button[type=submit]").click();
        assertThat(window.getByText("ana.json").first()).isVisible(SOON);
        assertThat(window.locator("#run .chip").first()).isVisible(SOON);
        wrong.addAll(Browser.look(window, "import-report"));
        window.getByText("Who waits for admission").click();
        window.locator("tbody th a").first().click();
        window.waitForURL("**/clients/*");
        return window.url();
    }

    private void admit(Page window, String chart) {
        window.navigate(chart + "/admission");
        wrong.addAll(Browser.look(window, "admission"));
        window.locator("#coverage a, #coverage summary").first().click();
        chooseLast(window, "#contract");
        submit(window, "Save coverage");
        window.navigate(chart + "/admission");
        window.locator("#signedBy").fill("Ana Example");
        window.locator("#signedOn").fill("2026-03-02");
        window.getByLabel("The form says that it can be revoked, and how").check();
        window.getByLabel("The form says what the recipient may do with it").check();
        submit(window, "Record the signature");
        submit(window, "Make principal");
        chooseLast(window, "#program");
        window.locator("#admittedOn").fill("2026-03-02");
        submit(window, "Admit");
        window.locator("#hoursPerWeek").fill("12");
        window.locator("#planFrom").fill("2026-03-02");
        window.locator("#physicianSignedOn").fill("2026-03-02");
        submit(window, "Save plan");
        window.locator("#goalText").fill("Sleep through the night");
        submit(window, "Add goal");
        wrong.addAll(Browser.look(window, "admitted"));
    }

    private void joinTrack(Page window, Setting setting) {
        look(window, "/tracks/" + setting.track, "track");
        chooseLast(window, "#episode");
        window.locator("[name='enroll-from']").fill("2026-03-02");
        submit(window, "Enroll");
    }

    /** Everybody comes to the first group at this time, and leaves after the last. */
    private void attend(
            Page window,
            Installation installation,
            String secret,
            LocalDate day,
            LocalTime arrival) {
        for (int hour = 0; hour < HOURS.size(); hour++) {
            var comes = hour == 0 ? arrival : LocalTime.of(9 + hour, 0);
            installation.clock().set(day.atTime(comes).atZone(ZONE).toInstant());
            People.comeBack(window, secret, installation.clock());
            window.navigate("/board");
            if (day.equals(MONDAY) && hour == 0) {
                wrong.addAll(Browser.look(window, "board-before"));
                pressBesideAnotherScreen(window);
            } else {
                window.locator("tbody tr .mark-expected").nth(0).click();
            }
            assertThat(window.locator("tbody tr .mark-button:not(.mark-expected)").nth(hour))
                    .isVisible(SOON);
        }
        if (day.equals(MONDAY)) {
            wrong.addAll(Browser.look(window, "board-monday"));
        }
        installation.clock().set(day.atTime(12, 5).atZone(ZONE).toInstant());
        People.comeBack(window, secret, installation.clock());
        for (int hour = 0; hour < HOURS.size(); hour++) {
            window.navigate("/board");
            window.locator(".session a").nth(hour).click();
            write(window, day, hour);
        }
    }

    /** A second screen shows the arrival and counts it without being touched. */
    private static void pressBesideAnotherScreen(Page window) {
        try (var other = window.context().newPage()) {
            other.navigate("/board");
            assertThat(other.getByText("Live")).isVisible(SOON);
            assertThat(other.locator("#headcount")).containsText("0 of 1");

            window.locator("tbody tr .mark-expected").nth(0).click();

            assertThat(other.locator("tbody tr .mark-button:not(.mark-expected)").first())
                    .isVisible(SOON);
            assertThat(other.locator("#headcount .stat").first()).containsText("1 of 1");
        }
    }

    private void write(Page window, LocalDate day, int hour) {
        window.locator("#focus").fill("Triggers and coping");
        window.locator("#method").fill("CBT, psychoeducation");
        window.locator("#narrative").fill("Mapped triggers and practiced urge surfing in pairs.");
        assertThat(window.locator("form:has(#narrative) [data-saved]"))
                .containsText("Saved", TEXT_SOON);
        window.locator("[data-text]")
                .fill(
                        "Named two triggers at work and planned a call before the shift. "
                                + day
                                + " "
                                + hour);
        window.locator(".pill", new Page.LocatorOptions().setHasText("Active")).click();
        window.locator("[name=goal]").selectOption(new SelectOption().setIndex(1));
        assertThat(window.locator("form:has([data-text]) [data-saved]"))
                .containsText("Saved", TEXT_SOON);
        assertThat(window.getByText("Ready to sign")).isVisible(SOON);
        if (day.equals(MONDAY) && hour == 0) {
            wrong.addAll(Browser.look(window, "group-note"));
        }
        window.locator("[data-sign]").click();
        assertThat(window.getByText("1 note is signed")).isVisible(SOON);
        if (day.equals(MONDAY) && hour == 0) {
            wrong.addAll(Browser.look(window, "group-note-signed"));
        }
    }

    private void reasons(Page window, String chart) {
        var client = chart.substring(chart.lastIndexOf('/') + 1);
        look(window, "/ledger", "ledger");
        look(window, "/ledger/" + client + "/2026-03-05", "reasons");
        assertThat(window.locator("main")).containsText("179 of 180 minutes");
        assertThat(window.locator("main")).containsText("1 more minute");
        look(window, "/ledger/" + client + "/2026-03-02", "reasons-billable");
        assertThat(window.locator("main")).containsText("Billable");
    }

    /** The billable days become a file; the stand-in payer answers it; the answer is posted. */
    private void claim(Page window, Installation installation, String chart) {
        look(window, "/claims", "claims");
        submit(window, "Make");
        wrong.addAll(Browser.look(window, "submitted"));
        var download =
                window.waitForDownload(
                        () -> window.locator("a[href^='/claims/files/']").first().click());
        var sent = read(download.path());
        assertThat(sent).startsWith("ISA*").contains("S9480").doesNotContain("D8*20260305");
        var answer =
                new StandInPayer("Saguaro Plan", "SAGUARO1", 80, 0, Map.of())
                        .answer(sent, 1, "T-1001", LocalDateTime.of(2026, 3, 5, 12, 0));
        look(window, "/remittances", "remittances");
        window.locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "answer.835",
                                "text/plain",
                                answer.getBytes(StandardCharsets.US_ASCII)));
        submit(window, "Post");
        wrong.addAll(Browser.look(window, "remittance"));
        look(window, "/claims", "claims-answered");
        var client = chart.substring(chart.lastIndexOf('/') + 1);
        look(window, "/ledger/" + client + "/2026-03-02", "reasons-paid");
        assertThat(window.locator("main")).containsText("Paid");
        assertThat(window.locator("main")).containsText("$252.00");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A rule of the contract is changed in a proposal, and its replay wins the short day back. */
    private void studio(Page window) {
        look(window, "/rules", "rules");
        window.locator("a[href^='/rules/sets/']").first().click();
        window.waitForLoadState();
        wrong.addAll(Browser.look(window, "rule-set"));
        window.navigate("/rules");
        window.locator("a[href^='/rules/contracts/']").first().click();
        window.waitForLoadState();
        wrong.addAll(Browser.look(window, "contract-rules"));
        window.locator("#day-minutes a[href*='/proposals/new']").click();
        window.locator("#value").fill("170");
        window.locator("#from").fill(MONDAY.toString());
        window.locator("#reason").fill("Amendment 3: days of 2:50 are paid.");
        wrong.addAll(Browser.look(window, "propose"));
        submit(window, "Propose");
        window.waitForURL("**/rules/proposals/*");
        submit(window, "Replay");
        assertThat(window.locator("#replay .stats")).isVisible(SOON);
        assertThat(window.locator("#replay")).containsText("179 of 180 minutes", TEXT_SOON);
        assertThat(window.locator("#replay")).containsText("You wrote this proposal", TEXT_SOON);
        wrong.addAll(Browser.look(window, "studio"));
    }

    private void look(Page window, String path, String name) {
        window.navigate(path);
        wrong.addAll(Browser.look(window, name));
    }

    /**
     * Lists begin with an empty choice where nothing has to be chosen; the last one is always real.
     */
    private static void chooseLast(Page window, String list) {
        var options = window.locator(list + " option");
        window.locator(list).selectOption(new SelectOption().setIndex(options.count() - 1));
    }

    private static void submit(Page window, String words) {
        window.locator("button[type=submit]", new Page.LocatorOptions().setHasText(words))
                .first()
                .click();
        window.waitForLoadState();
    }
}
