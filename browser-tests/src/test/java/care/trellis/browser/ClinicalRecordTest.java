package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.access.Access;
import care.trellis.access.Accounts;
import care.trellis.access.NewAccount;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.StaffId;
import care.trellis.papers.FormDefinition;
import care.trellis.papers.Forms;
import care.trellis.sessions.BlockPlan;
import care.trellis.sessions.Modality;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import care.trellis.testing.Clinic;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * One clinician through a stay: the plan from problem to signature, a flag and a crisis plan,
 * today's module, a taper made and taken back, and the discharge with what follows it.
 */
class ClinicalRecordTest {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    private final List<String> wrong = new ArrayList<>();
    private Clinic.Ward ward;
    private Clinic.Client maya;
    private UUID session;

    @Test
    void a_stay_is_planned_kept_safe_changed_and_ended_in_the_record() {
        try (var browser = Browser.open();
                var installation = new Installation()) {
            prepare(installation);
            var maria = browser.window(installation.address());
            try {
                join(maria, installation);
                plan(maria);
                safety(maria);
                module(maria);
                level(maria);
                discharge(maria, installation);
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(maria, "failure-record");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void plan(Page maria) {
        maria.navigate(chart() + "/plan");
        maria.locator("#statement-new").fill("Low mood most days");
        press(maria, "Add problem");
        press(maria, "Put it there");
        var goal = maria.locator(".goal");
        goal.locator("input[name=text]").fill("Feel better on most days");
        goal.locator("input[name=measure]").fill("PHQ-9");
        goal.locator("input[name=baseline]").fill("18");
        goal.locator("input[name=target]").fill("9");
        goal.locator("input[name=on]").fill("2026-05-01");
        goal.locator("input[name=scored]").check();
        press(maria, "Add objective");
        var step = maria.locator(".objective form:has(input[name=approach])");
        step.locator("input[name=approach]").fill("CBT and process");
        step.locator("input[name=times]").fill("3");
        step.locator("input[name=minutes]").fill("180");
        step.locator("input[name=weeks]").fill("8");
        step.locator("input[name=responsible]").fill("Maria Ortiz, LCSW");
        step.locator("button").click();
        assertThat(maria.locator("#signing")).containsText("The plan is whole", SOON);
        wrong.addAll(Browser.look(maria, "plan"));
        press(maria, "Sign as author");
        assertThat(maria.locator("main")).containsText("Version 1", SOON);
        maria.locator(".versions a").first().click();
        maria.waitForURL("**/versions/**");
        wrong.addAll(Browser.look(maria, "plan-version"));
        isPdf(maria);
    }

    private void safety(Page maria) {
        maria.navigate(chart() + "/flags/new");
        maria.locator(".pill").first().click();
        maria.locator("fieldset").nth(1).locator(".pill").last().click();
        maria.locator("#words").fill("Said that nobody would notice.");
        wrong.addAll(Browser.look(maria, "flag-raise"));
        press(maria, "Raise the flag");
        maria.navigate(chart() + "/safety");
        assertThat(maria.locator("main")).containsText("Said that nobody would notice.", SOON);
        wrong.addAll(Browser.look(maria, "safety"));
        maria.locator("button[aria-label^='Write:']").first().click();
        maria.waitForURL("**/papers/**");
        maria.locator("textarea").first().fill("I stop answering and pace.");
        assertThat(maria.locator(".paper-form [data-saved]").first()).containsText("Saved", SOON);
        wrong.addAll(Browser.look(maria, "crisis-plan"));
        isPdf(maria);
        maria.navigate(chart() + "/papers");
        assertThat(maria.locator("main")).containsText("Go on", SOON);
        wrong.addAll(Browser.look(maria, "papers"));
    }

    private void module(Page maria) {
        maria.navigate("/sessions/" + session + "/module");
        maria.locator("form.row select").selectOption("3.1");
        press(maria, "Choose");
        assertThat(maria.locator("main")).containsText("Handout", SOON);
        wrong.addAll(Browser.look(maria, "module"));
        maria.navigate("/sessions/" + session + "/note");
        assertThat(maria.locator(".note-strip")).containsText("Module 3.1", SOON);
        maria.navigate(chart() + "/curriculum");
        wrong.addAll(Browser.look(maria, "curriculum"));
    }

    private void level(Page maria) {
        maria.navigate(chart() + "/level");
        maria.locator("#from0").fill("2026-03-09");
        maria.locator("#hours0").fill("6");
        maria.locator(".day-box").last().click();
        assertThat(maria.locator("#preview")).containsText("Step down", SOON);
        maria.getByText("Add a step (taper)").click();
        assertThat(maria.locator("main")).containsText("Step 2", SOON);
        maria.locator("#level1").selectOption("OP");
        maria.locator("#hours1").fill("3");
        maria.locator("fieldset").last().locator(".day-box").nth(1).click();
        maria.locator("#reason").fill("Every group kept, scores below ten twice.");
        assertThat(maria.locator("#preview")).containsText("9 h → 6 h", SOON);
        assertThat(maria.locator("#preview")).containsText("→ 3 h from Mar 23", SOON);
        assertThat(maria.locator("#preview")).containsText("Taper", SOON);
        wrong.addAll(Browser.look(maria, "level"));
        press(maria, "Make the change");
        assertThat(maria.locator("#changes")).containsText("Taper from Mar 9, 2026", SOON);
        wrong.addAll(Browser.look(maria, "level-changed"));
        press(maria, "Take back");
        assertThat(maria.locator("#changes")).containsText("Taken back", SOON);
    }

    private void discharge(Page maria, Installation installation) {
        maria.navigate(chart() + "/papers");
        maria.locator("button[aria-label='Begin: Discharge and continuing care']").click();
        maria.waitForURL("**/papers/**");
        fill(maria, installation);
        wrong.addAll(Browser.look(maria, "discharge"));
        maria.reload();
        if (maria.locator("#signing input[name=seen]").count() > 0) {
            maria.locator("#signing input[name=seen]").check();
        }
        maria.locator("#signing button[type=submit]").click();
        assertThat(maria.locator("main")).containsText("SHA-256", SOON);
        maria.navigate(chart());
        assertThat(maria.locator("main")).containsText("Discharged", SOON);
        wrong.addAll(Browser.look(maria, "chart-after-discharge"));
        maria.navigate(chart() + "/aftercare");
        assertThat(maria.locator("main")).containsText("Dr. Lee", SOON);
        wrong.addAll(Browser.look(maria, "aftercare"));
        press(maria, "Kept");
        assertThat(maria.locator("main")).containsText("Appointment: Kept", SOON);
    }

    /** Answers what is needed as a person does: a word, a day, a press. */
    private static void fill(Page maria, Installation installation) {
        var form = installation.door(Forms.class).find("discharge").orElseThrow();
        form.questions()
                .filter(FormDefinition.Question::needed)
                .forEach(question -> {
                    switch (question.kind()) {
                        case LONG, TEXT ->
                                maria.locator("#" + question.id()).fill("Said and written.");
                        case DATE -> maria.locator("#" + question.id()).fill("2026-03-02");
                        case YES_NO ->
                                maria.locator("#" + question.id() + " .pill").first().click();
                        case CHOICE -> maria.locator("#" + question.id()).selectOption("Completed");
                        case TABLE -> {
                            cell(maria, question.cell(0, 0)).fill("Dr. Lee");
                            cell(maria, question.cell(0, 1)).fill("2026-03-06");
                        }
                        case READ, MANY, NUMBER -> {}
                    }
                });
        for (var saved : maria.locator("form.paper-form [data-saved]").all()) {
            if (!saved.innerText().isBlank()) {
                assertThat(saved).containsText("Saved", SOON);
            }
        }
        maria.waitForTimeout(2500);
    }

    private static Locator cell(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }

    private static void press(Page page, String words) {
        page.locator("button:has-text('" + words + "')").first().click();
        page.waitForLoadState();
    }

    private static void isPdf(Page page) {
        var pdf =
                page.request()
                        .get(
                                URI.create(page.url())
                                        .resolve(
                                                page.locator("a[href$='/pdf']")
                                                        .getAttribute("href"))
                                        .toString(),
                                RequestOptions.create());
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private String chart() {
        return "/clients/" + maya.id();
    }

    /** Three mornings a week in a track, and Maya in it. */
    private void prepare(Installation installation) {
        var clinic = installation.door(Clinic.class);
        ward = clinic.open();
        maya = clinic.maya(ward);
        session = clinic.session(ward, Clinic.MONDAY, LocalTime.of(15, 0), 60, maya);
        var tracks = installation.door(Tracks.class);
        var edit = system(Action.SESSION_EDIT);
        OrganizationContext.run(
                ward.organization(),
                () -> {
                    for (var day :
                            List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)) {
                        tracks.addBlock(
                                edit,
                                Ids.next(),
                                new TrackId(ward.track()),
                                new BlockPlan(
                                        day,
                                        LocalTime.of(9, 0),
                                        180,
                                        "Skills",
                                        ServiceType.GROUP_THERAPY,
                                        Modality.IN_PERSON,
                                        null,
                                        new StaffId(ward.lead()),
                                        null,
                                        Clinic.MONDAY,
                                        null));
                    }
                    tracks.enroll(
                            edit,
                            Ids.next(),
                            new TrackId(ward.track()),
                            new EpisodeId(maya.episode()),
                            Clinic.MONDAY,
                            "");
                });
    }

    private void join(Page page, Installation installation) {
        var link =
                OrganizationContext.in(
                        ward.organization(),
                        () ->
                                installation
                                        .door(Accounts.class)
                                        .invite(
                                                system(Action.STAFF_EDIT),
                                                Ids.next(),
                                                new NewAccount(
                                                        "maria@example.org",
                                                        "Maria Ortiz",
                                                        Set.of(Role.CLINICIAN),
                                                        Set.of(),
                                                        new StaffId(ward.lead())))
                                        .orThrow());
        People.join(page, link.path(), "maria@example.org", installation.clock(), wrong);
    }

    private Permit system(Action action) {
        return Access.system(ward.organization(), action, Permit.Purpose.OPERATIONS);
    }
}
