package care.trellis.access.web;

import care.trellis.access.Account;
import care.trellis.access.AccountId;
import care.trellis.access.Accounts;
import care.trellis.access.NewAccount;
import care.trellis.access.OneTimeLink;
import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.base.Role;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.Sites;
import care.trellis.organizations.Staff;
import care.trellis.web.Addresses;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Line;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Staff and access: who can sign in, as what, where; lock, unlock and one-time links. */
@Controller
class StaffAccessController {

    private final Accounts accounts;
    private final Sites sites;
    private final Staff staff;
    private final Addresses addresses;

    StaffAccessController(Accounts accounts, Sites sites, Staff staff, Addresses addresses) {
        this.accounts = accounts;
        this.sites = sites;
        this.staff = staff;
        this.addresses = addresses;
    }

    @GetMapping("/staff")
    @Requires(value = Action.STAFF_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView list(Permit permit, Frame frame) {
        var lines = accounts.all(permit).stream().map(StaffAccessController::line).toList();
        return new ModelAndView("access/staff", Map.of("frame", frame, "lines", lines));
    }

    @GetMapping("/staff/new")
    @Requires(value = Action.STAFF_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView fresh(Permit permit, Frame frame) {
        return invitePage(permit, frame, Form.empty());
    }

    @PostMapping("/staff")
    @Requires(value = Action.STAFF_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView invite(
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame,
            HttpServletRequest request) {
        var form = Form.typed(sent);
        var member =
                staff.all(permit).stream()
                        .map(it -> it.id())
                        .filter(it -> it.value().toString().equals(form.value("staff")))
                        .findFirst();
        var account =
                new NewAccount(
                        form.value("email"),
                        form.value("name"),
                        roles(form),
                        sites(permit, form),
                        member.orElse(null));
        return switch (accounts.invite(permit, form.key(), account)) {
            case Change.Done<OneTimeLink>(var link) -> linkPage(permit, frame, link, request);
            case Change.Refused<OneTimeLink>(var problems) ->
                    Saving.refused(invitePage(permit, frame, form.refused(problems)));
        };
    }

    @GetMapping("/staff/{account}")
    @Requires(value = Action.STAFF_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView one(@PathVariable AccountId account, Permit permit, Frame frame) {
        var found = accounts.one(permit, account);
        return accountPage(permit, frame, found, form(found));
    }

    @PostMapping("/staff/{account}/roles")
    @Requires(value = Action.STAFF_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView setRoles(
            @PathVariable AccountId account,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var found = accounts.one(permit, account);
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> accounts.setRoles(permit, account, roles(form), sites(permit, form)),
                "/staff",
                () -> accountPage(permit, frame, found, form));
    }

    @PostMapping("/staff/{account}/lock")
    @Requires(value = Action.STAFF_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView lock(@PathVariable AccountId account, Permit permit, Frame frame) {
        return done(permit, frame, account, accounts.lock(permit, account));
    }

    @PostMapping("/staff/{account}/unlock")
    @Requires(value = Action.STAFF_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView unlock(@PathVariable AccountId account, Permit permit, Frame frame) {
        return done(permit, frame, account, accounts.unlock(permit, account));
    }

    @PostMapping("/staff/{account}/invitation")
    @Requires(value = Action.STAFF_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView inviteAgain(
            @PathVariable AccountId account,
            Permit permit,
            Frame frame,
            HttpServletRequest request) {
        return linked(permit, frame, account, accounts.inviteAgain(permit, account), request);
    }

    @PostMapping("/staff/{account}/password-reset")
    @Requires(value = Action.STAFF_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView resetPassword(
            @PathVariable AccountId account,
            Permit permit,
            Frame frame,
            HttpServletRequest request) {
        return linked(permit, frame, account, accounts.resetPassword(permit, account), request);
    }

    @PostMapping("/staff/{account}/factor-reset")
    @Requires(value = Action.STAFF_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView resetFactor(
            @PathVariable AccountId account,
            Permit permit,
            Frame frame,
            HttpServletRequest request) {
        return linked(permit, frame, account, accounts.resetFactor(permit, account), request);
    }

    private ModelAndView done(Permit permit, Frame frame, AccountId id, Change<AccountId> outcome) {
        return switch (outcome) {
            case Change.Done<AccountId> _ -> new ModelAndView("redirect:/staff/" + id.value());
            case Change.Refused<AccountId>(var problems) -> refused(permit, frame, id, problems);
        };
    }

    private ModelAndView linked(
            Permit permit,
            Frame frame,
            AccountId id,
            Change<OneTimeLink> outcome,
            HttpServletRequest request) {
        return switch (outcome) {
            case Change.Done<OneTimeLink>(var link) -> linkPage(permit, frame, link, request);
            case Change.Refused<OneTimeLink>(var problems) -> refused(permit, frame, id, problems);
        };
    }

    private ModelAndView refused(Permit permit, Frame frame, AccountId id, List<Problem> problems) {
        var found = accounts.one(permit, id);
        return Saving.refused(accountPage(permit, frame, found, form(found).refused(problems)));
    }

    private ModelAndView linkPage(
            Permit permit, Frame frame, OneTimeLink link, HttpServletRequest request) {
        return new ModelAndView(
                "access/link",
                Map.of(
                        "frame", frame,
                        "name", accounts.one(permit, link.account()).name(),
                        "address", addresses.of(request, link.path())));
    }

    private ModelAndView invitePage(Permit permit, Frame frame, Form form) {
        var people = new LinkedHashMap<String, String>();
        staff.all(permit).stream()
                .filter(it -> it.details().leftOn() == null)
                .forEach(it -> people.put(it.id().value().toString(), it.name()));
        return new ModelAndView(
                "access/invite",
                Map.of(
                        "frame", frame,
                        "form", form,
                        "people", form.choices("staff", "Nobody on the list", people),
                        "roles", roleChoices(form),
                        "sites", siteChoices(permit, form)));
    }

    private ModelAndView accountPage(Permit permit, Frame frame, Account account, Form form) {
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("name", account.name());
        model.put("email", account.email());
        model.put("path", "/staff/" + account.id().value());
        model.put("invited", account.invited());
        model.put("enrolled", account.enrolled());
        model.put("locked", account.locked());
        model.put("lockedForFailures", account.lockedForFailures());
        model.put("own", account.id().value().equals(permit.actor().account()));
        model.put("roles", roleChoices(form));
        model.put("sites", siteChoices(permit, form));
        return new ModelAndView("access/member", model);
    }

    private static Line line(Account account) {
        var roles =
                account.roles().stream()
                        .sorted()
                        .map(Role::label)
                        .collect(Collectors.joining(", "));
        var sites =
                account.sites().isEmpty() ? "Every site" : account.sites().size() + " of the sites";
        var word =
                account.locked()
                        ? "Locked"
                        : account.invited()
                                ? "Invited"
                                : account.enrolled() ? "" : "No second factor";
        return new Line(
                account.name(),
                "/staff/" + account.id().value(),
                List.of(account.email(), roles, sites),
                word,
                account.locked() ? Tone.BAD : Tone.INFO);
    }

    private static Form form(Account account) {
        return Form.empty()
                .withAll("roles", account.roles())
                .withAll("sites", account.sites().stream().map(SiteId::value).toList());
    }

    private static List<Choice> roleChoices(Form form) {
        return Arrays.stream(Role.values())
                .map(role ->
                        new Choice(role.name(), role.label(), form.ticked("roles", role.name())))
                .toList();
    }

    private List<Choice> siteChoices(Permit permit, Form form) {
        return sites.all(permit).stream()
                .filter(it -> !it.retired())
                .map(it ->
                        new Choice(
                                it.id().value().toString(),
                                it.details().name(),
                                form.ticked("sites", it.id().value().toString())))
                .toList();
    }

    private static Set<Role> roles(Form form) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (form.ticked("roles", role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }

    private Set<SiteId> sites(Permit permit, Form form) {
        return sites.all(permit).stream()
                .map(it -> it.id())
                .filter(it -> form.ticked("sites", it.value().toString()))
                .collect(Collectors.toSet());
    }
}
