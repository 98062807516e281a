package care.trellis.organizations.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.CredentialDetails;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.Staff;
import care.trellis.organizations.StaffDetails;
import care.trellis.organizations.StaffId;
import care.trellis.organizations.StaffMember;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Line;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Staff and what they are licensed to do. */
@Controller
class StaffController {

    /** A credential that ends so soon needs an eye. */
    private static final int SOON_DAYS = 60;

    private final Staff staff;
    private final HomeTime home;

    StaffController(Staff staff, HomeTime home) {
        this.staff = staff;
        this.home = home;
    }

    @GetMapping("/settings/staff")
    @Requires(value = Action.ORGANIZATION_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView list(Permit permit, Frame frame) {
        var today = home.today();
        var lines = staff.all(permit).stream().map(member -> line(member, today)).toList();
        return new ModelAndView("organizations/staff", Map.of("frame", frame, "lines", lines));
    }

    @GetMapping("/settings/staff/new")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView fresh(Frame frame) {
        return page(frame, Form.empty(), "", List.of(), Form.empty());
    }

    @PostMapping("/settings/staff")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView add(@RequestParam MultiValueMap<String, String> sent, Permit permit, Frame frame) {
        var form = Form.typed(sent);
        var details = details(form);
        return Saving.save(
                form,
                () -> staff.add(permit, form.key(), details),
                (StaffId id) -> path(id),
                () -> page(frame, form, "", List.of(), Form.empty()));
    }

    @GetMapping("/settings/staff/{staff}")
    @Requires(value = Action.ORGANIZATION_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView one(@PathVariable("staff") StaffId id, Permit permit, Frame frame) {
        var member = staff.one(permit, id);
        return page(frame, form(member), path(id), credentials(member), Form.empty());
    }

    @PostMapping("/settings/staff/{staff}")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView change(
            @PathVariable("staff") StaffId id,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var member = staff.one(permit, id);
        var form = Form.typed(sent);
        var details = details(form);
        return Saving.save(
                form,
                () -> staff.change(permit, id, details),
                "/settings/staff",
                () -> page(frame, form, path(id), credentials(member), Form.empty()));
    }

    @PostMapping("/settings/staff/{staff}/credentials")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView addCredential(
            @PathVariable("staff") StaffId id,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var member = staff.one(permit, id);
        var form = Form.typed(sent);
        var details = credential(form);
        return Saving.save(
                form,
                () -> staff.addCredential(permit, form.key(), id, details),
                path(id),
                () -> page(frame, form(member), path(id), credentials(member), form));
    }

    @GetMapping("/settings/staff/{staff}/credentials/{credential}")
    @Requires(value = Action.ORGANIZATION_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView credential(
            @PathVariable("staff") StaffId id,
            @PathVariable UUID credential,
            Permit permit,
            Frame frame) {
        var details =
                staff.one(permit, id).credentials().stream()
                        .filter(it -> it.id().equals(credential))
                        .findFirst()
                        .orElseThrow(care.trellis.base.NotFound::new)
                        .details();
        var form =
                Form.empty()
                        .with("code", details.code())
                        .with("number", details.number())
                        .with("validFrom", details.validFrom())
                        .with("expiresOn", details.expiresOn());
        return credential(frame, form, id, credential);
    }

    @PostMapping("/settings/staff/{staff}/credentials/{credential}")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView changeCredential(
            @PathVariable("staff") StaffId id,
            @PathVariable UUID credential,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        staff.one(permit, id);
        var form = Form.typed(sent);
        var details = credential(form);
        return Saving.save(
                form,
                () -> staff.changeCredential(permit, id, credential, details),
                path(id),
                () -> credential(frame, form, id, credential));
    }

    private static ModelAndView credential(Frame frame, Form form, StaffId id, UUID credential) {
        return new ModelAndView(
                "organizations/credential",
                Map.of(
                        "frame",
                        frame,
                        "form",
                        form,
                        "path",
                        path(id) + "/credentials/" + credential,
                        "back",
                        path(id)));
    }

    private static ModelAndView page(
            Frame frame, Form form, String path, List<Line> credentials, Form credentialForm) {
        return new ModelAndView(
                "organizations/member",
                Map.of(
                        "frame", frame,
                        "form", form,
                        "path", path,
                        "credentials", credentials,
                        "credentialForm", credentialForm));
    }

    private static Line line(StaffMember member, LocalDate today) {
        var codes =
                String.join(
                        ", ",
                        member.credentials().stream()
                                .map(it -> it.details().code())
                                .distinct()
                                .sorted()
                                .toList());
        boolean expired = member.credentials().stream().anyMatch(it -> tone(it, today) == Tone.BAD);
        boolean soon = member.credentials().stream().anyMatch(it -> tone(it, today) == Tone.WATCH);
        boolean left = member.details().leftOn() != null;
        return new Line(
                member.name(),
                path(member.id()),
                List.of(
                        codes.isEmpty() ? "No credential" : codes,
                        member.details().npi() == null ? "" : member.details().npi()),
                left ? "Left" : expired ? "Expired" : soon ? "Expires soon" : "",
                left ? Tone.NEUTRAL : expired ? Tone.BAD : Tone.WATCH);
    }

    private List<Line> credentials(StaffMember member) {
        var today = home.today();
        return member.credentials().stream()
                .map(it -> {
                    var details = it.details();
                    var tone = tone(it, today);
                    return new Line(
                            details.code(),
                            path(member.id()) + "/credentials/" + it.id(),
                            List.of(
                                    details.number() == null ? "" : details.number(),
                                    details.expiresOn() == null
                                            ? "No end"
                                            : details.expiresOn().toString()),
                            tone == Tone.BAD ? "Expired" : tone == Tone.WATCH ? "Expires soon" : "",
                            tone);
                })
                .toList();
    }

    private static Tone tone(StaffMember.Credential credential, LocalDate today) {
        var end = credential.details().expiresOn();
        return end == null
                ? Tone.NEUTRAL
                : end.isBefore(today)
                        ? Tone.BAD
                        : end.isBefore(today.plusDays(SOON_DAYS)) ? Tone.WATCH : Tone.NEUTRAL;
    }

    private static StaffDetails details(Form form) {
        return new StaffDetails(
                form.value("givenName"),
                form.value("familyName"),
                form.value("npi"),
                form.date("leftOn"));
    }

    private static CredentialDetails credential(Form form) {
        return new CredentialDetails(
                form.value("code"),
                form.value("number"),
                form.date("validFrom"),
                form.date("expiresOn"));
    }

    private static Form form(StaffMember member) {
        return Form.empty()
                .with("givenName", member.details().givenName())
                .with("familyName", member.details().familyName())
                .with("npi", member.details().npi())
                .with("leftOn", member.details().leftOn());
    }

    private static String path(StaffId id) {
        return "/settings/staff/" + id.value();
    }
}
