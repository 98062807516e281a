package care.trellis.organizations.web;

import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.Room;
import care.trellis.organizations.RoomId;
import care.trellis.organizations.Site;
import care.trellis.organizations.SiteDetails;
import care.trellis.organizations.SiteId;
import care.trellis.organizations.Sites;
import care.trellis.organizations.Zones;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Line;
import care.trellis.web.Saving;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sites with their zones, and their rooms. */
@Controller
class SiteController {

    private final Sites sites;

    SiteController(Sites sites) {
        this.sites = sites;
    }

    @GetMapping("/settings/sites")
    @Requires(value = Action.ORGANIZATION_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView list(Permit permit, Frame frame) {
        var rooms = sites.rooms(permit);
        var lines =
                sites.all(permit).stream()
                        .map(site ->
                                Line.of(
                                        site.details().name(),
                                        "/settings/sites/" + site.id().value(),
                                        site.retired(),
                                        zone(site),
                                        rooms.stream()
                                                        .filter(it -> it.site().equals(site.id()))
                                                        .filter(it -> !it.retired())
                                                        .count()
                                                + " rooms"))
                        .toList();
        return new ModelAndView("organizations/sites", Map.of("frame", frame, "lines", lines));
    }

    @GetMapping("/settings/sites/new")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView fresh(Frame frame) {
        return page(frame, Form.empty(), "", List.of(), Form.empty());
    }

    @PostMapping("/settings/sites")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView add(@RequestParam MultiValueMap<String, String> sent, Permit permit, Frame frame) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> sites.add(permit, form.key(), details(form)),
                (SiteId id) -> "/settings/sites/" + id.value(),
                () -> page(frame, form, "", List.of(), Form.empty()));
    }

    @GetMapping("/settings/sites/{site}")
    @Requires(value = Action.ORGANIZATION_VIEW, purpose = Permit.Purpose.OPERATIONS, site = "site")
    ModelAndView one(@PathVariable SiteId site, Permit permit, Frame frame) {
        var found = sites.one(permit, site);
        return page(frame, form(found), path(site), rooms(permit, site), Form.empty());
    }

    @PostMapping("/settings/sites/{site}")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS, site = "site")
    ModelAndView change(
            @PathVariable SiteId site,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> sites.change(permit, site, details(form), form.ticked("retired")),
                "/settings/sites",
                () -> page(frame, form, path(site), rooms(permit, site), Form.empty()));
    }

    @PostMapping("/settings/sites/{site}/rooms")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS, site = "site")
    ModelAndView addRoom(
            @PathVariable SiteId site,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var found = sites.one(permit, site);
        var form = Form.typed(sent);
        int capacity = form.requiredWhole("capacity");
        return Saving.save(
                form,
                () -> sites.addRoom(permit, form.key(), site, form.value("room"), capacity),
                path(site),
                () -> page(frame, form(found), path(site), rooms(permit, site), form));
    }

    @GetMapping("/settings/rooms/{room}")
    @Requires(value = Action.ORGANIZATION_VIEW, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView room(@PathVariable RoomId room, Permit permit, Frame frame) {
        var found = sites.room(permit, room);
        var form =
                Form.empty()
                        .with("name", found.name())
                        .with("capacity", found.capacity())
                        .with("retired", found.retired());
        return room(frame, form, found);
    }

    @PostMapping("/settings/rooms/{room}")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView changeRoom(
            @PathVariable RoomId room,
            @RequestParam MultiValueMap<String, String> sent,
            Permit permit,
            Frame frame) {
        var found = sites.room(permit, room);
        var form = Form.typed(sent);
        int capacity = form.requiredWhole("capacity");
        return Saving.save(
                form,
                () ->
                        sites.changeRoom(
                                permit, room, form.value("name"), capacity, form.ticked("retired")),
                path(found.site()),
                () -> room(frame, form, found));
    }

    private static ModelAndView room(Frame frame, Form form, Room room) {
        return new ModelAndView(
                "organizations/room",
                Map.of(
                        "frame",
                        frame,
                        "form",
                        form,
                        "path",
                        "/settings/rooms/" + room.id().value(),
                        "sitePath",
                        path(room.site())));
    }

    private List<Line> rooms(Permit permit, SiteId site) {
        return sites.rooms(permit).stream()
                .filter(it -> it.site().equals(site))
                .map(it ->
                        Line.of(
                                it.name(),
                                "/settings/rooms/" + it.id().value(),
                                it.retired(),
                                it.capacity() + " people"))
                .toList();
    }

    private static ModelAndView page(
            Frame frame, Form form, String path, List<Line> rooms, Form roomForm) {
        return new ModelAndView(
                "organizations/site",
                Map.of(
                        "frame", frame,
                        "form", form,
                        "path", path,
                        "zones",
                                form.choices(
                                        "timeZone",
                                        "Choose the time zone",
                                        Zones.with(form.value("timeZone"))),
                        "rooms", rooms,
                        "roomForm", roomForm));
    }

    private static SiteDetails details(Form form) {
        return new SiteDetails(
                form.value("name"),
                form.value("timeZone"),
                form.value("npi"),
                form.value("addressLine"),
                form.value("city"),
                form.value("state"),
                form.value("postalCode"));
    }

    private static Form form(Site site) {
        var details = site.details();
        return Form.empty()
                .with("name", details.name())
                .with("timeZone", details.timeZone())
                .with("npi", details.npi())
                .with("addressLine", details.addressLine())
                .with("city", details.city())
                .with("state", details.state())
                .with("postalCode", details.postalCode())
                .with("retired", site.retired());
    }

    private static String zone(Site site) {
        var zone = site.details().timeZone();
        return Zones.with(zone).getOrDefault(zone, zone);
    }

    private static String path(SiteId site) {
        return "/settings/sites/" + site.value();
    }
}
