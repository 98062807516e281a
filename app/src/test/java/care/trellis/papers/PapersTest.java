package care.trellis.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Role;
import care.trellis.clients.ClientId;
import care.trellis.safety.Flag;
import care.trellis.safety.Flags;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@TrellisTest
class PapersTest {

    @Autowired Papers papers;
    @Autowired PaperSignatures signatures;
    @Autowired Forms forms;
    @Autowired Flags flags;
    @Autowired Clinic clinic;
    @Autowired MockMvc browser;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void every_form_asks_each_question_once() {
        assertThat(forms.all())
                .isNotEmpty()
                .allSatisfy(form ->
                        assertThat(form.questions().map(FormDefinition.Question::id).toList())
                                .as(form.id())
                                .doesNotHaveDuplicates());
    }

    @Test
    void the_same_question_looks_the_same_in_every_form() {
        Map<String, FormDefinition.Question> seen = new HashMap<>();
        forms.all().stream()
                .flatMap(FormDefinition::questions)
                .forEach(question -> {
                    var before = seen.putIfAbsent(question.id(), question);
                    if (before != null) {
                        assertThat(question.kind()).as(question.id()).isEqualTo(before.kind());
                        assertThat(question.options())
                                .as(question.id())
                                .isEqualTo(before.options());
                    }
                });
    }

    @Test
    void beginning_a_form_twice_goes_on_with_the_draft() {
        var ward = clinic.open();
        var maya = maya(ward);

        assertThat(begin(ward, maya, "eligibility")).isEqualTo(begin(ward, maya, "eligibility"));
    }

    @Test
    void two_who_save_one_section_keep_both_texts() {
        var ward = clinic.open();
        var maya = maya(ward);
        var paper = begin(ward, maya, "crisis-plan");
        save(ward, maya, paper, "signs", 0, Map.of("crisis_signs", List.of("Hers")));

        var second = save(ward, maya, paper, "signs", 0, Map.of("crisis_signs", List.of("His")));

        assertThat(second)
                .isInstanceOfSatisfying(
                        Saved.Changed.class,
                        changed -> {
                            assertThat(changed.theirs().one("crisis_signs")).isEqualTo("Hers");
                            assertThat(changed.revision()).isEqualTo(1);
                        });
        assertThat(save(ward, maya, paper, "signs", 1, Map.of("crisis_signs", List.of("His"))))
                .isEqualTo(new Saved.Stored(2));
    }

