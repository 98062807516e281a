package care.trellis.chain;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.ledger.LivedWeek;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@TrellisTest
@Import(LivedWeek.class)
class LedgerPageTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Autowired MockMvc mvc;
    @Autowired Clinic clinic;
    @Autowired LivedWeek lived;
    @Autowired SettableClock clock;

    @Test
    void the_week_shows_everybodys_hours_and_dollars_and_each_opens() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 180);
        var unsigned = clinic.session(ward, MONDAY.plusDays(1), NINE, 180, maya);
        lived.comes(ward, unsigned, maya, MONDAY.plusDays(1), NINE, LocalTime.NOON);
        theWeekIsOver();

        var page = page(ward, "/ledger?week=" + MONDAY, Role.BILLER);

        assertThat(page)
                .contains("Maya Reyes", "3:00", "6:00", "$315.00", "1 day")
                .contains("/ledger/" + maya.id() + "?week=2026-03-02")
                .contains("/ledger/" + maya.id() + "/2026-03-03");
    }

    @Test
    void a_week_says_before_its_end_whether_it_will_reach_what_the_payer_asks() throws Exception {
        var ward = clinic.open("AZ_AHCCCS_S9480", false);
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 180);
        clinic.session(ward, MONDAY.plusDays(2), NINE, 180, maya);
        clock.set(Instant.parse("2026-03-03T16:00:00Z"));

        assertThat(page(ward, "/ledger?week=" + MONDAY, Role.BILLER))
                .contains("ends at 6:00, 3:00 short; no make-up fits");

        var theo = clinic.theo(ward);
        clinic.session(ward, MONDAY.plusDays(3), NINE, 180, theo);
        clinic.session(ward, MONDAY.plusDays(4), NINE, 180, theo);
        clinic.session(ward, MONDAY.plusDays(2), NINE, 200, theo);
        assertThat(page(ward, "/ledger?week=" + MONDAY, Role.BILLER))
                .contains("ends at 6:00, 3:00 short; two make-ups fit");

        clinic.session(ward, MONDAY.plusDays(3), NINE, 180, maya);
        lived.expects(ward, maya, MONDAY.plusDays(3));

        assertThat(page(ward, "/ledger?week=" + MONDAY, Role.BILLER)).contains("will reach 9:00");
    }

    @Test
    void a_group_that_the_licence_does_not_count_by_video_makes_up_for_nothing() throws Exception {
        var ward = clinic.open("AZ_AHCCCS_S9480", false);
        clinic.write(
                ward,
                "update organizations.program set license_rule_set = 'MEDICARE_HOPD_IOP' where id = ?",
                ward.program());
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 180);
        clinic.session(ward, MONDAY.plusDays(2), NINE, 180, maya);
        var theo = clinic.theo(ward);
        clinic.session(ward, MONDAY.plusDays(3), NINE, 180, theo);
        clock.set(Instant.parse("2026-03-03T16:00:00Z"));
        assertThat(page(ward, "/ledger?week=" + MONDAY, Role.BILLER)).contains("one make-up fits");

        clinic.write(
                ward,
                "update sessions.session set modality = 'VIDEO' where local_date = ?",
                MONDAY.plusDays(3));

        assertThat(page(ward, "/ledger?week=" + MONDAY, Role.BILLER)).contains("no make-up fits");
    }

    @Test
    void the_filter_for_money_at_risk_leaves_out_who_loses_nothing() throws Exception {
        var ward = clinic.open();
        lived.group(ward, clinic.maya(ward), MONDAY, NINE, 180);
        var theo = clinic.theo(ward);
        var unsigned = clinic.session(ward, MONDAY, NINE, 180, theo);
        lived.comes(ward, unsigned, theo, MONDAY, NINE, LocalTime.NOON);
        theWeekIsOver();

        var page = page(ward, "/ledger?risk=true&week=" + MONDAY, Role.BILLER);

        assertThat(page).contains("Theo Brandt").doesNotContain("Maya Reyes");
    }

    @Test
    void the_reasons_of_a_day_name_the_missing_minute_the_owner_and_the_source() throws Exception {
        var ward = clinic.open("AZ_AHCCCS_S9480", false);
        var maya = clinic.maya(ward);
        oneMinuteShort(ward, maya);
        theWeekIsOver();

        var page = page(ward, "/ledger/" + maya.id() + "/" + MONDAY, Role.BILLER);

        assertThat(page)
                .contains("Not billable: day minutes under 180")
                .contains("1 more minute")
                .contains("2:59 of 3:00")
                .contains("In the way")
                .contains("Arizona Complete Health")
                .contains("https://azcompletehealth.com/newsroom/PU24047.html")
                .contains("9:01 to 12:00");
    }

    @Test
    void a_day_on_no_claim_says_how_long_the_payer_takes_it() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, NINE, 180);
        theWeekIsOver();
        clinic.write(
                ward,
                "update payers.contract set timely_filing_days = 90 where organization_id = ?",
                ward.organization().value());
        var day = "/ledger/" + maya.id() + "/" + MONDAY;

        assertThat(page(ward, day, Role.BILLER)).contains("File by May 31, 2026: ", "By May 31");

        clock.set(Instant.parse("2026-06-01T16:00:00Z"));
        assertThat(page(ward, day, Role.BILLER))
                .contains("time to file ended on May 31, 2026", "Ended May 31");
    }

    @Test
    void the_fix_of_an_unsigned_note_opens_the_note() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var session = clinic.session(ward, MONDAY, NINE, 180, maya);
        lived.comes(ward, session, maya, MONDAY, NINE, LocalTime.NOON);
        theWeekIsOver();

        var page = page(ward, "/ledger/" + maya.id() + "/" + MONDAY, Role.CLINICIAN);

        assertThat(page)
                .contains("On hold: note not signed")
                .contains("/sessions/" + session + "/note")
                .contains("Open the note")
                .contains("Maria Ortiz");
    }

    @Test
    void emptying_what_is_kept_changes_no_page() throws Exception {
        var ward = clinic.open("AZ_AHCCCS_S9480", false);
        var maya = clinic.maya(ward);
        lived.grant(ward, maya, 1, MONDAY, MONDAY.plusDays(30));
        oneMinuteShort(ward, maya);
        lived.group(ward, maya, MONDAY.plusDays(1), NINE, 240);
        theWeekIsOver();
        var paths =
                List.of(
                        "/ledger?week=" + MONDAY,
                        "/ledger/" + maya.id() + "?week=" + MONDAY,
                        "/ledger/" + maya.id() + "/" + MONDAY,
                        "/ledger/" + maya.id() + "/" + MONDAY.plusDays(1));
        for (var path : paths) {
            var before = withoutToken(page(ward, path, Role.BILLER));

            for (var table : List.of("kept_day", "kept_week")) {
                clinic.write(
                        ward,
                        "delete from ledger." + table + " where organization_id = ?",
                        ward.organization().value());
            }

            assertThat(withoutToken(page(ward, path, Role.BILLER))).as(path).isEqualTo(before);
        }
    }

    @Test
    void a_day_without_a_session_and_another_organizations_client_are_not_found() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var stranger = clinic.maya(clinic.open());

        mvc.perform(get("/ledger/" + maya.id() + "/2026-03-07").with(ward.signedIn(Role.BILLER)))
                .andExpect(status().isNotFound());
        mvc.perform(
                        get("/ledger/" + stranger.id() + "/2026-03-02")
                                .with(ward.signedIn(Role.BILLER)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/ledger").with(ward.signedIn(Role.ADMINISTRATOR)))
                .andExpect(status().isNotFound());
    }

    private void oneMinuteShort(Ward ward, Client client) {
        var session = clinic.session(ward, MONDAY, NINE, 180, client);
        lived.comes(ward, session, client, MONDAY, LocalTime.of(9, 1), LocalTime.NOON);
        lived.signs(ward, session, MONDAY, client);
    }

    private void theWeekIsOver() {
        clock.set(Instant.parse("2026-03-09T13:00:00Z"));
    }

    private String page(Ward ward, String path, Role role) throws Exception {
        return mvc.perform(get(path).with(ward.signedIn(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String withoutToken(String page) {
        return page.replaceAll("(csrf-token\" content|_csrf\" value)=\"[^\"]*\"", "");
    }
}
