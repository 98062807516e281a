package care.trellis.admissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Role;
import care.trellis.base.SettableClock;
import care.trellis.clients.ClientId;
import care.trellis.papers.Answers;
import care.trellis.papers.PaperId;
import care.trellis.papers.PaperSignatures;
import care.trellis.papers.Papers;
import care.trellis.safety.Flag;
import care.trellis.safety.Flags;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** From an eligibility form to what it sets in motion. */
@TrellisTest
class IntakeTest {

    @Autowired Papers papers;
    @Autowired PaperSignatures signatures;
    @Autowired Barriers barriers;
    @Autowired Flags flags;
    @Autowired Clinic clinic;
    @Autowired SettableClock clock;
    @Autowired MockMvc browser;

    @Test
    void what_stands_in_the_way_becomes_a_task_of_the_role_that_can_move_it() throws Exception {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());

        eligibility(ward, maya, Map.of("barriers", List.of("Transport", "Cost")));

        assertThat(of(ward, maya)).extracting(Barrier::kind).hasSize(2);
        assertThat(page(ward, "/", Role.FRONT_DESK)).contains("Find a way to come: transport");
        assertThat(page(ward, "/", Role.BILLER))
                .contains("Find a way to come: cost")
                .doesNotContain("transport");
    }

    @Test
    void an_evening_counts_as_the_day_that_it_is_at_the_clinic() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        clock.set(Instant.parse("2026-03-03T02:30:00Z"));

        eligibility(ward, maya, Map.of("barriers", List.of("Transport")));

        assertThat(of(ward, maya).getFirst().dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void a_barrier_that_stands_is_not_opened_twice_and_closes_with_what_was_done() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());
        eligibility(ward, maya, Map.of("barriers", List.of("Transport")));
        eligibility(ward, maya, Map.of("barriers", List.of("Transport")));
        var barrier = of(ward, maya).getFirst();
        assertThat(of(ward, maya)).hasSize(1);

        assertThat(close(ward, maya, barrier, "")).isInstanceOf(Change.Refused.class);
        close(ward, maya, barrier, "Ride share on Tuesdays");

        assertThat(of(ward, maya).getFirst().isOpen()).isFalse();
        assertThat(of(ward, maya).getFirst().answer()).isEqualTo("Ride share on Tuesdays");
    }

    @Test
    void imminent_danger_on_the_form_raises_a_flag_by_itself() {
        var ward = clinic.open();
        var maya = new ClientId(clinic.maya(ward).id());

        eligibility(ward, maya, Map.of("imminent_risk", List.of("yes")));

        assertThat(ward.in(() -> flags.of(ward.permit(Action.SAFETY_VIEW), maya)))
                .singleElement()
                .satisfies(flag -> assertThat(flag.level()).isEqualTo(Flag.Level.IMMINENT));
    }

    @Test
    void a_diagnosis_is_found_by_words_of_its_title_or_the_beginning_of_its_code()
            throws Exception {
        var ward = clinic.open();
        var path = "/clients/" + clinic.maya(ward).id() + "/diagnoses/search";

        assertThat(search(ward, path, "alc dep")).contains("F10.20", "F10.21");
        assertThat(search(ward, path, "f33.4")).contains("F33.40").doesNotContain("F33.1");
        assertThat(search(ward, path, "bulimia")).contains("F50.21").doesNotContain(">F50.2<");
        assertThat(search(ward, path, "zzz")).contains("No code of the list fits.");
    }

    private PaperId eligibility(
            Clinic.Ward ward, ClientId client, Map<String, List<String>> differs) {
        return ward.in(() -> {
            var edit = ward.permit(Action.PAPER_EDIT);
            var paper = papers.begin(edit, Ids.next(), client, "eligibility");
            var draft = papers.open(ward.permit(Action.PAPER_VIEW), client, paper);
            for (var section : draft.form().sections()) {
                var answers = new HashMap<String, List<String>>();
                for (var question : section.questions()) {
                    if (question.needed()) {
                        answers.put(
                                question.id(),
                                List.of(
                                        question.options().isEmpty()
                                                ? "no"
                                                : question.options().getFirst()));
                    }
                    if (differs.containsKey(question.id())) {
                        answers.put(question.id(), differs.getOrDefault(question.id(), List.of()));
                    }
                }
                papers.save(edit, client, paper, section.id(), 0, new Answers(answers));
            }
            return signatures
                    .sign(ward.permit(Action.PAPER_SIGN), Ids.next(), client, paper, true)
                    .orThrow();
        });
    }

    private List<Barrier> of(Clinic.Ward ward, ClientId client) {
        return ward.in(() -> barriers.of(ward.permit(Action.BARRIER_EDIT), client));
    }

    private Change<BarrierId> close(
            Clinic.Ward ward, ClientId client, Barrier barrier, String answer) {
        return ward.in(() ->
                barriers.close(ward.permit(Action.BARRIER_EDIT), client, barrier.id(), answer));
    }

    private String search(Clinic.Ward ward, String path, String words) throws Exception {
        return browser.perform(
                        post(path)
                                .with(csrf())
                                .with(ward.signedIn(Role.CLINICIAN))
                                .param("words", words))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String page(Clinic.Ward ward, String path, Role role) throws Exception {
        return browser.perform(get(path).with(ward.signedIn(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