    @Test
    void what_is_missing_keeps_a_paper_from_being_signed() {
        var ward = clinic.open();
        var maya = maya(ward);
        var paper = begin(ward, maya, "relapse-plan");

        assertThat(sign(ward, maya, paper))
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused -> assertThat(refused.problems()).hasSizeGreaterThan(5));
    }

    @Test
    void a_signed_paper_is_bound_by_its_hash_and_cannot_be_saved_any_more() {
        var ward = clinic.open();
        var maya = maya(ward);
        var paper = signed(ward, maya, "treatment-consent");

        var opened = open(ward, maya, paper);

        assertThat(opened.signed())
                .isNotNull()
                .satisfies(signed -> {
                    assertThat(signed.intact()).isTrue();
                    assertThat(signed.signatures())
                            .singleElement()
                            .satisfies(one -> assertThat(one.name()).contains("Maria Ortiz"));
                });
        assertThat(save(ward, maya, paper, "ways", 1, Map.of()))
                .isEqualTo(new Saved.AlreadySigned());
    }

    @Test
    void an_answer_given_once_stands_in_the_next_form_that_asks_it() {
        var ward = clinic.open();
        var maya = maya(ward);
        signed(ward, maya, "eligibility");

        var assessment = open(ward, maya, begin(ward, maya, "assessment"));

        assertThat(assessment.answers().one("presenting")).isEqualTo("Answer to presenting");
        assertThat(assessment.reused()).containsKey("presenting");
    }

    @Test
    void danger_and_decisions_are_asked_anew_each_time() {
        var ward = clinic.open();
        var maya = maya(ward);
        signed(ward, maya, "eligibility");

        var again = open(ward, maya, begin(ward, maya, "eligibility"));

        assertThat(again.answers().one("presenting")).isNotEmpty();
        assertThat(again.answers().one("imminent_risk")).isEmpty();
        assertThat(again.answers().one("eligible")).isEmpty();
    }

    @Test
    void what_is_unfinished_is_seen_before_a_discharge_is_signed() {
        var ward = clinic.open();
        var maya = maya(ward);
        ward.run(() ->
                flags.raise(
                                ward.permit(Action.SAFETY_FLAG),
                                Ids.next(),
                                maya,
                                Flag.Kind.SUICIDE,
                                Flag.Level.WATCH,
                                Flag.Source.STAFF,
                                "")
                        .orThrow());
        var paper = begin(ward, maya, "discharge");
        answerAll(ward, maya, paper);

        assertThat(
                        ward.in(() ->
                                signatures.unfinished(
                                        ward.permit(Action.PAPER_VIEW),
                                        maya,
                                        forms.find("discharge").orElseThrow())))
                .contains("A flag stands: suicide risk.");
        assertThat(
                        ward.in(() ->
                                signatures.sign(
                                        ward.permit(Action.PAPER_SIGN),
                                        Ids.next(),
                                        maya,
                                        paper,
                                        false)))
                .isInstanceOf(Change.Refused.class);
        sign(ward, maya, paper).orThrow();
    }

    @Test
    void military_service_and_pregnancy_bring_their_own_questions() {
        var ward = clinic.open();
        var maya = maya(ward);
        var paper = begin(ward, maya, "assessment");
        assertThat(sections(open(ward, maya, paper))).doesNotContain("service", "pregnancy");

        save(
                ward,
                maya,
                paper,
                "life",
                0,
                Map.of("veteran", List.of("yes"), "family", List.of("Two sons")));
        save(ward, maya, paper, "medical", 0, Map.of("pregnant", List.of("yes")));

        assertThat(sections(open(ward, maya, paper))).contains("service", "pregnancy");
    }

    @Test
    void a_client_signs_after_staff_and_only_after_agreeing() {
        var ward = clinic.open();
        var maya = maya(ward);
        var paper = signed(ward, maya, "treatment-consent");

        assertThat(clientSigns(ward, maya, paper, "Maya Reyes", false, ""))
                .isInstanceOf(Change.Refused.class);
        clientSigns(ward, maya, paper, "Maya Reyes", true, "").orThrow();

        assertThat(open(ward, maya, paper).signed())
                .isNotNull()
                .satisfies(signed -> assertThat(signed.signatures()).hasSize(2));
    }

    @Test
    void a_section_of_a_hundred_thousand_characters_is_refused_at_the_section() throws Exception {
        var ward = clinic.open();
        var maya = maya(ward);
        var paper = begin(ward, maya, "crisis-plan");

        var answer =
                browser.perform(
                                put("/clients/%s/papers/%s/sections/signs"
                                                .formatted(maya.value(), paper.value()))
                                        .with(csrf())
                                        .with(ward.signedIn(Role.CLINICIAN))
                                        .param("revision", "0")
                                        .param("crisis_signs", "x".repeat(100_000)))
                        .andExpect(status().isConflict())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(answer).contains("Shorten this section to 60,000 characters.");
    }

    @Test
    void answers_are_not_readable_in_the_tables() {
        var ward = clinic.open();
        var maya = maya(ward);
        var paper = begin(ward, maya, "crisis-plan");
        save(ward, maya, paper, "signs", 0, Map.of("crisis_signs", List.of("Nights alone")));

        var stored =
                ward.in(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                "select encode(answers, 'escape') from papers.saved where organization_id = ?")
                                        .param(ward.organization().value())
                                        .query(String.class)
                                        .single()));

        assertThat(stored).doesNotContain("Nights");
    }

    @Test
    void admissions_reads_intake_papers_and_no_clinical_ones() throws Exception {
        var ward = clinic.open();
        var maya = maya(ward);
        var clinical = begin(ward, maya, "crisis-plan");

        assertThat(page(ward, "/clients/" + maya.value() + "/papers", Role.ADMISSIONS))
                .contains("Eligibility", "Rights and handbook")
                .doesNotContain("Crisis plan");
        browser.perform(
                        get("/clients/%s/papers/%s".formatted(maya.value(), clinical.value()))
                                .with(ward.signedIn(Role.ADMISSIONS)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_paper_is_begun_written_and_signed_on_its_pages() throws Exception {
        var ward = clinic.open();
        var maya = maya(ward);
        var key = Ids.next();
        var own = "/clients/%s/papers/%s".formatted(maya.value(), key);
        browser.perform(
                        post("/clients/" + maya.value() + "/papers")
                                .with(csrf())
                                .with(ward.signedIn(Role.CLINICIAN))
                                .param("key", key.toString())
                                .param("form", "crisis-plan"))
                .andExpect(status().is3xxRedirection());

        assertThat(page(ward, own, Role.CLINICIAN))
                .contains("How I know that a crisis is starting", "answers are missing");

        answerAll(ward, maya, new PaperId(key));
        browser.perform(
                        post(own + "/signature")
                                .with(csrf())
                                .with(ward.signedIn(Role.CLINICIAN))
                                .param("key", Ids.next().toString()))
                .andExpect(status().is3xxRedirection());

        assertThat(page(ward, own, Role.CLINICIAN))
                .contains("Answer to crisis_signs", "review by Apr 1, 2026", "SHA-256")
                .contains("Client signs");
        assertThat(page(ward, "/clients/" + maya.value() + "/safety", Role.CLINICIAN))
                .contains("Crisis plan");
    }

    private PaperId signed(Clinic.Ward ward, ClientId client, String form) {
        var paper = begin(ward, client, form);
        answerAll(ward, client, paper);
        return sign(ward, client, paper).orThrow();
    }

    private void answerAll(Clinic.Ward ward, ClientId client, PaperId paper) {
        var draft = open(ward, client, paper);
        for (var section : draft.form().sections()) {
            var answers = new HashMap<String, List<String>>();
            section.questions().stream()
                    .filter(FormDefinition.Question::needed)
                    .forEach(question -> answers.put(field(question), List.of(answer(question))));
            save(ward, client, paper, section.id(), 0, answers);
        }
    }

    private static String field(FormDefinition.Question question) {
        return question.kind() == FormDefinition.Kind.TABLE ? question.cell(0, 0) : question.id();
    }

    private static String answer(FormDefinition.Question question) {
        return switch (question.kind()) {
            case YES_NO -> "no";
            case CHOICE -> question.options().getFirst();
            case DATE -> "2026-03-02";
            default -> "Answer to " + question.id();
        };
    }

    private ClientId maya(Clinic.Ward ward) {
        return new ClientId(clinic.maya(ward).id());
    }

    private static List<String> sections(Paper paper) {
        return paper.form().sections().stream()
                .filter(paper::asks)
                .map(FormDefinition.Section::id)
                .toList();
    }

    private PaperId begin(Clinic.Ward ward, ClientId client, String form) {
        return ward.in(() -> papers.begin(edit(ward), Ids.next(), client, form));
    }

    private Saved save(
            Clinic.Ward ward,
            ClientId client,
            PaperId paper,
            String section,
            int revision,
            Map<String, List<String>> answers) {
        return ward.in(() ->
                papers.save(edit(ward), client, paper, section, revision, new Answers(answers)));
    }

    private Change<PaperId> sign(Clinic.Ward ward, ClientId client, PaperId paper) {
        return ward.in(() ->
                signatures.sign(ward.permit(Action.PAPER_SIGN), Ids.next(), client, paper, true));
    }

    private Change<PaperId> clientSigns(
            Clinic.Ward ward,
            ClientId client,
            PaperId paper,
            String name,
            boolean agreed,
            String refusal) {
        return ward.in(() ->
                signatures.clientSigns(
                        edit(ward),
                        Ids.next(),
                        client,
                        paper,
                        Paper.Signer.CLIENT,
                        name,
                        agreed,
                        refusal));
    }

    private Paper open(Clinic.Ward ward, ClientId client, PaperId paper) {
        return ward.in(() -> papers.open(ward.permit(Action.PAPER_VIEW), client, paper));
    }

    private static Permit edit(Clinic.Ward ward) {
        return ward.permit(Action.PAPER_EDIT);
    }

    private String page(Clinic.Ward ward, String path, Role role) throws Exception {
        return browser.perform(get(path).with(ward.signedIn(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
