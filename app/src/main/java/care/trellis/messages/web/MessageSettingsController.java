package care.trellis.messages.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.messages.MailWay;
import care.trellis.messages.MessageSetting;
import care.trellis.messages.MessageSettings;
import care.trellis.messages.QuietHours;
import care.trellis.messages.TextWay;
import care.trellis.messages.Way;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How messages leave, and a test of each way. */
@Controller
@RequestMapping("/settings/messages")
class MessageSettingsController {

    private static final String PATH = "/settings/messages";

    private final MessageSettings settings;

    MessageSettingsController(MessageSettings settings) {
        this.settings = settings;
    }

    /** The forms of the page; each is sent by itself. */
    private record Forms(Form sign, Form mail, Form text, Form mailTest, Form textTest) {

        static Forms of(MessageSetting now) {
            var mail = now.mail();
            var text = now.text();
            return new Forms(
                    Form.empty()
                            .with("sender", now.sender())
                            .with("quietFrom", now.quiet().from())
                            .with("quietTo", now.quiet().to()),
                    mail == null
                            ? Form.empty().with("port", 587).with("safety", MailWay.Safety.STARTTLS)
                            : Form.empty()
                                    .with("host", mail.host())
                                    .with("port", mail.port())
                                    .with("safety", mail.safety())
                                    .with("user", mail.user())
                                    .with("from", mail.from())
                                    .with("mailOn", now.mailOn()),
                    text == null
                            ? Form.empty().with("url", "https://api.twilio.com")
                            : Form.empty()
                                    .with("url", text.url())
                                    .with("account", text.account())
                                    .with("number", text.from())
                                    .with("textOn", now.textOn()),
                    Form.empty(),
                    Form.empty());
        }

        Forms withSign(Form sent) {
            return new Forms(sent, mail, text, mailTest, textTest);
        }

        Forms withMail(Form sent) {
            return new Forms(sign, sent, text, mailTest, textTest);
        }

        Forms withText(Form sent) {
            return new Forms(sign, mail, sent, mailTest, textTest);
        }

        Forms withMailTest(Form sent) {
            return new Forms(sign, mail, text, sent, textTest);
        }

        Forms withTextTest(Form sent) {
            return new Forms(sign, mail, text, mailTest, sent);
        }
    }

    @GetMapping
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView page(Permit permit, Frame frame, @RequestParam(defaultValue = "") String tested) {
        return page(permit, frame, UnaryOperator.identity(), tested);
    }

    @PostMapping("/signature")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView sign(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var quiet = new QuietHours(time(form, "quietFrom"), time(form, "quietTo"));
        return Saving.save(
                form,
                () -> settings.sign(permit, form.value("sender"), quiet),
                PATH,
                () -> page(permit, frame, forms -> forms.withSign(form), ""));
    }

    @PostMapping("/mail")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView mail(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var way =
                new MailWay(
                        form.value("host").strip(),
                        form.requiredWhole("port"),
                        form.choice("safety", MailWay.Safety.STARTTLS),
                        form.value("user").strip(),
                        form.value("from").strip());
        return Saving.save(
                form,
                () -> settings.mail(permit, way, form.ticked("mailOn"), form.value("password")),
                PATH,
                () -> page(permit, frame, forms -> forms.withMail(form), ""));
    }

    @PostMapping("/text")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView text(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var way =
                new TextWay(
                        form.value("url").strip(),
                        form.value("account").strip(),
                        form.value("number").strip());
        return Saving.save(
                form,
                () -> settings.text(permit, way, form.ticked("textOn"), form.value("secret")),
                PATH,
                () -> page(permit, frame, forms -> forms.withText(form), ""));
    }

    @PostMapping("/mail/tests")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView testMail(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> settings.test(permit, form.key(), Way.MAIL, form.value("mailAddress")),
                PATH + "?tested=mail",
                () -> page(permit, frame, forms -> forms.withMailTest(form), ""));
    }

    @PostMapping("/text/tests")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView testText(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> settings.test(permit, form.key(), Way.TEXT, form.value("textAddress")),
                PATH + "?tested=text",
                () -> page(permit, frame, forms -> forms.withTextTest(form), ""));
    }

    private ModelAndView page(
            Permit permit, Frame frame, UnaryOperator<Forms> typed, String tested) {
        var now = settings.now(permit);
        var forms = typed.apply(Forms.of(now));
        var safeties =
                Arrays.stream(MailWay.Safety.values())
                        .collect(
                                Collectors.toMap(
                                        Enum::name,
                                        MailWay.Safety::label,
                                        (one, other) -> one,
                                        LinkedHashMap::new));
        return new ModelAndView(
                "messages/settings",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new MessageSettingsView(
                                forms.sign(),
                                forms.mail(),
                                forms.text(),
                                forms.mailTest(),
                                forms.textTest(),
                                forms.mail().choices("safety", safeties),
                                now.mailOn(),
                                now.textOn(),
                                now.mail() != null,
                                now.text() != null,
                                String.join(", ", settings.hosts()),
                                settings.linksPossible(),
                                "/incoming/texts/" + permit.organization().value(),
                                tested.equals("mail"),
                                tested.equals("text"))));
    }

    private static LocalTime time(Form form, String field) {
        try {
            return LocalTime.parse(form.value(field).strip());
        } catch (DateTimeParseException noTime) {
            form.refused(
                    java.util.List.of(
                            new care.trellis.base.Problem(
                                    field, "TIME_FORM", "Enter a time such as 21:00.")));
            return LocalTime.MIDNIGHT;
        }
    }
}
