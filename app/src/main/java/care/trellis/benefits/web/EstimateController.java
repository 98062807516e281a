package care.trellis.benefits.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.benefits.Benefits;
import care.trellis.benefits.EstimateId;
import care.trellis.benefits.Estimates;
import care.trellis.clients.ClientId;
import care.trellis.web.Form;
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
    private final EstimatePapers papers;

    EstimateController(
            Benefits benefits, Estimates estimates, BenefitPages pages, EstimatePapers papers) {
        this.benefits = benefits;
        this.estimates = estimates;
        this.pages = pages;
        this.papers = papers;
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
        var paper = papers.print(permit, client, counted);
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
