package care.trellis.chart;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.Consent;
import care.trellis.clients.ConsentElement;
import care.trellis.clients.ConsentId;
import care.trellis.clients.ConsentRecording;
import care.trellis.clients.Consents;
import care.trellis.clients.Contact;
import care.trellis.clients.CoverageId;
import care.trellis.clients.CoverageSaved;
import care.trellis.clients.Coverages;
import care.trellis.organizations.SiteId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The admission page and its forms about the person: who, whom to call, who pays, who may know. */
@Controller
class AdmissionPages {

    private final AdmissionDesk desk;
    private final Clients clients;
    private final Coverages coverages;
    private final Consents consents;
    private final Answers answers;

    AdmissionPages(
            AdmissionDesk desk,
            Clients clients,
            Coverages coverages,
            Consents consents,
            Answers answers) {
        this.desk = desk;
        this.clients = clients;
        this.coverages = coverages;
        this.consents = consents;
        this.answers = answers;
    }

    @GetMapping("/clients/new")
    @Requires(Action.CLIENT_EDIT)
    String newcomer(Permit permit, Frame frame, Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("person", desk.newcomer(permit, Form.empty()));
        return "chart/newcomer";
    }

    @PostMapping("/clients")
    @Requires(Action.CLIENT_EDIT)
    String add(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.typed(fields);
        var site = form.requiredId("site", "Choose where the client is treated.");
        var person = Forms.person(form, desk.latestToday());
        if (site == null || person.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("frame", frame);
            model.addAttribute("person", desk.newcomer(permit, form));
            return "chart/newcomer";
        }
        var client = clients.add(permit, form.key(), new SiteId(site), person.get(), null);
        return Answers.saved(client.id(), "coverage");
    }

    @GetMapping("/clients/{client}/admission")
    @Requires(value = Action.CLIENT_VIEW, client = "client")
    String admission(Permit permit, Frame frame, Model model, @PathVariable UUID client) {
        return answers.page(permit, frame, model, new ClientId(client), Map.of());
    }

    @PostMapping("/clients/{client}/person")
    @Requires(value = Action.CLIENT_EDIT, client = "client")
    String person(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @PathVariable UUID client,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new ClientId(client);
        var form = Form.typed(fields);
        var person = Forms.person(form, desk.today(permit, id));
        if (person.isEmpty()) {
            return answers.refused(permit, frame, model, response, id, "person", form);
        }
        clients.change(permit, id, person.get());
        return Answers.saved(id, "person");
    }

    @PostMapping("/clients/{client}/contacts")
    @Requires(value = Action.CLIENT_EDIT, client = "client")
    String contact(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @PathVariable UUID client,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new ClientId(client);
        var form = Form.typed(fields);
        form.required("contactName", "Write the name.");
        form.required("relationship", "Write who this is to the client.");
        if (form.wrong()) {
            return answers.refused(permit, frame, model, response, id, "contact", form);
        }
        clients.keep(
                permit,
                id,
                new Contact(
                        form.key(),
                        form.text("contactName"),
                        form.text("relationship"),
                        form.text("contactPhone"),
                        form.ticked("emergency")));
        return Answers.saved(id, "contacts");
    }

    @PostMapping("/clients/{client}/contacts/{contact}/removal")
    @Requires(value = Action.CLIENT_EDIT, client = "client")
    String removeContact(Permit permit, @PathVariable UUID client, @PathVariable UUID contact) {
        clients.remove(permit, new ClientId(client), contact);
        return Answers.saved(new ClientId(client), "contacts");
    }

    @PostMapping("/clients/{client}/coverages")
    @Requires(value = Action.COVERAGE_EDIT, client = "client")
    String addCoverage(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @PathVariable UUID client,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new ClientId(client);
        var form = Form.typed(fields);
        var terms = Forms.coverage(form);
        if (terms.isPresent()
                && isSaved(form, coverages.add(permit, form.key(), id, terms.get(), null))) {
            return Answers.saved(id, "coverage");
        }
        return answers.refused(permit, frame, model, response, id, "coverage", form);
    }

