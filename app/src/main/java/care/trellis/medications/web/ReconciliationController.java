package care.trellis.medications.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.medications.Allergies;
import care.trellis.medications.Allergy;
import care.trellis.medications.Medication;
import care.trellis.medications.Medications;
import care.trellis.medications.Reconciliation;
import care.trellis.medications.Reconciliation.Answer;
import care.trellis.medications.Reconciliation.Decision;
import care.trellis.medications.ReconciliationId;
import care.trellis.medications.Reconciliations;
import care.trellis.web.Fact;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A list is compared with its sources, line by line, and signed. */
@Controller
@RequestMapping("/clients/{client}/medications")
class ReconciliationController {

    private final Reconciliations reconciliations;
    private final Medications medications;
    private final Allergies allergies;
    private final Clients clients;
    private final Access access;

    ReconciliationController(
            Reconciliations reconciliations,
            Medications medications,
            Allergies allergies,
            Clients clients,
            Access access) {
        this.reconciliations = reconciliations;
        this.medications = medications;
        this.allergies = allergies;
        this.clients = clients;
        this.access = access;
    }

    @GetMapping("/reconciliation")
    @Requires(value = Action.MEDICATION_RECONCILE, client = "client")
    ModelAndView form(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(permit, frame, client, Form.empty());
    }

    @PostMapping("/reconciliations")
    @Requires(value = Action.MEDICATION_RECONCILE, client = "client")
    ModelAndView sign(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var answers =
                medications.of(permit, client).stream()
                        .filter(Medication::isActive)
                        .map(one -> answer(form, one))
                        .toList();
        var sources =
                Arrays.stream(Medication.Source.values())
                        .filter(source -> form.ticked("sources", source.name()))
                        .toList();
        return Saving.save(
                form,
                () ->
                        reconciliations.sign(
                                permit,
                                form.key(),
                                client,
                                form.choice("moment", Reconciliation.Moment.VISIT),
                                sources,
                                form.ticked("checked"),
                                answers),
                signed ->
                        "/clients/%s/medications/reconciliations/%s"
                                .formatted(client.value(), signed.value()),
                () -> page(permit, frame, client, form));
    }

    @GetMapping("/reconciliations/{reconciliation}")
    @Requires(value = Action.MEDICATION_VIEW, client = "client")
    ModelAndView open(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable ReconciliationId reconciliation) {
        var found = reconciliations.open(permit, client, reconciliation);
        var path = "/clients/" + client.value();
        var zone = clients.zone(permit, client);
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Signed", found.signedBy() + ", " + When.full(found.signedAt(), zone)));
        facts.add(new Fact("Compared with", String.join(", ", found.content().sources())));
        facts.add(new Fact("Allergies", found.content().allergies()));
        facts.add(
                new Fact("Doubles, interactions, allergies", "Looked at by the person who signed"));
        if (!found.look().isEmpty()) {
            facts.add(new Fact("Looked through", found.look()));
        }
        boolean mayLook =
                found.waitsForLook() && access.mayByRole(permit.actor(), Action.MEDICATION_REVIEW);
        return new ModelAndView(
                "medications/signed",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new SignedView(
                                path,
                                clients.find(permit, client).person().shortName(),
                                "Reconciliation, " + found.moment().label().toLowerCase(),
                                facts,
                                found.content().lines().stream()
                                        .map(ReconciliationController::line)
                                        .toList(),
                                found.intact(),
                                found.hash().substring(0, 16),
                                mayLook
                                        ? path
                                                + "/medications/reconciliations/"
                                                + reconciliation.value()
                                                + "/look"
                                        : "")));
    }

    @PostMapping("/reconciliations/{reconciliation}/look")
    @Requires(value = Action.MEDICATION_REVIEW, client = "client")
    String look(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable ReconciliationId reconciliation) {
        reconciliations.look(permit, client, reconciliation);
        return "redirect:/clients/" + client.value() + "/medications";
    }

    private ModelAndView page(Permit permit, Frame frame, ClientId client, Form form) {
        form.key();
        var last = reconciliations.of(permit, client).stream().findFirst();
        var due = reconciliations.due(permit, client);
        if (form.value("moment").isEmpty()) {
            form.with(
                    "moment",
                    due.map(Reconciliation.Due::moment).orElse(Reconciliation.Moment.VISIT).name());
        }
        var known = allergies.of(permit, client);
        return new ModelAndView(
                "medications/reconciliation",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new ReconciliationView(
                                "/clients/" + client.value(),
                                clients.find(permit, client).person().shortName(),
                                last.map(one -> When.day(one.signedOn()) + ", " + one.signedBy())
                                        .orElse(""),
                                words(known),
                                form,
                                form.choices(
                                        "moment",
                                        MedicationForm.labels(
                                                Reconciliation.Moment.values(),
                                                Reconciliation.Moment::label)),
                                Arrays.stream(Medication.Source.values())
                                        .filter(it -> it != Medication.Source.PRESCRIBED_HERE)
                                        .map(source ->
                                                new ReconciliationView.Source(
                                                        source.name(),
                                                        source.label(),
                                                        form.ticked("sources", source.name())))
                                        .toList(),
                                medications.of(permit, client).stream()
                                        .filter(Medication::isActive)
                                        .map(one -> ReconciliationLines.line(one, last, form))
                                        .toList())));
    }

    private static String words(Allergy.Known known) {
        if (!known.asked()) {
            return "";
        }
        return known.standing().isEmpty()
                ? "None known"
                : known.standing().stream()
                        .map(Allergy::substance)
                        .collect(Collectors.joining(", "));
    }

    private static Answer answer(Form form, Medication medication) {
        var id = "-" + medication.id().value();
        var seen = form.whole("seen" + id);
        return new Answer(
                medication.id(),
                seen == null ? 0 : seen,
                form.choice("decision" + id, Decision.class),
                form.value("dose" + id),
                form.value("frequency" + id),
                form.choice("adherence" + id, Medication.Adherence.UNKNOWN),
                form.value("reason" + id));
    }

    private static SignedView.Line line(Reconciliation.Line line) {
        return new SignedView.Line(
                line.name(),
                line.before().isEmpty() ? "New since" : line.before(),
                line.now().isEmpty() ? "Stopped" : line.now(),
                line.decision().label(),
                ReconciliationLines.tone(line.decision()),
                line.adherence().label(),
                line.reason(),
                line.differs());
    }
}
