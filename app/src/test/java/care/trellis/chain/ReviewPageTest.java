package care.trellis.chain;

import static care.trellis.testing.Clinic.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.authorizations.AuthorizationId;
import care.trellis.authorizations.AuthorizationState;
import care.trellis.authorizations.Authorizations;
import care.trellis.authorizations.FollowUp;
import care.trellis.authorizations.Reviews;
import care.trellis.base.Action;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.ledger.LivedWeek;
import care.trellis.testing.Clinic;
import care.trellis.testing.Clinic.Client;
import care.trellis.testing.Clinic.Ward;
import care.trellis.testing.Pdf;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TrellisTest
@Import(LivedWeek.class)
class ReviewPageTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final Pattern HIDDEN_KEY =
            Pattern.compile("name=\"key\" value=\"([0-9a-f-]{36})\"");

    @Autowired MockMvc mvc;
    @Autowired Clinic clinic;
    @Autowired LivedWeek lived;
    @Autowired SettableClock clock;
    @Autowired Authorizations authorizations;
    @Autowired Reviews reviews;

    @Test
    void the_task_to_ask_appears_on_the_morning_that_leaves_the_payer_its_hours() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.grant(ward, maya, 12, MONDAY, MONDAY.plusDays(13));
        clinic.session(ward, MONDAY.plusDays(20), NINE, 180, maya);

        // Covered until Sunday the 15th; 72 hours before is Thursday the 12th.
        assertThat(page(ward, "/authorizations?within=9")).doesNotContain("Maya Reyes");
        assertThat(page(ward, "/authorizations?within=10"))
                .contains("Maya Reyes", "Mar 12", "12 of 12 days left", "Ends Sun, Mar 15");
        assertThat(page(ward, "/authorizations?within=21"))
                .contains("1 booked after")
                .doesNotContain("None, and expected");
    }

    @Test
    void few_days_left_and_many_booked_ask_before_the_span_is_over() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.grant(ward, maya, 3, MONDAY, MONDAY.plusDays(40));
        for (int day = 0; day < 5; day++) {
            clinic.session(ward, MONDAY.plusDays(7 + day), NINE, 180, maya);
        }

        // The third kept day is likely Thursday, and one in ten says Wednesday: ask 72 hours
        // before.
        assertThat(page(ward, "/authorizations?within=7"))
                .contains("Maya Reyes", "3 of 3 days left", "Wed, Mar 11")
                .contains("Fri, Mar 6");
    }

    @Test
    void the_packet_shows_the_freshest_evidence_and_names_what_is_missing() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var id = lived.grant(ward, maya, 5, MONDAY, MONDAY.plusDays(4));
        lived.group(ward, maya, MONDAY, NINE, 180);
        clinic.write(
                ward,
                """
                insert into episodes.score (organization_id, id, client_id, instrument, taken_on, total)
                values (?, gen_random_uuid(), ?, 'PHQ-9', '2026-02-26', 14)
                """,
                ward.organization().value(),
                maya.id());

        assertThat(page(ward, review(maya, id)))
                .contains("Our own outline", "F33.1 Recurrent depressive disorder, moderate")
                .contains("PHQ-9 14", "Process group, signed by Maria Ortiz, BHP")
                .contains("1. Sleep through the night")
                .contains("No signed family note on record. Clinician.")
                .contains("Payment consent in force");
    }

    @Test
    void a_review_is_recorded_in_one_form_and_every_place_knows_at_once() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var id = lived.grant(ward, maya, 1, MONDAY, MONDAY.plusDays(4));
        lived.group(ward, maya, MONDAY, NINE, 180);
        lived.group(ward, maya, MONDAY.plusDays(1), NINE, 180);
        clock.set(Instant.parse("2026-03-04T13:00:00Z"));
        var worklist = page(ward, "/authorizations");
        assertThat(worklist).contains("Overdrawn by 1 day", review(maya, id));

        var sheet = page(ward, review(maya, id));
        assertThat(sheet).contains("Overdrawn by 1 day", "value=\"2026-03-03\"");
        var key = key(sheet);
        mvc.perform(next(ward, maya, id, key)).andExpect(status().is3xxRedirection());
        mvc.perform(next(ward, maya, id, key))
                .andExpect(redirectedUrl("/authorizations?saved=true"));
        assertThat(page(ward, "/authorizations?saved=true")).contains("The decision is saved.");

        assertThat(page(ward, "/clients/" + maya.id() + "/authorizations"))
                .containsOnlyOnce("R-2")
                .contains("Partially approved", "7 of 8 days left", "Retrospective");
        assertThat(page(ward, "/authorizations?within=30"))
                .doesNotContain("Overdrawn by")
                .contains("Mar 9", "7 of 8 days left");
        assertThat(page(ward, "/ledger/" + maya.id() + "/" + MONDAY.plusDays(1)))
                .contains("1 of 8");
    }

    @Test
    void what_is_wrong_with_a_decision_stands_beside_its_field_and_nothing_is_saved()
            throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var id = lived.grant(ward, maya, 5, MONDAY, MONDAY.plusDays(4));

        var wrong =
                mvc.perform(
                                post(review(maya, id))
                                        .with(ward.signedIn(Role.UTILIZATION_REVIEWER))
                                        .with(csrf())
                                        .param("key", UUID.randomUUID().toString())
                                        .param("answer", "APPROVED")
                                        .param("from", "2026-03-09")
                                        .param("to", "2026-03-20")
                                        .param("granted", "many")
                                        .param("reviewer", "Dr. Hale"))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        assertThat(text(wrong)).contains("Enter a whole number.", "Dr. Hale", "value=\"many\"");
    }

    @Test
    void a_denial_opens_the_talk_then_the_appeal_then_its_answer_each_with_a_clock()
            throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var id = new AuthorizationId(lived.grant(ward, maya, 5, MONDAY, MONDAY.plusDays(10)));
        clinic.write(
                ward,
                "update authorizations.authorization set state = 'REQUESTED', requested_on = '2026-02-27' where organization_id = ?",
                ward.organization().value());

        mvc.perform(
                        post(review(maya, id.value()))
                                .with(ward.signedIn(Role.UTILIZATION_REVIEWER))
                                .with(csrf())
                                .param("key", UUID.randomUUID().toString())
                                .param("answer", "DENIED")
                                .param("from", "2026-03-02")
                                .param("to", "2026-03-12")
                                .param("decidedOn", "2026-03-02")
                                .param("reason", "Progress is not shown"))
                .andExpect(status().is3xxRedirection());

        assertThat(page(ward, "/authorizations")).contains("Peer-to-peer by Mar 4");
        close(ward, maya, id, FollowUp.Kind.PEER_TO_PEER, FollowUp.Outcome.UPHELD);
        assertThat(page(ward, review(maya, id.value())))
                .contains("Upheld Mar 2", "By Sat, Aug 29", "Progress is not shown");
        close(ward, maya, id, FollowUp.Kind.APPEAL, FollowUp.Outcome.FILED);
        close(ward, maya, id, FollowUp.Kind.APPEAL, FollowUp.Outcome.DROPPED);
        assertThat(page(ward, review(maya, id.value())))
                .contains("Filed Mar 2", "Answer to the appeal", "By Wed, Apr 1");

        var letter = send(ward, maya, id.value(), "APPEAL", UUID.randomUUID());
        assertThat(page(ward, letter))
                .contains("We appeal the decision of Mar 2, 2026", "Progress is not shown")
                .contains("72 hours (29 CFR 2560.503-1)");
        var paper = paper(ward, letter);
        assertThat(Pdf.flaws(paper)).isEmpty();
        assertThat(Pdf.words(paper))
                .contains("Appeal of a denial", "We appeal the decision of Mar 2, 2026")
                .contains("Progress is not shown", "Maya Reyes", "Page 1 of");
    }

    @Test
    void what_the_payer_grants_after_all_closes_every_step() {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var id = new AuthorizationId(lived.grant(ward, maya, 5, MONDAY, MONDAY.plusDays(10)));
        ward.run(() -> {
            var edit = ward.permit(Action.AUTHORIZATION_EDIT);
            var client = new ClientId(maya.id());
            authorizations.decide(
                    edit,
                    client,
                    id,
                    new care.trellis.authorizations.AuthorizationDecision.Denied(MONDAY, null));
            authorizations
                    .decide(
                            edit,
                            client,
                            id,
                            new care.trellis.authorizations.AuthorizationDecision.Approved(
                                    "R-9",
                                    care.trellis.authorizations.AuthorizationUnit.DAY,
                                    5,
                                    MONDAY,
                                    MONDAY.plusDays(10),
                                    MONDAY.plusDays(1),
                                    null))
                    .orThrow();

            assertThat(reviews.followUps(edit, List.of(id)))
                    .singleElement()
                    .matches(step -> step.outcome() == FollowUp.Outcome.OVERTURNED);
            assertThat(authorizations.find(edit, client, id).state())
                    .isEqualTo(AuthorizationState.APPROVED);
        });
    }

    @Test
    void a_part_2_packet_leaves_only_under_a_consent_and_says_under_which() throws Exception {
        var ward = clinic.open("BCBSNC_COMMERCIAL_IOP", true);
        var maya = clinic.maya(ward);
        var id = lived.grant(ward, maya, 5, MONDAY, MONDAY.plusDays(4));
        var key = UUID.randomUUID();

        var path = send(ward, maya, id, "REVIEW", key);
        assertThat(send(ward, maya, id, "REVIEW", key)).isEqualTo(path);
        assertThat(page(ward, path))
                .contains("42 CFR part 2 prohibits", "Acme Health", "M12345", "Maya Reyes");
        assertThat(Pdf.words(paper(ward, path))).contains("42 CFR part 2 prohibits", "Acme Health");
        ward.run(() ->
                assertThat(
                                reviews.sent(
                                        ward.permit(Action.AUTHORIZATION_VIEW),
                                        new AuthorizationId(id)))
                        .singleElement()
                        .matches(sent -> sent.consent() != null));

        lived.consent(ward, maya, false);
        assertThat(page(ward, review(maya, id)))
                .contains("Nothing may leave")
                .doesNotContain("Mark as sent");
        mvc.perform(sending(ward, maya, id, "REVIEW", UUID.randomUUID()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_payers_own_clock_moves_the_task_and_marks_what_is_late() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        lived.grant(ward, maya, 12, MONDAY, MONDAY.plusDays(13));
        mvc.perform(
                        post("/authorizations/payers/" + ward.contract())
                                .with(ward.signedIn(Role.UTILIZATION_REVIEWER))
                                .with(csrf())
                                .param("decisionHours", "168")
                                .param("peerDays", "5")
                                .param("appealDays", "60")
                                .param("phone", "1-800-555-0100, code 4"))
                .andExpect(status().is3xxRedirection());

        assertThat(page(ward, "/authorizations?within=6"))
                .contains("Fri, Mar 6", "Call 1-800-555-0100, code 4");

        clinic.write(
                ward,
                "update authorizations.authorization set state = 'REQUESTED', requested_on = '2026-02-20' where organization_id = ?",
                ward.organization().value());
        assertThat(page(ward, "/authorizations")).contains("Decision late by");
    }

    @Test
    void who_may_only_read_sees_the_review_and_no_form() throws Exception {
        var ward = clinic.open();
        var maya = clinic.maya(ward);
        var id = lived.grant(ward, maya, 5, MONDAY, MONDAY.plusDays(4));

        var seen =
                text(
                        mvc.perform(get(review(maya, id)).with(ward.signedIn(Role.CLINICIAN)))
                                .andExpect(status().isOk())
                                .andReturn());

        assertThat(seen).contains("Call sheet").doesNotContain("Save the decision", "Mark as sent");
    }

    private byte[] paper(Ward ward, String packet) throws Exception {
        var answer =
                mvc.perform(get(packet + "/pdf").with(ward.signedIn(Role.UTILIZATION_REVIEWER)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse();
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        return answer.getContentAsByteArray();
    }

    private void close(
            Ward ward,
            Client client,
            AuthorizationId id,
            FollowUp.Kind kind,
            FollowUp.Outcome outcome)
            throws Exception {
        mvc.perform(
                        post("/clients/" + client.id() + "/authorizations/" + id.value() + "/steps")
                                .with(ward.signedIn(Role.UTILIZATION_REVIEWER))
                                .with(csrf())
                                .param("kind", kind.name())
                                .param("outcome", outcome.name()))
                .andExpect(status().is3xxRedirection());
    }

    private String send(Ward ward, Client client, UUID id, String purpose, UUID key)
            throws Exception {
        var location =
                mvc.perform(sending(ward, client, id, purpose, key))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        assertThat(location).isNotNull();
        return location;
    }

    private static MockHttpServletRequestBuilder sending(
            Ward ward, Client client, UUID id, String purpose, UUID key) {
        return post("/clients/" + client.id() + "/authorizations/" + id + "/packets")
                .with(ward.signedIn(Role.UTILIZATION_REVIEWER))
                .with(csrf())
                .param("key", key.toString())
                .param("purpose", purpose);
    }

    private static MockHttpServletRequestBuilder next(
            Ward ward, Client client, UUID id, String key) {
        return post(review(client, id))
                .with(ward.signedIn(Role.UTILIZATION_REVIEWER))
                .with(csrf())
                .param("key", key)
                .param("answer", "APPROVED")
                .param("units", "12")
                .param("granted", "8")
                .param("unit", "DAY")
                .param("number", "R-2")
                .param("from", "2026-03-03")
                .param("to", "2026-03-20")
                .param("reviewer", "Dr. Hale")
                .param("reference", "call 8812")
                .param("decidedOn", "2026-03-04")
                .param("nextReview", "2026-03-09");
    }

    private static String review(Client client, UUID id) {
        return "/clients/" + client.id() + "/authorizations/" + id + "/review";
    }

    private static String key(String page) {
        var found = HIDDEN_KEY.matcher(page.substring(page.indexOf("Record the next review")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String page(Ward ward, String path) throws Exception {
        return text(
                mvc.perform(get(path).with(ward.signedIn(Role.UTILIZATION_REVIEWER)))
                        .andExpect(status().isOk())
                        .andReturn());
    }

    private static String text(MvcResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }
}
