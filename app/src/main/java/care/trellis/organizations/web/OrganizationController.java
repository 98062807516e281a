package care.trellis.organizations.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.BillingIdentity;
import care.trellis.organizations.Organizations;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who the organization is on a claim. */
@Controller
class OrganizationController {

    private final Organizations organizations;

    OrganizationController(Organizations organizations) {
        this.organizations = organizations;
    }

    @GetMapping("/settings/organization")
    @Requires(value = Action.ORGANIZATION_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView page(Permit permit, Frame frame) {
        var identity = organizations.identity(permit);
        var form =
                Form.empty()
                        .with("name", identity.name())
                        .with("npi", identity.npi())
                        .with("taxId", identity.taxId())
                        .with("taxonomy", identity.taxonomy())
                        .with("addressLine", identity.addressLine())
                        .with("city", identity.city())
                        .with("state", identity.state())
                        .with("postalCode", identity.postalCode())
                        .with("phone", identity.phone());
        return page(frame, form, identity.complete());
    }

    @PostMapping("/settings/organization")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView save(
            @RequestParam MultiValueMap<String, String> sent, Permit permit, Frame frame) {
        var form = Form.typed(sent);
        var identity =
                new BillingIdentity(
                        form.value("name"),
                        form.value("npi"),
                        form.value("taxId"),
                        form.value("taxonomy"),
                        form.value("addressLine"),
                        form.value("city"),
                        form.value("state"),
                        form.value("postalCode"),
                        form.value("phone"));
        return Saving.save(
                form,
                () -> organizations.change(permit, identity),
                "/settings",
                () -> page(frame, form, true));
    }

    private static ModelAndView page(Frame frame, Form form, boolean complete) {
        return new ModelAndView(
                "organizations/organization",
                Map.of("frame", frame, "form", form, "complete", complete));
    }
}
