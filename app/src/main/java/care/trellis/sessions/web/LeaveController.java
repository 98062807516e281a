package care.trellis.sessions.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.StaffId;
import care.trellis.sessions.CoverNeed;
import care.trellis.sessions.Leave;
import care.trellis.sessions.Leaves;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Tracks;
import care.trellis.web.Choice;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is away, and on one page who covers each of their sessions. */
@Controller
@RequestMapping("/leaves")
class LeaveController {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);

    private final Leaves leaves;
    private final Tracks tracks;
    private final HomeTime home;
    private final Access access;

    LeaveController(Leaves leaves, Tracks tracks, HomeTime home, Access access) {
        this.leaves = leaves;
        this.tracks = tracks;
        this.home = home;
        this.access = access;
    }

    @GetMapping
    @Requires(Action.SESSION_VIEW)
    ModelAndView list(Permit permit, Frame frame) {
        return list(
                permit, frame, Form.empty().with("from", home.today()).with("to", home.today()));
    }

    @PostMapping
    @Requires(Action.SESSION_EDIT)
    ModelAndView add(Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var staff = form.requiredId("staff", "Choose who is away.");
        var from = form.requiredDate("from", LocalDate.EPOCH, "Enter the first day.");
        var to = form.requiredDate("to", from, "Enter the last day.");
        return Saving.save(
                form,
                () ->
                        leaves.add(
                                permit,
                                form.key(),
                                new StaffId(Objects.requireNonNull(staff)),
                                from,
                                to),
                (UUID leave) -> "/leaves/" + leave,
                () -> list(permit, frame, form));
    }

    @GetMapping("/{leave}")
    @Requires(Action.SESSION_VIEW)
    ModelAndView page(Permit permit, Frame frame, @PathVariable UUID leave) {
        return page(permit, frame, leave, Map.of(), Map.of());
    }

    @PostMapping("/{leave}/cover")
    @Requires(Action.SESSION_EDIT)
    ModelAndView cover(
            Permit permit,
            Frame frame,
            @PathVariable UUID leave,
            @RequestParam Map<String, String> typed) {
        var wanted = new HashMap<SessionId, StaffId>();
        var zones = new HashMap<SessionId, ZoneId>();
        for (var need : leaves.needs(permit, leave)) {
            zones.put(need.session(), need.zone());
            var chosen = typed.getOrDefault("cover-" + need.session().value(), "");
            if (need.free().stream().anyMatch(it -> it.staff().value().toString().equals(chosen))) {
                wanted.put(need.session(), StaffId.of(chosen));
            }
        }
        var refused = Booking.ask(() -> leaves.cover(permit, leave, wanted));
        if (refused.isEmpty()) {
            return new ModelAndView("redirect:/leaves/" + leave);
        }
        var errors = new HashMap<SessionId, String>();
        refused.forEach((session, obstacles) ->
                errors.put(
                        session,
                        ConflictWords.all(obstacles, zones.getOrDefault(session, ZoneOffset.UTC))));
        return Saving.refused(page(permit, frame, leave, errors, typed));
    }

    @PostMapping("/{leave}/withdrawal")
    @Requires(Action.SESSION_EDIT)
    ModelAndView withdraw(Permit permit, @PathVariable UUID leave) {
        leaves.withdraw(permit, leave);
        return new ModelAndView("redirect:/leaves");
    }

    private ModelAndView list(Permit permit, Frame frame, Form form) {
        var staff = new LinkedHashMap<String, String>();
        tracks.choices(permit).staff().forEach(one -> staff.put(one.id().toString(), one.name()));
        form.key();
        return new ModelAndView(
                "sessions/leaves",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new LeavesView(
                                leaves.ahead(permit).stream().map(LeaveController::line).toList(),
                                form,
                                form.choices("staff", "Choose who is away", staff),
                                mayEdit(permit))));
    }

    private static LeavesView.Line line(Leave leave) {
        return new LeavesView.Line(
                "/leaves/" + leave.id(),
                leave.name(),
                days(leave),
                leave.uncovered(),
                leave.covered());
    }

    private ModelAndView page(
            Permit permit,
            Frame frame,
            UUID id,
            Map<SessionId, String> errors,
            Map<String, String> typed) {
        var leave = leaves.one(permit, id);
        var needs = leaves.needs(permit, id);
        return new ModelAndView(
                "sessions/leave",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new LeaveView(
                                "/leaves/" + id,
                                leave.name(),
                                days(leave),
                                needs.stream()
                                        .map(need ->
                                                need(
                                                        need,
                                                        errors.getOrDefault(need.session(), ""),
                                                        typed.getOrDefault(
                                                                "cover-" + need.session().value(),
                                                                "")))
                                        .toList(),
                                (int) needs.stream().filter(it -> it.covers() == null).count(),
                                mayEdit(permit))));
    }

    private static LeaveView.Need need(CoverNeed need, String error, String typed) {
        var choices = new ArrayList<Choice>();
        var covers = need.covers();
        if (covers == null) {
            choices.add(new Choice("", "Nobody yet", typed.isEmpty()));
        } else {
            choices.add(new Choice(covers.value().toString(), need.coversName(), true));
        }
        need.free().stream()
                .map(one ->
                        new Choice(
                                one.staff().value().toString(),
                                one.name(),
                                one.staff().value().toString().equals(typed)))
                .forEach(choices::add);
        return new LeaveView.Need(
                "cover-" + need.session().value(),
                DAY.format(need.startsAt().atZone(need.zone())),
                TIME.format(need.startsAt().atZone(need.zone()))
                        + " – "
                        + TIME.format(need.endsAt().atZone(need.zone())),
                need.title(),
                need.lead() ? "leads" : "second",
                covers != null,
                choices,
                error);
    }

    private boolean mayEdit(Permit permit) {
        return access.mayByRole(permit.actor(), Action.SESSION_EDIT);
    }

    private static String days(Leave leave) {
        return leave.from().equals(leave.to())
                ? When.day(leave.from())
                : When.day(leave.from()) + " to " + When.day(leave.to());
    }
}
