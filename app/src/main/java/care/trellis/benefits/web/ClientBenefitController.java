package care.trellis.benefits.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.benefits.Benefits;
import care.trellis.benefits.Covered;
import care.trellis.benefits.Findings;
import care.trellis.benefits.GoodFaith;
import care.trellis.benefits.Inquiries;
import care.trellis.benefits.Verification;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.clients.CoverageId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one client's plans cover: the page, checks by hand, and questions by file. */
@Controller
@RequestMapping("/clients/{client}/benefits")
class ClientBenefitController {

    private final Benefits benefits;
    private final Inquiries inquiries;
    private final GoodFaith goodFaith;
    private final Clients clients;
    private final BenefitPages pages;
    private final Access access;

    ClientBenefitController(
            Benefits benefits,
            Inquiries inquiries,
            GoodFaith goodFaith,
            Clients clients,
            BenefitPages pages,
            Access access) {
        this.benefits = benefits;
        this.inquiries = inquiries;
        this.goodFaith = goodFaith;
        this.clients = clients;
        this.pages = pages;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.BENEFIT_VIEW, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView page(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> tried) {
        return page(permit, frame, client, Form.typed(tried), "");
    }

    private ModelAndView page(
            Permit permit, Frame frame, ClientId client, Form form, String problem) {
        return new ModelAndView(
                "benefits/client",
                Map.of(
                        "frame",
                        frame,
                        "problem",
                        problem,
                        "view",
                        pages.client(
                                permit,
                                client,
                                form,
                                access.mayByRole(permit.actor(), Action.BENEFIT_EDIT))));
    }

    @GetMapping("/checks/new")
    @Requires(value = Action.BENEFIT_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView check(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam CoverageId coverage) {
        var covered = covered(permit, client, coverage);
        return form(permit, frame, client, covered, CheckForm.of(covered.latest()));
    }

    @PostMapping("/checks")
    @Requires(value = Action.BENEFIT_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView record(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam CoverageId coverage,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var key = form.key();
        Findings findings = CheckForm.findings(form);
        return Saving.save(
                form,
                () ->
                        benefits.record(
                                permit, key, client, coverage, CheckForm.source(form), findings),
                "/clients/" + client.value() + "/benefits",
                () -> form(permit, frame, client, covered(permit, client, coverage), form));
    }

    @PostMapping("/inquiries")
    @Requires(value = Action.BENEFIT_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    ModelAndView ask(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam CoverageId coverage) {
        var asked = inquiries.ask(permit, List.of(new Inquiries.Question(client, coverage)));
        return asked.left().isEmpty()
                ? new ModelAndView("redirect:/clients/" + client.value() + "/benefits")
                : Saving.refused(
                        page(permit, frame, client, Form.empty(), asked.left().getFirst().why()));
    }

    @PostMapping("/asked")
    @Requires(value = Action.BENEFIT_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    String asked(
            Permit permit,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        goodFaith.asked(permit, Form.typed(sent).key(), client);
        return "redirect:/clients/" + client.value() + "/benefits";
    }

    @PostMapping("/asked/{question}/withdraw")
    @Requires(value = Action.BENEFIT_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    String withdraw(Permit permit, @PathVariable ClientId client, @PathVariable UUID question) {
        goodFaith.withdraw(permit, client, question);
        return "redirect:/clients/" + client.value() + "/benefits";
    }

    private Covered covered(Permit permit, ClientId client, CoverageId coverage) {
        return benefits.covered(permit, client).stream()
                .filter(one -> one.coverage().id().equals(coverage))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ModelAndView form(
            Permit permit, Frame frame, ClientId client, Covered covered, Form form) {
        var person = clients.find(permit, client).person();
        var terms = covered.coverage().terms();
        return new ModelAndView(
                "benefits/check",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new CheckView(
                                "/clients/" + client.value(),
                                person.shortName(),
                                terms.payerName(),
                                Stream.of(
                                                "Member " + terms.memberId(),
                                                terms.groupNumber().isEmpty()
                                                        ? ""
                                                        : "group " + terms.groupNumber(),
                                                "born " + When.day(person.birthDate()))
                                        .filter(words -> !words.isEmpty())
                                        .toList(),
                                covered.coverage().id().value().toString(),
                                form,
                                CheckForm.choices(
                                        form,
                                        "way",
                                        new Verification.Way[] {
                                            Verification.Way.PHONE, Verification.Way.PORTAL
                                        },
                                        Verification.Way::label),
                                CheckForm.choices(
                                        form,
                                        "state",
                                        Findings.State.values(),
                                        Findings.State::label),
                                CheckForm.choices(
                                        form.value("network").isEmpty()
                                                ? form.with("network", Findings.Network.UNKNOWN)
                                                : form,
                                        "network",
                                        Findings.Network.values(),
                                        Findings.Network::label),
                                CheckForm.choices(
                                        form,
                                        "limitUnit",
                                        Findings.Limit.Unit.values(),
                                        unit -> "Program " + unit.label()),
                                CheckForm.choices(
                                        form.value("authorization").isEmpty()
                                                ? form.with(
                                                        "authorization", Findings.Answer.UNKNOWN)
                                                : form,
                                        "authorization",
                                        Findings.Answer.values(),
                                        Findings.Answer::label))));
    }
}
