package care.trellis.plans.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.documents.Documents;
import care.trellis.plans.PlanSignatures;
import care.trellis.plans.SignedPlan;
import care.trellis.plans.VersionId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing a plan, and reading what was signed. */
@Controller
@RequestMapping("/clients/{client}/plan/versions")
class PlanSigningController {

    private final PlanSignatures signatures;
    private final PlanViews views;
    private final Clients clients;
    private final Documents documents;

    PlanSigningController(
            PlanSignatures signatures, PlanViews views, Clients clients, Documents documents) {
        this.documents = documents;
        this.signatures = signatures;
        this.views = views;
        this.clients = clients;
    }

    @PostMapping
    @Requires(value = Action.PLAN_SIGN, client = "client")
    ModelAndView sign(
            Permit permit, Frame frame, @PathVariable ClientId client, @RequestParam UUID key) {
        return save(
                permit,
                frame,
                client,
                "",
                Form.empty(),
                () -> signatures.sign(permit, key, client));
    }

    @PostMapping("/{version}/client")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    ModelAndView client(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable VersionId version,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return save(
                permit,
                frame,
                client,
                "client-signature",
                form,
                () ->
                        signatures.clientSigns(
                                permit,
                                form.key(),
                                client,
                                version,
                                form.ticked("guardian")
                                        ? SignedPlan.Signer.GUARDIAN
                                        : SignedPlan.Signer.CLIENT,
                                form.value("name"),
                                form.ticked("agreed")));
    }

    @PostMapping("/{version}/refusal")
    @Requires(value = Action.PLAN_EDIT, client = "client")
    ModelAndView refuse(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable VersionId version,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return save(
                permit,
                frame,
                client,
                "client-refusal",
                form,
                () ->
                        signatures.clientRefuses(
                                permit, form.key(), client, version, form.value("reason")));
    }

    @PostMapping("/{version}/team")
    @Requires(value = Action.PLAN_SIGN, client = "client")
    String team(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable VersionId version,
            @RequestParam UUID key) {
        signatures.teamSigns(permit, key, client, version);
        return "redirect:/clients/" + client.value() + "/plan#signing";
    }

    @PostMapping("/{version}/prescriber")
    @Requires(value = Action.PLAN_CERTIFY, client = "client")
    String prescriber(
            Permit permit,
            @PathVariable ClientId client,
            @PathVariable VersionId version,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "false") boolean certified) {
        signatures.prescriberSigns(permit, key, client, version, certified);
        return "redirect:/clients/" + client.value() + "/plan#signing";
    }

    /** The same words as a tagged PDF, to print, to attach, to read aloud. */
    @GetMapping("/{version}/pdf")
    @Requires(value = Action.PLAN_VIEW, client = "client")
    ResponseEntity<byte[]> printed(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable VersionId version) {
        return documents.answer(
                "treatment-plan",
                "plans/printed",
                Map.of(
                        "organization",
                        frame.organization(),
                        "view",
                        signed(permit, client, version)));
    }

    /** A version as it was signed, to read and print. */
    @GetMapping("/{version}")
    @Requires(value = Action.PLAN_VIEW, client = "client")
    ModelAndView read(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable VersionId version) {
        return new ModelAndView(
                "plans/version", Map.of("frame", frame, "view", signed(permit, client, version)));
    }

    private VersionView signed(Permit permit, ClientId client, VersionId version) {
        var signed = views.version(permit, client, version.value().toString());
        var zone = clients.zone(permit, client);
        var person = clients.find(permit, client).person();
        var blocks =
                new PlanBlocks("/clients/" + client.value() + "/plan", signed.from(), Map.of(), "");
        return new VersionView(
                "/clients/" + client.value(),
                "/clients/" + client.value() + "/plan/versions/" + version.value(),
                person.name(),
                person.shortName(),
                "Version " + signed.number(),
                "From %s, review by %s"
                        .formatted(When.day(signed.from()), When.day(signed.reviewOn())),
                Hours.text(signed.content().outline().minutesPerWeek()) + " hours a week",
                signed.intact(),
                signed.hash().substring(0, 16),
                signed.content().problems().stream().map(blocks::problem).toList(),
                PlanBlocks.facts(signed, zone));
    }

    private <T> ModelAndView save(
            Permit permit,
            Frame frame,
            ClientId client,
            String place,
            Form form,
            Supplier<Change<T>> door) {
        return Saving.save(
                form,
                door,
                "/clients/" + client.value() + "/plan#signing",
                () ->
                        new ModelAndView(
                                "plans/plan",
                                Map.of(
                                        "frame",
                                        frame,
                                        "view",
                                        views.view(permit, client, Map.of(place, form)))));
    }
}
