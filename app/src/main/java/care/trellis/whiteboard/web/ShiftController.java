package care.trellis.whiteboard.web;

import care.trellis.access.LiveNews;
import care.trellis.attendance.Attendance;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.kiosk.Calls;
import care.trellis.measures.Alerts;
import care.trellis.sessions.Sessions;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tab;
import care.trellis.whiteboard.HandOvers;
import care.trellis.whiteboard.Shifts;
import care.trellis.whiteboard.Tasks;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The whiteboard of a shift, as staff see and use it. */
@Controller
@RequestMapping("/shift")
class ShiftController {

    /** Changes that move something on the board. */
    private static final Set<String> TOPICS =
            Set.of(Attendance.TOPIC, Sessions.ROSTER, Alerts.TOPIC, Calls.TOPIC, Shifts.TOPIC);

    private final Shifts shifts;
    private final Tasks tasks;
    private final HandOvers handOvers;
    private final ShiftViews views;
    private final LiveNews live;

    ShiftController(
            Shifts shifts, Tasks tasks, HandOvers handOvers, ShiftViews views, LiveNews live) {
        this.shifts = shifts;
        this.tasks = tasks;
        this.handOvers = handOvers;
        this.views = views;
        this.live = live;
    }

    @GetMapping
    @Requires(Action.SHIFT_VIEW)
    String first(Permit permit) {
        return "redirect:/shift/"
                + shifts.sites(permit).keySet().stream().findFirst().orElseThrow(NotFound::new);
    }

    @GetMapping("/{site}")
    @Requires(value = Action.SHIFT_VIEW, site = "site")
    ModelAndView page(Permit permit, Frame frame, @PathVariable UUID site) {
        return page(permit, frame, site, Form.empty());
    }

    /** The board alone, for a page that heard of a change. */
    @GetMapping("/{site}/now")
    @Requires(value = Action.SHIFT_VIEW, site = "site")
    ModelAndView now(Permit permit, Frame frame, @PathVariable UUID site) {
        return new ModelAndView(
                "whiteboard/board",
                Map.of(
                        "view",
                        views.staff(
                                permit,
                                shifts.now(permit, site),
                                tasks.open(permit, site),
                                handOvers.of(permit, site)),
                        "csrf",
                        frame.csrf()));
    }

    @GetMapping(path = "/{site}/live", produces = "text/event-stream")
    @Requires(value = Action.SHIFT_VIEW, site = "site")
    SseEmitter live(
            Permit permit,
            @PathVariable UUID site,
            @RequestParam long since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        return live.signal(
                permit,
                "shift",
                Instant.ofEpochMilli(last == null ? since : last),
                change -> TOPICS.contains(change.topic()));
    }

    /** Everybody who is in the building now: to count at the meeting point. */
    @GetMapping("/{site}/roll")
    @Requires(value = Action.SHIFT_VIEW, site = "site", purpose = Permit.Purpose.OPERATIONS)
    ModelAndView roll(Permit permit, Frame frame, @PathVariable UUID site) {
        var shift = shifts.open(permit, site);
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("path", "/shift/" + site);
        model.put("place", shift.siteName());
        model.put("time", ShiftViews.time(shift.now(), shift.zone()));
        model.put("count", shift.inTheBuilding().size());
        model.put(
                "rooms",
                RollRoom.of(shift.inTheBuilding(), at -> ShiftViews.time(at, shift.zone())));
        return new ModelAndView("whiteboard/roll", model);
    }

    @PostMapping("/{site}/tasks")
    @Requires(value = Action.SHIFT_WRITE, site = "site")
    ModelAndView add(
            Permit permit,
            Frame frame,
            @PathVariable UUID site,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        return Saving.save(
                form,
                () -> tasks.add(permit, form.key(), site, form.value("words")),
                "/shift/" + site,
                () -> page(permit, frame, site, form));
    }

    @PostMapping("/{site}/tasks/{task}/owner")
    @Requires(value = Action.SHIFT_WRITE, site = "site")
    String take(Permit permit, @PathVariable UUID site, @PathVariable UUID task) {
        tasks.take(permit, site, task);
        return "redirect:/shift/" + site;
    }

    @PostMapping("/{site}/tasks/{task}/done")
    @Requires(value = Action.SHIFT_WRITE, site = "site")
    String done(Permit permit, @PathVariable UUID site, @PathVariable UUID task) {
        tasks.done(permit, site, task);
        return "redirect:/shift/" + site;
    }

    private ModelAndView page(Permit permit, Frame frame, UUID site, Form task) {
        task.key();
        var shift = shifts.open(permit, site);
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("csrf", frame.csrf());
        model.put("task", task);
        model.put(
                "view",
                views.staff(permit, shift, tasks.open(permit, site), handOvers.of(permit, site)));
        model.put("live", "/shift/%s/live?since=%d".formatted(site, System.currentTimeMillis()));
        model.put(
                "sites",
                shifts.sites(permit).entrySet().stream()
                        .map(one ->
                                new Tab(
                                        one.getValue(),
                                        "/shift/" + one.getKey(),
                                        one.getKey().equals(site)))
                        .toList());
        return new ModelAndView("whiteboard/shift", model);
    }
}
