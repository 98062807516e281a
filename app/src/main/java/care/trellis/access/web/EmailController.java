package care.trellis.access.web;

import care.trellis.access.AccountId;
import care.trellis.access.Accounts;
import care.trellis.access.EmailChange;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which an administrator changes the e-mail that somebody signs in with. */
@Controller
class EmailController {

    private static final Map<String, String> REASONS =
            Arrays.stream(EmailChange.values())
                    .collect(
                            Collectors.toMap(
                                    Enum::name,
                                    EmailChange::label,
                                    (one, _) -> one,
                                    LinkedHashMap::new));

    private final Accounts accounts;

    EmailController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/staff/{account}/email")
    @Requires(value = Action.STAFF_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView page(@PathVariable AccountId account, Permit permit, Frame frame) {
        return page(account, permit, frame, Form.empty());
    }

    @PostMapping("/staff/{account}/email")
    @Requires(value = Action.STAFF_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView change(
            @PathVariable AccountId account,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> accounts.changeEmail(permit, account, form.value("email"), reason(form)),
                "/staff/" + account.value(),
                () -> page(account, permit, frame, form));
    }

    private ModelAndView page(AccountId id, Permit permit, Frame frame, Form form) {
        var account = accounts.one(permit, id);
        return new ModelAndView(
                "access/email",
                Map.of(
                        "frame",
                        frame,
                        "form",
                        form,
                        "name",
                        account.name(),
                        "standing",
                        account.email(),
                        "path",
                        "/staff/" + id.value(),
                        "reasons",
                        form.choices("reason", "Choose the reason", REASONS)));
    }

    private static @Nullable EmailChange reason(Form form) {
        return REASONS.containsKey(form.value("reason"))
                ? EmailChange.valueOf(form.value("reason"))
                : null;
    }
}
