package care.trellis.benefits.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
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

    private final Estimates estimates;
    private final EstimatePapers papers;

    EstimateController(Estimates estimates, EstimatePapers papers) {
        this.estimates = estimates;
        this.papers = papers;
    }

    @PostMapping
    @Requires(value = Action.BENEFIT_EDIT, client = "client", purpose = Permit.Purpose.PAYMENT)
    String give(
            Permit permit,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var path = "/clients/" + client.value() + "/benefits";
        return papers.give(permit, client, Form.typed(sent))
                .map(id -> "redirect:" + path + "/estimates/" + id.value())
                .orElse("redirect:" + path);
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
