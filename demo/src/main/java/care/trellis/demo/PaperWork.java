package care.trellis.demo;

import static care.trellis.base.Action.PAPER_EDIT;
import static care.trellis.base.Action.PAPER_SIGN;

import care.trellis.base.Ids;
import care.trellis.clients.ClientId;
import care.trellis.demo.story.Colleague;
import care.trellis.demo.story.PaperWords;
import care.trellis.demo.story.Participant;
import care.trellis.papers.Answers;
import care.trellis.papers.FormDefinition;
import care.trellis.papers.Forms;
import care.trellis.papers.PaperSignatures;
import care.trellis.papers.Papers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The papers of one client: eligibility on the first morning, crisis plan and level of care soon
 * after.
 */
@InDemo
class PaperWork {

    private final Papers papers;
    private final PaperSignatures signatures;
    private final Forms forms;

    PaperWork(Papers papers, PaperSignatures signatures, Forms forms) {
        this.papers = papers;
        this.signatures = signatures;
        this.forms = forms;
    }

    /** Everything of the first morning; every other client has no crisis plan yet. */
    void admit(Clinic clinic, Participant person, ClientId client) {
        var counselor = Treatment.counselor(person.group());
        sign(clinic, Colleague.OMAR, client, "eligibility", PaperWords.eligibility(person));
        if (person.number() % 2 == 1) {
            sign(clinic, counselor, client, "crisis-plan", PaperWords.crisisPlan(person));
        }
        if (person.number() % 3 == 1) {
            sign(clinic, counselor, client, "level-of-care", PaperWords.levelOfCare(person));
        }
    }

    /** The discharge form on the last evening: it ends the stay. */
    void discharge(Clinic clinic, Participant person, ClientId client, LocalDate day) {
        sign(
                clinic,
                Treatment.counselor(person.group()),
                client,
                "discharge",
                PaperWords.discharge(person, day));
    }

    /** A determination that the client may step down, for somebody to carry out. */
    void determine(Clinic clinic, Participant person, ClientId client) {
        sign(
                clinic,
                Treatment.counselor(person.group()),
                client,
                "level-of-care",
                PaperWords.stepDown(person));
    }

    private void sign(
            Clinic clinic,
            Colleague colleague,
            ClientId client,
            String form,
            Map<String, List<String>> answers) {
        var edit = clinic.badges().of(colleague, PAPER_EDIT);
        var paper = papers.begin(edit, Ids.next(), client, form);
        var sections = forms.find(form).map(FormDefinition::sections).orElse(List.of());
        for (var section : sections) {
            papers.save(edit, client, paper, section.id(), 0, new Answers(answers));
        }
        signatures
                .sign(clinic.badges().of(colleague, PAPER_SIGN), Ids.next(), client, paper, true)
                .orThrow();
    }
}
