package care.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import care.trellis.base.Ids;
import care.trellis.base.OrganizationContext;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.Tickets;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The doors through which clients check in, with two members of staff watching: the tablet, a phone
 * with the code from the wall, a press of staff; each once without a connection.
 */
class DoorsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    private static final LocatorAssertions.IsVisibleOptions SEEN_SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private final List<String> wrong = new ArrayList<>();

    @Test
    void clients_come_by_tablet_phone_and_staff_also_without_a_connection() {
        try (var browser = Browser.open();
                var installation = new Installation()) {
            var staff = browser.window(installation.address());
            var tablet = browser.window(installation.address());
            var phone = browser.window(installation.address());
            try {
                People.found(staff, wrong);
                var setting = new Setting(installation);
                People.join(staff, setting.invitation, installation.clock(), wrong);
                var session = seats(installation, setting);
                var watching = staff.context().newPage();
                watching.navigate("/shift");
                assertThat(watching.locator("[data-live]")).containsText("Live", SOON);

                pair(staff, tablet, Device.Kind.KIOSK, "Front door");
                cannotBeLeft(tablet);
                comesByTablet(tablet, staff, watching);
                comesByPhone(installation, setting, phone, staff);
                comesWithoutConnection(tablet, watching);
                pressesWithoutConnection(staff, session);
                callsForHelp(tablet, staff);
                wall(staff, browser.window(installation.address()));
                handsOver(staff);
            } catch (RuntimeException | AssertionError failed) {
                Browser.picture(staff, "failure-doors-staff");
                Browser.picture(tablet, "failure-doors-tablet");
                Browser.picture(phone, "failure-doors-phone");
                throw failed;
            }
            assertThat(wrong).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Four people who are expected on Monday, in every session of the track. */
    private static UUID seats(Installation installation, Setting setting) {
        return OrganizationContext.in(
                setting.organization,
                () ->
                        installation
                                .door(TransactionTemplate.class)
                                .execute(status -> {
                                    var jdbc = installation.door(JdbcClient.class);
                                    for (var name : List.of("Ana", "Ben", "Cleo", "Dov")) {
                                        seat(jdbc, setting, name);
                                    }
                                    return jdbc.sql(
                                                    """
                                                    select id from sessions.session
                                                    where organization_id = ? and local_date = ? order by starts_at limit 1
                                                    """)
                                            .params(setting.organization.value(), MONDAY)
                                            .query(UUID.class)
                                            .single();
                                }));
    }

    private static void seat(JdbcClient jdbc, Setting setting, String name) {
        var id = Ids.next();
        jdbc.sql(
                        """
                        insert into clients.client (organization_id, id, site_id, record_number, given_name, family_name,
                            birth_date, sex, created_at)
                        select organization_id, ?, id, ?, ?, 'Reyes', '1990-05-04', 'F', now()
                        from organizations.site where organization_id = ?
                        """)
                .params(id, "C-" + name, name, setting.organization.value())
                .update();
        jdbc.sql(
                        """
                        insert into sessions.seat (organization_id, session_id, client_id, local_date, source)
                        select organization_id, id, ?, local_date, 'TRACK' from sessions.session
                        where organization_id = ? and local_date = ?
                        """)
                .params(id, setting.organization.value(), MONDAY)
                .update();
        if (name.equals("Ana")) {
            owes(jdbc, setting, id);
        }
    }

    /** A paper that staff signed and that waits for the client's hand. */
    private static void owes(JdbcClient jdbc, Setting setting, UUID client) {
        var paper = Ids.next();
        jdbc.sql(
                        """
                        insert into papers.paper (organization_id, id, client_id, form, form_version, begun_at, begun_by,
                            begun_by_name)
                        values (?, ?, ?, 'rights', 1, now(), ?, 'Maria Ortiz')
                        """)
                .params(setting.organization.value(), paper, client, Ids.next())
                .update();
        jdbc.sql(
                        """
                        insert into papers.version (organization_id, paper_id, client_id, form, content, content_hash,
                            signed_on, signed_at)
                        values (?, ?, ?, 'rights', '', '', '2026-03-02', now())
                        """)
                .params(setting.organization.value(), paper, client)
                .update();
    }

    private void pair(Page staff, Page device, Device.Kind kind, String name) {
        staff.navigate("/kiosks");
        wrong.addAll(Browser.look(staff, "kiosks-" + kind));
        staff.locator("#kind").selectOption(kind.name());
        staff.locator("#name").fill(name);
        staff.getByText("Make the link").click();
        staff.locator("#pairing-address").waitFor();
        wrong.addAll(Browser.look(staff, "pairing-" + kind));
        device.navigate(staff.locator("#pairing-address").inputValue());
        wrong.addAll(Browser.look(device, "pairing-on-device-" + kind));
        device.locator("main button[type=submit]").click();
        device.waitForURL("**" + kind.path());
    }

    private void cannotBeLeft(Page tablet) {
        for (var path : List.of("/board", "/sign-in", "/clients", "/settings")) {
            tablet.navigate(path);
            assertThat(tablet.url()).endsWith("/kiosk");
        }
        tablet.locator("#kiosk-screen [data-letter=A]").waitFor();
        assertThat(tablet.locator("a[href]:not(.skip)").count()).isZero();
        wrong.addAll(Browser.look(tablet, "kiosk-letters"));
    }

    private void comesByTablet(Page tablet, Page staff, Page watching) {
        clues(tablet);
        tablet.locator("form[data-send='/kiosk/arrivals'] button").first().waitFor();
        wrong.addAll(Browser.look(tablet, "kiosk-initials"));
        tablet.locator("button[name=initial][value=A]").click();
        assertThat(tablet.locator("h1")).containsText("Hi Ana", SOON);
        assertThat(watching.locator("#shift .shift-tile b").first()).hasText("1");
        wrong.addAll(Browser.look(tablet, "kiosk-mood"));
        tablet.locator("button[name=mood][value='7']").click();
        assertThat(tablet.locator("h1")).containsText("craving", SOON);
        wrong.addAll(Browser.look(tablet, "kiosk-craving"));
        tablet.locator("button[name=craving][value='2']").click();
        tablet.locator(".kiosk-measure, .kiosk-welcome").waitFor();
        if (tablet.locator(".kiosk-measure").isVisible()) {
            wrong.addAll(Browser.look(tablet, "kiosk-measure"));
            tablet.getByText("Not now").click();
        }
        assertThat(tablet.locator("h1")).containsText("Room B, 9:00", SOON);
        assertThat(tablet.locator(".kiosk-owes")).containsText("stop by the desk");
        wrong.addAll(Browser.look(tablet, "kiosk-welcome"));
        // the screen forgets by itself
        tablet.locator("#kiosk-screen [data-letter=A]").waitFor();
        assertThat(tablet.content()).doesNotContain("Ana", "Reyes");

        clues(tablet);
        tablet.locator("button[name=initial][value=A]").click();
        assertThat(tablet.locator("h1")).containsText("What now?", SOON);
        wrong.addAll(Browser.look(tablet, "kiosk-here"));
        tablet.getByText("I am staying").click();
    }

    private static void clues(Page tablet) {
        for (var letter : List.of("R", "E", "Y")) {
            tablet.locator("[data-letter=" + letter + "]").click();
        }
        tablet.locator("[data-month='5']").click();
        tablet.locator("[data-day='4']").click();
    }

    private void comesByPhone(Installation installation, Setting setting, Page phone, Page staff) {
        phone.setViewportSize(390, 844);
        phone.navigate(installation.door(Tickets.class).wall(device(installation, setting)));
        wrong.addAll(Browser.look(phone, "arrive"));
        phone.locator("#letters").fill("rey");
        phone.locator("#month").selectOption("5");
        phone.locator("#day").fill("4");
        phone.locator("#year").fill("1991");
        phone.locator("main button").click();
        assertThat(phone.locator("[role=alert]")).containsText("That did not work");
        wrong.addAll(Browser.look(phone, "arrive-wrong"));
        phone.locator("#letters").fill("rey");
        phone.locator("#month").selectOption("5");
        phone.locator("#day").fill("4");
        phone.locator("#year").fill("1990");
        phone.locator("main button").click();
        // four people share this birthday and these letters: a phone cannot tell them apart
        assertThat(phone.locator("[role=alert]")).containsText("ask at the desk");
        bornAnotherDay(installation, setting, "Ben");
        phone.locator("#letters").fill("rey");
        phone.locator("#month").selectOption("6");
        phone.locator("#day").fill("7");
        phone.locator("#year").fill("1985");
        phone.locator("main button").click();
        assertThat(phone.locator("h1")).containsText("You are checked in, Ben");
        assertThat(phone.locator("main")).containsText("Room B, 9:00");
        wrong.addAll(Browser.look(phone, "arrive-done"));
    }

    private static Device device(Installation installation, Setting setting) {
        return OrganizationContext.in(
                setting.organization,
                () ->
                        installation
                                .door(TransactionTemplate.class)
                                .execute(status ->
                                        installation
                                                .door(JdbcClient.class)
                                                .sql(
                                                        "select id, site_id from kiosk.device where organization_id = ? and kind = 'KIOSK'")
                                                .param(setting.organization.value())
                                                .query((row, number) ->
                                                        new Device(
                                                                new care.trellis.kiosk.DeviceId(
                                                                        row.getObject(
                                                                                1, UUID.class)),
                                                                setting.organization,
                                                                row.getObject(2, UUID.class),
                                                                "",
                                                                Device.Kind.KIOSK,
                                                                "",
                                                                ZoneId.of("America/New_York"),
                                                                null,
                                                                null,
                                                                0))
                                                .single()));
    }

    private static void bornAnotherDay(
            Installation installation, Setting setting, String givenName) {
        OrganizationContext.run(
                setting.organization,
                () ->
                        installation
                                .door(TransactionTemplate.class)
                                .executeWithoutResult(status ->
                                        installation
                                                .door(JdbcClient.class)
                                                .sql(
                                                        "update clients.client set birth_date = '1985-06-07' where organization_id = ? and given_name = ?")
                                                .params(setting.organization.value(), givenName)
                                                .update()));
    }

    private void comesWithoutConnection(Page tablet, Page watching) {
        tablet.locator("#kiosk-screen [data-letter=A]").waitFor();
        Browser.disconnect(tablet);
        clues(tablet);
        tablet.locator("[data-initial=C]").waitFor();
        wrong.addAll(Browser.look(tablet, "kiosk-offline-initial"));
        tablet.locator("[data-initial=C]").click();
        wrong.addAll(Browser.look(tablet, "kiosk-offline-way"));
        tablet.locator("[data-way=IN]").click();
        assertThat(tablet.locator("h1")).containsText("Thank you", SOON);
        assertThat(tablet.locator("#kiosk-offline")).isVisible(SEEN_SOON);
        wrong.addAll(Browser.look(tablet, "kiosk-offline-noted"));
        assertThat(kept(tablet)).doesNotContain("REY", "05-04", "Cleo");
        switchedOffAndOn(tablet);
        Browser.connect(tablet);
        tablet.locator("#kiosk-offline").waitFor(hidden());
        assertThat(watching.locator("#shift .shift-tile b").first()).hasText("3");
    }

    /** The page comes back without a connection, with what was pressed before, and takes more. */
    private void switchedOffAndOn(Page tablet) {
        tablet.reload();
        tablet.locator("#kiosk-screen [data-letter=A]").waitFor();
        assertThat(tablet.locator("#kiosk-offline")).isVisible(SEEN_SOON);
        assertThat(tablet.locator("#kiosk-offline")).hasAttribute("data-waiting", "1");
        assertThat(tablet.locator("meta[name=csrf-token]")).hasAttribute("content", "");
        wrong.addAll(Browser.look(tablet, "kiosk-offline-reloaded"));
        clues(tablet);
        tablet.locator("[data-initial=Z]").click();
        tablet.locator("[data-way=IN]").click();
        assertThat(tablet.locator("#kiosk-offline")).hasAttribute("data-waiting", "2");
        tablet.locator("#kiosk-screen [data-letter=A]").waitFor();
    }

    /** What lies in the tablet's storage, as text: sealed, so that nothing of anybody is in it. */
    private static String kept(Page tablet) {
        return String.valueOf(
                tablet.evaluate(
                        """
                        async () => {
                            const databases = await indexedDB.databases();
                            const all = [];
                            for (const { name } of databases) {
                                const database = await new Promise((done) => {
                                    const opening = indexedDB.open(name);
                                    opening.onsuccess = () => done(opening.result);
                                });
                                for (const store of database.objectStoreNames) {
                                    const rows = await new Promise((done) => {
                                        const asked = database.transaction(store).objectStore(store).getAll();
                                        asked.onsuccess = () => done(asked.result);
                                    });
                                    rows.forEach((row) => row.sealed && all.push(new TextDecoder().decode(row.sealed)));
                                    all.push(JSON.stringify(rows));
                                }
                                database.close();
                            }
                            return all.join() + JSON.stringify(localStorage);
                        }
                        """));
    }

    private void pressesWithoutConnection(Page staff, UUID session) {
        staff.navigate("/sessions/" + session);
        assertThat(staff.locator("#session-roster")).containsText("3 of 4 here", SOON);
        Browser.disconnect(staff);
        staff.getByLabel("Check in Dov R.").click();
        assertThat(staff.locator(".kept-taps")).containsText("1 press is kept", SOON);
        wrong.addAll(Browser.look(staff, "session-offline"));
        staff.getByLabel("Check in Dov R.").click();
        assertThat(staff.locator(".kept-taps")).containsText("1 press is kept", SOON);
        Browser.connect(staff);
        staff.locator(".kept-taps").waitFor(hidden());
        staff.navigate("/sessions/" + session);
        assertThat(staff.locator("#session-roster")).containsText("4 of 4 here", SOON);
        wrong.addAll(Browser.look(staff, "session-all-here"));
    }

    private void callsForHelp(Page tablet, Page staff) {
        tablet.locator("[data-help]").click();
        assertThat(tablet.locator("h1")).containsText("Please take a seat", SOON);
        wrong.addAll(Browser.look(tablet, "kiosk-help"));
        staff.navigate("/shift");
        assertThat(staff.locator(".alarm")).containsText("I am not OK", SOON);
        wrong.addAll(Browser.look(staff, "shift"));
        staff.getByText("I am going").click();
        staff.navigate("/shift");
        assertThat(staff.locator("#shift")).containsText("in the building");
        assertThat(staff.locator(".alarm").count()).isZero();
        staff.keyboard().press("r");
        staff.waitForURL("**/roll");
        assertThat(staff.locator("main")).containsText("4 clients are in the building");
        wrong.addAll(Browser.look(staff, "fire-roll"));
    }

    private void wall(Page staff, Page screen) {
        pair(staff, screen, Device.Kind.WALL, "Lobby");
        assertThat(screen.locator("#wall")).containsText("Northgate");
        wrong.addAll(Browser.look(screen, "wall"));
        assertThat(screen.content()).doesNotContain("Reyes");
    }

    private void handsOver(Page staff) {
        staff.navigate("/shift");
        staff.getByText("Hand-over").first().click();
        staff.waitForURL("**/hand-over");
        for (var box : List.of("SAFETY", "INCIDENTS", "TASKS", "FOLLOW_UPS")) {
            staff.locator("#" + box).fill("Nothing");
        }
        wrong.addAll(Browser.look(staff, "hand-over"));
        staff.getByText("Sign and hand over").click();
        assertThat(staff.locator("main")).containsText("Nobody took it yet", SOON);
        wrong.addAll(Browser.look(staff, "hand-over-signed"));
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN)
                .setTimeout(40_000);
    }
}
