package care.trellis.billing.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.billing.RemittanceId;
import care.trellis.billing.RemittancePosting;
import care.trellis.billing.Remittances;
import care.trellis.organizations.HomeTime;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Remittances: brought in, posted, and what of them waits for a person. */
@Controller
@RequestMapping("/remittances")
class RemittanceController {

    private final Remittances remittances;
    private final Access access;
    private final HomeTime home;

    RemittanceController(Remittances remittances, Access access, HomeTime home) {
        this.remittances = remittances;
        this.access = access;
        this.home = home;
    }

    @GetMapping
    @Requires(value = Action.REMITTANCE_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView list(Permit permit, Frame frame, @RequestParam(defaultValue = "0") int page) {
        int shown = Math.max(0, page);
        return new ModelAndView(
                "billing/remittances",
                Map.of(
                        "page",
                        frame.page("remittances", "Remittances", ""),
                        "view",
                        RemittanceViews.page(
                                remittances.list(permit, shown),
                                remittances.unmatched(permit),
                                access.mayByRole(permit.actor(), Action.REMITTANCE_POST),
                                shown,
                                "",
                                List.of())));
    }

    @PostMapping
    @Requires(value = Action.REMITTANCE_POST, purpose = Permit.Purpose.PAYMENT)
    ModelAndView post(
            Permit permit, Frame frame, @RequestParam UUID key, @RequestParam MultipartFile file)
            throws IOException {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file.isEmpty()) {
            return refused(frame, "Choose a file that is not empty.", List.of());
        }
        return switch (remittances.post(permit, key, name, file.getBytes())) {
            case RemittancePosting.Posted posted when posted.posted().size() == 1 ->
                    open(posted.posted().getFirst(), "posted");
            case RemittancePosting.Posted posted when posted.posted().isEmpty() ->
                    open(posted.known().getFirst(), "known");
            case RemittancePosting.Posted posted -> new ModelAndView("redirect:/remittances");
            case RemittancePosting.AlreadyPosted(var id, var before) ->
                    before.isEmpty()
                            ? new ModelAndView("redirect:/remittances")
                            : open(before.getFirst(), "known");
            case RemittancePosting.Refused(var reasons) ->
                    refused(frame, "Nothing of this file was posted.", reasons);
            case RemittancePosting.Repeats(var reasons) ->
                    refused(
                            frame,
                            "Nothing of this file was posted. Where the payer numbers its payments anew, bring it in under Exchange: there a second person can have it posted.",
                            reasons);
        };
    }

    private static ModelAndView open(RemittanceId id, String happened) {
        return new ModelAndView("redirect:/remittances/" + id.value() + "?" + happened);
    }

    /** The form again, with what was wrong beside its input. */
    private static ModelAndView refused(Frame frame, String problem, List<String> reasons) {
        return Saving.refused(
                new ModelAndView(
                        "billing/remittances",
                        Map.of(
                                "page",
                                frame.page("remittances", "Remittances", ""),
                                "view",
                                RemittanceViews.page(
                                        List.of(), List.of(), true, 0, problem, reasons))));
    }

    @GetMapping("/{remittance}")
    @Requires(value = Action.REMITTANCE_VIEW, purpose = Permit.Purpose.PAYMENT)
    ModelAndView open(
            Permit permit,
            Frame frame,
            @PathVariable RemittanceId remittance,
            @RequestParam Map<String, String> happened) {
        var band =
                happened.containsKey("posted")
                        ? "Posted, line by line."
                        : happened.containsKey("known")
                                ? "This was posted before. Nothing was posted again."
                                : "";
        return new ModelAndView(
                "billing/remittance",
                Map.of(
                        "page",
                        frame.page("remittances", "Remittance", "Remittances"),
                        "view",
                        RemittanceViews.detail(
                                remittances.open(permit, remittance), band, home.zone())));
    }
}
