package care.trellis.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.billing.BillableDays;
import care.trellis.billing.ClaimId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** A biller works a denial from the list to its end. */
@TrellisTest
@Import({BillableDays.class, Books.class})
class DenialPagesTest {

    private static final String NUMBER = "000000001-1";

    @Autowired Clinic clinic;
    @Autowired BillableDays days;
    @Autowired Books books;
    @Autowired Denials denials;
    @Autowired SettableClock clock;
    @Autowired MockMvc web;

    Clinic.Ward ward;
    ClaimId claim;

    @BeforeEach
    void givenADeniedClaim() {
        ward = clinic.open();
        days.twoOfMaya(ward);
        clock.set(Instant.parse("2026-03-09T14:05:00Z"));
        books.send(ward);
        claim = books.claim(ward);
        books.deny(ward, NUMBER);
        clock.set(Instant.parse("2026-03-23T14:05:00Z"));
    }

    private String path() {
        return "/denials/" + claim.value();
    }

    @Test
    void the_list_says_what_the_payer_says_in_words_and_by_when() throws Exception {
        web.perform(get("/denials").with(ward.signedIn(Role.BILLER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Authorization is absent (CO 197)")))
                .andExpect(content().string(containsString("$630.00")))
                .andExpect(content().string(containsString("days left")));
    }

    @Test
    void one_denial_shows_the_claim_as_sent_beside_the_trace() throws Exception {
        web.perform(get(path()).with(ward.signedIn(Role.BILLER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("CLM*" + NUMBER)))
                .andExpect(content().string(containsString("What the ledger knows")))
                .andExpect(content().string(not(containsString("Ask to bill the client"))));
    }

    @Test
    void the_letter_is_a_file_that_names_nobody_in_its_name() throws Exception {
        web.perform(get(path() + "/letter").with(ward.signedIn(Role.BILLER)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Content-Disposition", containsString("appeal.pdf")));
    }

    @Test
    void an_appeal_hands_the_turn_to_the_payer() throws Exception {
        web.perform(
                        post(path() + "/steps")
                                .param("key", Ids.next().toString())
                                .param("appealed", "true")
                                .param("words", "Fax, 4 pages")
                                .with(csrf())
                                .with(ward.signedIn(Role.BILLER)))
                .andExpect(status().is3xxRedirection());
        var list = ward.in(() -> denials.worklist(ward.permit(Action.DENIAL_VIEW)));
        assertThat(list.work()).isEmpty();
        assertThat(list.waiting()).hasSize(1);
        assertThat(ward.in(() -> denials.steps(ward.permit(Action.DENIAL_VIEW), claim)))
                .extracting(DenialStep::words)
                .containsExactly("Fax, 4 pages");
    }

    @Test
    void a_corrected_claim_leaves_the_list_and_asks_what_would_have_prevented_it()
            throws Exception {
        web.perform(
                        post("/denials/resend")
                                .param("key", Ids.next().toString())
                                .param("how", "CORRECTED")
                                .param("claim", claim.value().toString())
                                .with(csrf())
                                .with(ward.signedIn(Role.BILLER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("One claim file was made")));
        web.perform(get("/denials?tab=finished").with(ward.signedIn(Role.BILLER)))
                .andExpect(content().string(containsString("What would have prevented it?")))
                .andExpect(content().string(containsString(NUMBER)));

        web.perform(
                        post(path() + "/close")
                                .param("prevention", "RULE")
                                .param("words", "Ask earlier")
                                .with(csrf())
                                .with(ward.signedIn(Role.BILLER)))
                .andExpect(status().is3xxRedirection());
        var list = ward.in(() -> denials.worklist(ward.permit(Action.DENIAL_VIEW)));
        assertThat(list.finished()).isEmpty();
        assertThat(list.work()).isEmpty();
    }

    @Test
    void a_write_off_waits_for_another_person() throws Exception {
        web.perform(
                        post(path() + "/decisions")
                                .param("key", Ids.next().toString())
                                .param("kind", "WRITE_OFF")
                                .param("amount", "630.00")
                                .param("reason", "Too late to appeal")
                                .with(csrf())
                                .with(ward.signedIn(Role.BILLER)))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/denials/decisions").with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Too late to appeal")))
                .andExpect(content().string(containsString("another person answers")));
    }

    @Test
    void too_much_is_refused_with_the_reason_beside_the_form() throws Exception {
        web.perform(
                        post(path() + "/decisions")
                                .param("key", Ids.next().toString())
                                .param("kind", "WRITE_OFF")
                                .param("amount", "630.01")
                                .param("reason", "Too late")
                                .with(csrf())
                                .with(ward.signedIn(Role.BILLER)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("that is open")));
    }

    @Test
    void what_is_owed_stands_by_payer_and_age() throws Exception {
        web.perform(get("/receivables").with(ward.signedIn(Role.DIRECTOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("$630.00")))
                .andExpect(content().string(containsString("Over 120")))
                .andExpect(content().string(containsString("Authorization · $630.00")));
    }

    @Test
    void a_clinician_does_not_find_them() throws Exception {
        for (var path : List.of("/denials", "/receivables", path())) {
            web.perform(get(path).with(ward.signedIn(Role.CLINICIAN)))
                    .andExpect(status().isNotFound());
        }
    }
}
