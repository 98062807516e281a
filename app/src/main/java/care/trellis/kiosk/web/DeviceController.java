package care.trellis.kiosk.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.kiosk.Calls;
import care.trellis.kiosk.Device;
import care.trellis.kiosk.DeviceId;
import care.trellis.kiosk.Devices;
import care.trellis.kiosk.Pairing;
import care.trellis.organizations.SiteId;
import care.trellis.web.Addresses;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.QrCode;
import care.trellis.web.Saving;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where staff pair tablets and wall displays, and end them. */
@Controller
@RequestMapping("/kiosks")
class DeviceController {

    private final Devices devices;
    private final Calls calls;
    private final Addresses addresses;
    private final Clock clock;

    DeviceController(Devices devices, Calls calls, Addresses addresses, Clock clock) {
        this.devices = devices;
        this.calls = calls;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GetMapping
    @Requires(value = Action.DEVICE_PAIR, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView list(Permit permit, Frame frame) {
        return page(permit, frame, Form.empty());
    }

    @PostMapping
    @Requires(value = Action.DEVICE_PAIR, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView make(
            Permit permit,
            Frame frame,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var site = form.requiredId("site", "Choose the site.");
        var kind = form.choice("kind", Device.Kind.KIOSK);
        if (site != null && !form.wrong()) {
            switch (devices.make(permit, form.key(), new SiteId(site), kind, form.value("name"))) {
                case Change.Done<Pairing>(var pairing) -> {
                    return link(frame, request, pairing);
                }
                case Change.Refused<Pairing>(var problems) -> form.refused(problems);
            }
        }
        return Saving.refused(page(permit, frame, form));
    }

    @PostMapping("/{device}/link")
    @Requires(value = Action.DEVICE_PAIR, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView renew(
            Permit permit, Frame frame, HttpServletRequest request, @PathVariable UUID device) {
        return link(frame, request, devices.renew(permit, new DeviceId(device)));
    }

    @PostMapping("/{device}/end")
    @Requires(value = Action.DEVICE_PAIR, purpose = Permit.Purpose.OPERATIONS)
    String end(Permit permit, @PathVariable UUID device) {
        devices.revoke(permit, new DeviceId(device));
        return "redirect:/kiosks";
    }

    /** Somebody goes to whoever pressed "I am not OK". */
    @PostMapping("/calls/{call}/taken")
    @Requires(Action.CALL_TAKE)
    String take(Permit permit, @PathVariable UUID call) {
        calls.take(permit, call);
        return "redirect:/";
    }

    private ModelAndView link(Frame frame, HttpServletRequest request, Pairing pairing) {
        var address = addresses.of(request, pairing.path());
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("name", pairing.name());
        model.put("address", address);
        model.put("picture", QrCode.of(address));
        model.put("minutes", Devices.LINK_WAITS.toMinutes());
        return new ModelAndView("kiosk/link", model);
    }

    private ModelAndView page(Permit permit, Frame frame, Form form) {
        form.key();
        var sites = new LinkedHashMap<String, String>();
        devices.sites(permit).forEach((id, name) -> sites.put(id.toString(), name));
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : Device.Kind.values()) {
            kinds.put(kind.name(), kind.label());
        }
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("sites", form.choices("site", sites));
        model.put("kinds", form.choices("kind", kinds));
        model.put(
                "devices",
                devices.all(permit).stream()
                        .map(device ->
                                new DeviceRow(
                                        "/kiosks/" + device.id().value(),
                                        device.name(),
                                        device.kind().label(),
                                        device.siteName(),
                                        standing(device, clock.instant()),
                                        live(device, clock.instant()),
                                        device.strays()))
                        .toList());
        return new ModelAndView("kiosk/devices", model);
    }

    private static boolean live(Device device, Instant now) {
        var seen = device.seenAt();
        return device.pairedAt() != null
                && seen != null
                && Duration.between(seen, now).toMinutes() < 3;
    }

    private static String standing(Device device, Instant now) {
        var seen = device.seenAt();
        if (device.pairedAt() == null || seen == null) {
            return "Not paired yet";
        }
        long minutes = Duration.between(seen, now).toMinutes();
        if (minutes < 3) {
            return "On";
        }
        if (minutes < 90) {
            return "Silent for %d minutes".formatted(minutes);
        }
        return minutes < 48 * 60
                ? "Silent for %d hours".formatted(minutes / 60)
                : "Silent for %d days".formatted(minutes / (24 * 60));
    }
}
