package care.trellis.benefits.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.benefits.Benefits;
import care.trellis.benefits.EstimateId;
import care.trellis.benefits.Estimates;
import care.trellis.benefits.Given;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.documents.Documents;
import care.trellis.organizations.Organizations;
import care.trellis.web.Form;
import care.trellis.web.When;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Estimates on paper: made once, kept as they were given. */
@Controller
@RequestMapping("/clients/{client}/benefits/estimates")
class EstimateController {

    private final Benefits benefits;
    private final Estimates estimates;
    private final BenefitPages pages;
    private final Clients clients;
    private final Organizations organizations;
    private final Documents documents;

    EstimateController(
            Benefits benefits,
            Estimates estimates,
            BenefitPages pages,
            Clients clients,
            Organizations organizations,
            Documents documents) {
        this.benefits = benefits;
        this.estimates = estimates;
        this.pages = pages;
        this.clients = clients;
        this.organizations = organizations;
        this.documents = documents;
    }

    @PostMapping
    @Requires(value = Action.BENEFIT_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    String give(
            Permit permit,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var counted = pages.count(permit, client, benefits.covered(permit, client), form);
        if (counted == null) {
            return "redirect:/clients/" + client.value() + "/benefits";
        }
        var paper = paper(permit, client, counted);
        var id =
                estimates.give(
                        permit,
                        form.key(),
                        client,
                        counted.kind(),
                        counted.estimate(),
                        counted.perDay(),
                        paper);
        return "redirect:/clients/%s/benefits/estimates/%s".formatted(client.value(), id.value());
    }

    private byte[] paper(Permit permit, ClientId client, BenefitPages.Counted counted) {
        var person = clients.find(permit, client).person();
        var identity = organizations.identity(permit);
        boolean insured = counted.kind() == Given.Kind.PLAN;
        var estimate = counted.estimate();
        var course = estimate.course();
        var view =
                new EstimatePaper(
                        counted.kind().label(),
                        identity.name(),
                        identity.npi() == null ? "" : identity.npi(),
                        identity.taxId() == null ? "" : identity.taxId(),
                        address(identity.addressLine(), identity.city(), identity.state()),
                        identity.phone() == null ? "" : identity.phone(),
                        person.name(),
                        When.day(person.birthDate()),
                        When.day(clients.today(permit, client)),
                        counted.payer(),
                        insured ? EstimateWords.insured(estimate) : EstimateWords.own(estimate),
                        "%d days a week for %d weeks, %d days"
                                .formatted(course.daysPerWeek(), course.weeks(), course.days()),
                        course.charge().text(),
                        course.charge().times(course.days()).text(),
                        estimate.total().text(),
                        BenefitViews.weeks(estimate),
                        insured ? estimate.unknown() : List.of());
        return documents.pdf(
                insured ? "benefits/estimatePaper" : "benefits/goodFaithPaper",
                Map.of("view", view));
    }

    private static String address(@Nullable String... parts) {
        var known = new StringJoiner(", ");
        for (var part : parts) {
            if (part != null && !part.isEmpty()) {
                known.add(part);
            }
        }
        return known.toString();
    }

    @GetMapping("/{estimate}")
    @Requires(value = Action.BENEFIT_VIEW, client = "client", purpose = Permit.Purpose.PAYMENT)
    ResponseEntity<byte[]> open(
            Permit permit, @PathVariable ClientId client, @PathVariable EstimateId estimate) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename("estimate.pdf").build().toString())
                .body(estimates.paper(permit, client, estimate));
    }
}
