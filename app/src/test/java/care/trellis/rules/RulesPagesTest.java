package care.trellis.rules;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import care.trellis.base.Actor;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.ledger.LivedWeek;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@TrellisTest
@Import(LivedWeek.class)
class RulesPagesTest {

    private static final Pattern STEPS = Pattern.compile("/rules/replays/[0-9a-f-]+/steps");

    @Autowired MockMvc mvc;
    @Autowired Clinic clinic;
    @Autowired LivedWeek lived;
    @Autowired SettableClock clock;

    @Test
    void the_library_lists_every_rule_set_with_version_sources_cases_and_contracts()
            throws Exception {
        var ward = clinic.open("TRICARE_IOP", false);

        var page = page(ward, "/rules");

        assertThat(page)
                .contains("31 rule sets", "/rules/sets/TRICARE_IOP", "2023-04-27")
                .contains("/rules/contracts/" + ward.contract(), "As published");
    }

    @Test
    void a_rule_set_is_told_in_words_with_what_follows_and_where_it_was_read() throws Exception {
        var ward = clinic.open("TRICARE_IOP", false);

        var page = page(ward, "/rules/sets/TRICARE_IOP");

        assertThat(page)
                .contains("A treatment day has at least two hours.")
                .contains("Minutes of the day: at least 120")
                .contains("Not billable")
                .contains("Left open by the sources");
        assertThat(ask(ward.signedIn(Role.BILLER), get("/rules/sets/NOBODY")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_change_goes_from_the_form_through_the_replay_to_a_second_person() throws Exception {
        var ward = clinic.open("TRICARE_IOP", false);
        var maya = clinic.maya(ward);
        lived.group(ward, maya, MONDAY, LocalTime.of(9, 0), 110);
        lived.group(ward, maya, MONDAY.plusDays(1), LocalTime.of(9, 0), 120);
        clock.set(Instant.parse("2026-03-09T13:00:00Z"));
        var author = ward.signedIn(Role.BILLER);
        var contract = "/rules/contracts/" + ward.contract();

        assertThat(body(author, get(contract + "/proposals/new?rule=day-minutes")))
                .contains("A treatment day has at least two hours.", "At least");
        var sent = ask(author, propose(contract, "100"));
        assertThat(sent.getStatus()).isEqualTo(302);
        var proposal = String.valueOf(sent.getRedirectedUrl());
        assertThat(body(author, get(proposal)))
                .contains("Not replayed yet", "At least 120", "At least 100", "amendment 3");

        assertThat(ask(author, post(proposal + "/replays")).getStatus()).isEqualTo(302);
        var running = body(author, get(proposal));
        var step = STEPS.matcher(running);
        assertThat(step.find()).isTrue();
        assertThat(body(author, post(step.group())))
                .contains("Maya Reyes", "+$315.00", "110 of 120 minutes")
                .contains("1 client, ", "You wrote this proposal");
        assertThat(body(author, get(proposal))).doesNotContain(proposal + "/publication");

        assertThat(body(compliance(ward, Set.of(UUID.randomUUID())), get(proposal)))
                .contains("+$315.00", "1 day of clients at other sites: counted and not listed")
                .doesNotContain("Maya Reyes");

        var second = compliance(ward, Set.of());
        assertThat(body(second, get(proposal))).contains(proposal + "/publication");
        assertThat(ask(second, post(proposal + "/publication")).getRedirectedUrl())
                .isEqualTo(contract);

        assertThat(body(author, get(contract)))
                .contains("At least 100", "amendment 3", "Published by Dana Cole")
                .contains("Rule day-minutes: at least changes from 120 to 100");
        assertThat(body(author, get("/ledger/" + maya.id() + "/" + MONDAY)))
                .contains("Billable at $315.00", "local override by Maria Ortiz");
        assertThat(body(author, get("/rules"))).contains("1 change");
    }

    @Test
    void a_version_says_what_changed_since_the_one_before() throws Exception {
        var ward = clinic.open("TRICARE_IOP", false);

        assertThat(page(ward, "/rules/sets/NC_MEDICAID_8A_SAIOP_2024?version=2025-01-01"))
                .contains("What changed", "Since version 2023-04-01")
                .contains("Until 31 Dec 2024 the service is authorized.")
                .contains("Jan 1, 2025 to Dec 31, 2025");
    }

    @Test
    void the_file_is_shown_line_by_line_with_its_sources_and_a_rule_knows_its_line()
            throws Exception {
        var ward = clinic.open("TRICARE_IOP", false);

        var file = page(ward, "/rules/sets/TRICARE_IOP/file?version=2023-04-27");

        assertThat(file)
                .contains("rulebooks/TRICARE_IOP/2023-04-27.yaml", "id=\"L2\"")
                .contains("TRICARE Policy Manual 6010.60-M, ch 7 s 3.16 IOP, as of 27 Apr 2023");
        assertThat(page(ward, "/rules/sets/TRICARE_IOP"))
                .containsPattern("/rules/sets/TRICARE_IOP/file\\?version=2023-04-27#L\\d+");
        assertThat(
                        ask(
                                        ward.signedIn(Role.BILLER),
                                        get("/rules/sets/TRICARE_IOP/file?version=1999-01-01"))
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_code_of_the_claim_is_proposed_like_a_rule() throws Exception {
        var ward = clinic.open("FLORIDA_BLUE_IOP_2016", false);
        var author = ward.signedIn(Role.BILLER);
        var contract = "/rules/contracts/" + ward.contract();

        assertThat(body(author, get(contract)))
                .contains("On the claim, as it stands today", "Type of bill", "0905")
                .contains("place=bill/0/revenue_code");
        assertThat(body(author, get(contract + "/proposals/new?place=bill/0/revenue_code")))
                .contains("Revenue code of the day, where", "value=\"0905\"");
        var sent =
                ask(
                        author,
                        post(contract + "/proposals")
                                .param("place", "bill/0/revenue_code")
                                .param("value", "0912")
                                .param("from", "2026-03-02")
                                .param("reason", "Letter of the payer, amendment 3"));

        assertThat(sent.getStatus()).isEqualTo(302);
        assertThat(body(author, get(String.valueOf(sent.getRedirectedUrl()))))
                .contains("Revenue code of the day", "0905", "0912", "Not replayed yet");
    }

    @Test
    void what_cannot_stand_is_said_at_the_field_and_nothing_typed_is_lost() throws Exception {
        var ward = clinic.open("TRICARE_IOP", false);

        var answer =
                ask(
                        ward.signedIn(Role.BILLER),
                        propose("/rules/contracts/" + ward.contract(), "two hours"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("value-error", "takes a number", "two hours", "amendment 3");
    }

    @Test
    void the_author_cannot_publish_by_asking_and_nobody_without_a_replay() throws Exception {
        var ward = clinic.open("TRICARE_IOP", false);
        var author = ward.signedIn(Role.DIRECTOR);
        var proposal =
                String.valueOf(
                        ask(author, propose("/rules/contracts/" + ward.contract(), "100"))
                                .getRedirectedUrl());

        var early = ask(compliance(ward, Set.of()), post(proposal + "/publication"));
        assertThat(early.getStatus()).isEqualTo(409);
        assertThat(early.getContentAsString()).contains("Replay the proposal first");

        ask(author, post(proposal + "/replays"));
        var step = STEPS.matcher(body(author, get(proposal)));
        assertThat(step.find()).isTrue();
        assertThat(body(author, post(step.group()))).contains("No day comes out differently");
        var own = ask(author, post(proposal + "/publication"));
        assertThat(own.getStatus()).isEqualTo(409);
        assertThat(own.getContentAsString()).contains("You wrote this proposal");
    }

    @Test
    void a_withdrawn_proposal_stays_on_record_and_changes_nothing() throws Exception {
        var ward = clinic.open("TRICARE_IOP", false);
        var author = ward.signedIn(Role.BILLER);
        var contract = "/rules/contracts/" + ward.contract();
        var proposal = String.valueOf(ask(author, propose(contract, "100")).getRedirectedUrl());

        assertThat(ask(author, post(proposal + "/withdrawal")).getRedirectedUrl())
                .isEqualTo(contract);

        assertThat(body(author, get(contract))).contains("Withdrawn by", "As published");
    }

    @Test
    void a_reviewer_reads_the_rules_and_is_offered_no_change() throws Exception {
        var ward = clinic.open("TRICARE_IOP", false);

        var page =
                body(
                        ward.signedIn(Role.UTILIZATION_REVIEWER),
                        get("/rules/contracts/" + ward.contract()));

        assertThat(page)
                .contains("A treatment day has at least two hours.")
                .doesNotContain("/proposals/new");
    }

    private static MockHttpServletRequestBuilder propose(String contract, String value) {
        return post(contract + "/proposals")
                .param("rule", "day-minutes")
                .param("what", "value")
                .param("value", value)
                .param("effect", "not_billable")
                .param("from", MONDAY.toString())
                .param("through", "")
                .param("reason", "amendment 3 to the contract");
    }

    /** A second person; no sites are every site. */
    private static RequestPostProcessor compliance(Ward ward, Set<UUID> sites) {
        var actor =
                new Actor(
                        ward.organization(),
                        new UUID(7, 7),
                        null,
                        "Dana Cole",
                        Set.of(Role.COMPLIANCE),
                        sites);
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    }

    private String page(Ward ward, String path) throws Exception {
        return body(ward.signedIn(Role.BILLER), get(path));
    }

    private String body(RequestPostProcessor who, MockHttpServletRequestBuilder request)
            throws Exception {
        var answer = ask(who, request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse ask(
            RequestPostProcessor who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(who).with(csrf())).andReturn().getResponse();
    }
}
