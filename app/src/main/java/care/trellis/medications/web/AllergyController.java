package care.trellis.medications.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.medications.Allergies;
import care.trellis.medications.Allergy;
import care.trellis.medications.AllergyId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a client must not have; it stands on the page of the list. */
@Controller
@RequestMapping("/clients/{client}/allergies")
class AllergyController {

    private final Allergies allergies;
    private final Lists lists;

    AllergyController(Allergies allergies, Lists lists) {
        this.allergies = allergies;
        this.lists = lists;
    }

    @PostMapping
    @Requires(value = Action.MEDICATION_EDIT, client = "client")
    ModelAndView note(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () ->
                        allergies.note(
                                permit,
                                form.key(),
                                client,
                                form.value("substance"),
                                form.value("reaction"),
                                form.choice("severity", Allergy.Severity.UNKNOWN)),
                path(client),
                () -> lists.page(permit, frame, client, form, null));
    }

    @PostMapping("/none")
    @Requires(value = Action.MEDICATION_EDIT, client = "client")
    ModelAndView none(Permit permit, Frame frame, @PathVariable ClientId client) {
        var form = Form.empty();
        return Saving.save(
                form,
                () -> allergies.noneKnown(permit, client),
                path(client),
                () -> lists.page(permit, frame, client, form, null));
    }

    @PostMapping("/{allergy}/taken-back")
    @Requires(value = Action.MEDICATION_EDIT, client = "client")
    ModelAndView takeBack(
            Permit permit,
            Frame frame,
            @PathVariable ClientId client,
            @PathVariable AllergyId allergy,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> allergies.takeBack(permit, client, allergy, form.value("why")),
                path(client),
                () -> lists.page(permit, frame, client, form, allergy));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.value() + "/medications";
    }
}
