package care.trellis.cashier.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.cashier.CardSetting;
import care.trellis.cashier.CardSettings;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who takes cards. */
@Controller
@RequestMapping("/settings/cards")
class CardSettingController {

    private static final String PATH = "/settings/cards";

    private final CardSettings settings;

    CardSettingController(CardSettings settings) {
        this.settings = settings;
    }

    @GetMapping
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView page(Permit permit, Frame frame) {
        var form =
                settings.now(permit)
                        .map(set ->
                                Form.empty().with("url", set.url()).with("active", set.active()))
                        .orElseGet(() -> Form.empty().with("url", "https://api.stripe.com"));
        return page(permit, frame, form);
    }

    @PostMapping
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView save(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var setting = new CardSetting(form.value("url").strip(), form.ticked("active"));
        return Saving.save(
                form,
                () -> settings.set(permit, setting, form.value("secret")),
                PATH,
                () -> page(permit, frame, form));
    }

    private ModelAndView page(Permit permit, Frame frame, Form form) {
        return new ModelAndView(
                "cashier/cards",
                Map.of(
                        "frame",
                        frame,
                        "form",
                        form,
                        "known",
                        settings.now(permit).isPresent(),
                        "hosts",
                        String.join(", ", settings.hosts())));
    }
}
