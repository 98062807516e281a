package care.trellis.episodes.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.clients.Clients;
import care.trellis.episodes.Counselor;
import care.trellis.episodes.Counselors;
import care.trellis.organizations.StaffId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who answers for a client's care, and who is named for it from a day on. */
@Controller
@RequestMapping("/clients/{client}/counselor")
class CounselorController {

    private final Counselors counselors;
    private final Clients clients;
    private final Access access;

    CounselorController(Counselors counselors, Clients clients, Access access) {
        this.counselors = counselors;
        this.clients = clients;
        this.access = access;
    }

    @GetMapping
    @Requires(value = Action.CLIENT_VIEW, client = "client")
    @Transactional
    ModelAndView page(Permit permit, Frame frame, @PathVariable ClientId client) {
        return page(
                permit, frame, client, Form.empty().with("from", clients.today(permit, client)));
    }

    @PostMapping
    @Requires(value = Action.EPISODE_EDIT, client = "client")
    @Transactional
    ModelAndView name(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var staff = form.requiredId("staff", "Choose who answers for the client.");
        var from =
                form.requiredDate("from", LocalDate.MIN, "Type the first day, such as 11/21/2026.");
        return Saving.save(
                form,
                () ->
                        counselors.name(
                                permit,
                                form.key(),
                                client,
                                new StaffId(staff == null ? new UUID(0, 0) : staff),
                                from),
                path(client),
                () -> page(permit, frame, client, form));
    }

    private ModelAndView page(Permit permit, Frame frame, ClientId client, Form form) {
        var names = new LinkedHashMap<String, String>();
        counselors
                .choices(permit)
                .forEach((staff, name) -> names.put(staff.value().toString(), name));
        var today = clients.today(permit, client);
        return new ModelAndView("episodes/counselor")
                .addObject("frame", frame)
                .addObject(
                        "view",
                        new CounselorView(
                                clients.find(permit, client).person().shortName(),
                                "/clients/" + client.value(),
                                counselors.of(permit, client).stream()
                                        .map(one -> line(one, today))
                                        .toList(),
                                form.choices("staff", "Choose who", names),
                                form,
                                access.mayByRole(permit.actor(), Action.EPISODE_EDIT)));
    }

    private static CounselorView.Line line(Counselor one, LocalDate today) {
        var to = one.to();
        return new CounselorView.Line(
                one.name(),
                to == null
                        ? (one.from().isAfter(today) ? "From " : "Since ") + When.day(one.from())
                        : When.day(one.from()) + " to " + When.day(to),
                one.recordedBy(),
                one.on(today));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.value() + "/counselor";
    }
}