    @GetMapping("/clients/{client}/coverages/{coverage}")
    @Requires(value = Action.COVERAGE_EDIT, client = "client")
    String coverage(
            Permit permit,
            Frame frame,
            Model model,
            @PathVariable UUID client,
            @PathVariable UUID coverage) {
        model.addAttribute("frame", frame);
        model.addAttribute(
                "coverage",
                desk.coverage(
                        permit, new ClientId(client), new CoverageId(coverage), Optional.empty()));
        return "chart/coveragePage";
    }

    @PostMapping("/clients/{client}/coverages/{coverage}")
    @Requires(value = Action.COVERAGE_EDIT, client = "client")
    String changeCoverage(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @PathVariable UUID client,
            @PathVariable UUID coverage,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new ClientId(client);
        var card = new CoverageId(coverage);
        var form = Form.typed(fields);
        var terms = Forms.coverage(form);
        if (terms.isPresent() && isSaved(form, coverages.change(permit, id, card, terms.get()))) {
            return Answers.saved(id, "coverage");
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("frame", frame);
        model.addAttribute("coverage", desk.coverage(permit, id, card, Optional.of(form)));
        return "chart/coveragePage";
    }

    @PostMapping("/clients/{client}/consents")
    @Requires(value = Action.CONSENT_RECORD, client = "client")
    String consent(
            Permit permit,
            Frame frame,
            Model model,
            HttpServletResponse response,
            @PathVariable UUID client,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new ClientId(client);
        var form = Form.typed(fields);
        var signed = Forms.consent(form);
        if (signed.isPresent() && isRecorded(permit, id, form, signed.get())) {
            return Answers.saved(id, "consent");
        }
        return answers.refused(permit, frame, model, response, id, "consent", form);
    }

    @PostMapping("/clients/{client}/consents/{consent}/revocation")
    @Requires(value = Action.CONSENT_RECORD, client = "client")
    String revoke(Permit permit, @PathVariable UUID client, @PathVariable UUID consent) {
        consents.revoke(permit, new ClientId(client), new ConsentId(consent));
        return Answers.saved(new ClientId(client), "consent");
    }

    private static boolean isSaved(Form form, CoverageSaved answer) {
        switch (answer) {
            case CoverageSaved.Saved saved -> {}
            case CoverageSaved.Unchanged unchanged -> {}
            case CoverageSaved.PriorityTaken taken ->
                    form.refuse(
                            "priority",
                            "Another coverage has this place on the same days; take another one.");
            case CoverageSaved.NoSuchContract gone ->
                    form.refuse("contract", "Choose one of the list.");
        }
        return !form.wrong();
    }

    private boolean isRecorded(Permit permit, ClientId id, Form form, Consent.Signed signed) {
        switch (consents.record(permit, form.key(), id, signed)) {
            case ConsentRecording.Recorded recorded -> {}
            case ConsentRecording.Incomplete incomplete ->
                    incomplete
                            .missing()
                            .forEach(element -> form.refuse(field(element), fix(element)));
        }
        return !form.wrong();
    }

    private static String fix(ConsentElement element) {
        return "Without this it is no consent (42 CFR 2.31): "
                + element.label().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + element.label().substring(1)
                + ".";
    }

    private static String field(ConsentElement element) {
        return switch (element) {
            case DISCLOSER -> "discloser";
            case RECIPIENT -> "recipient";
            case PURPOSE -> "purpose";
            case WHAT -> "what";
            case RIGHT_TO_REVOKE -> "revocationExplained";
            case REDISCLOSURE -> "redisclosureExplained";
            case SIGNATURE -> "signedBy";
            case SIGNED_ON -> "signedOn";
            case EXPIRY -> "expiresOn";
        };
    }
}
