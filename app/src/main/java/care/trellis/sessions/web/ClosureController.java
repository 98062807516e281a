package care.trellis.sessions.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.organizations.HomeTime;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.Closed;
import care.trellis.sessions.Closure;
import care.trellis.sessions.Closures;
import care.trellis.sessions.Holidays;
import care.trellis.sessions.Planner;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Closed days: the snow day with one press, holidays planned ahead, and taking one back. */
@Controller
@RequestMapping("/closures")
class ClosureController {

    private static final int HOLIDAYS = 4;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", Locale.US);

    private final Closures closures;
    private final Planner planner;
    private final HomeTime home;
    private final Access access;

    ClosureController(Closures closures, Planner planner, HomeTime home, Access access) {
        this.closures = closures;
        this.planner = planner;
        this.home = home;
        this.access = access;
    }

    @GetMapping
    @Requires(Action.SESSION_VIEW)
    ModelAndView page(
            Permit permit,
            Frame frame,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason) {
        var form =
                Form.empty()
                        .with("from", day.isEmpty() ? home.today() : day)
                        .with("to", day.isEmpty() ? home.today() : day)
                        .with("effect", Closure.Effect.CANCEL)
                        .with("reason", reason.isEmpty() ? null : reason);
        return page(permit, frame, form, "", List.of());
    }

    /** What the typed closure would touch: asked whenever a field changes. */
    @PostMapping("/preview")
    @Requires(Action.SESSION_EDIT)
    ModelAndView preview(Permit permit, @RequestParam MultiValueMap<String, String> sent) {
        var typed = read(permit, Form.typed(sent), false);
        return new ModelAndView(
                "sessions/closureEffect",
                Map.of(
                        "words",
                        typed == null
                                ? ""
                                : words(
                                        closures.preview(
                                                permit,
                                                typed.site(),
                                                typed.from(),
                                                typed.to(),
                                                typed.effect()),
                                        typed.effect())));
    }

    @PostMapping
    @Requires(Action.SESSION_EDIT)
    ModelAndView close(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var typed = read(permit, form, true);
        if (typed != null) {
            var closed =
                    closures.close(
                            permit,
                            form.key(),
                            typed.site(),
                            typed.from(),
                            typed.to(),
                            typed.effect(),
                            form.value("reason"));
            if (closed instanceof Closed.Done) {
                return new ModelAndView("redirect:/closures");
            }
            form.refused(List.of(new Problem("from", "REFUSED", words(closed, typed.effect()))));
        }
        return Saving.refused(page(permit, frame, form, "", List.of()));
    }

    @PostMapping("/{closure}/lift")
    @Requires(Action.SESSION_EDIT)
    ModelAndView lift(Permit permit, Frame frame, @PathVariable UUID closure) {
        var lifted = closures.lift(permit, closure);
        return lifted instanceof Closed.Lifted(var sessions, var blocked) && !blocked.isEmpty()
                ? page(
                        permit,
                        frame,
                        Form.empty().with("effect", Closure.Effect.CANCEL),
                        sessions
                                + " take place again; these stay called off, because room or staff are taken meanwhile",
                        blocked)
                : new ModelAndView("redirect:/closures");
    }

    private record Typed(SiteId site, LocalDate from, LocalDate to, Closure.Effect effect) {}

    private @Nullable Typed read(Permit permit, Form form, boolean whole) {
        var site = form.requiredId("site", "Choose the site.");
        var from = form.requiredDate("from", LocalDate.EPOCH, "Enter the first day.");
        var to = form.date("to");
        var effect = form.choice("effect", Closure.Effect.CANCEL);
        if (to != null && to.isBefore(from)) {
            form.refused(
                    List.of(new Problem("to", "INVALID", "The last day is before the first.")));
        }
        if (whole && form.value("reason").isBlank()) {
            form.refused(List.of(new Problem("reason", "MISSING", "Say why, such as Snow.")));
        }
        return form.wrong() || site == null
                ? null
                : new Typed(new SiteId(site), from, to == null ? from : to, effect);
    }

    private static String words(Closed closed, Closure.Effect effect) {
        return switch (closed) {
            case Closed.Done(int sessions, int clients, int begun) ->
                    "%s %s, %s expected there%s"
                            .formatted(
                                    count(sessions, "session"),
                                    effect == Closure.Effect.CANCEL
                                            ? sessions == 1 ? "is called off" : "are called off"
                                            : sessions == 1 ? "meets by video" : "meet by video",
                                    count(clients, "client"),
                                    begun == 0
                                            ? ""
                                            : ". "
                                                    + count(begun, "session")
                                                    + " that has begun stays");
            case Closed.Past _ -> "These days are over; choose a day to come.";
            case Closed.ClosedAlready(var closure) ->
                    "Closed already: %s, %s.".formatted(closure.reason(), days(closure));
            case Closed.Lifted _ -> "Taken back.";
        };
    }

    private ModelAndView page(
            Permit permit, Frame frame, Form form, String notice, List<String> blocked) {
        boolean mayEdit = access.mayByRole(permit.actor(), Action.SESSION_EDIT);
        var today = home.today();
        var sites = new LinkedHashMap<String, String>();
        planner.sites(permit)
                .forEach(site -> sites.put(site.site().value().toString(), site.name()));
        form.key();
        var ahead = closures.ahead(permit, today);
        return new ModelAndView(
                "sessions/closures",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new ClosuresView(
                                ahead.stream().map(one -> line(one, mayEdit)).toList(),
                                form,
                                form.choices("site", sites),
                                form.choices("effect", effects()),
                                Holidays.next(today, HOLIDAYS).stream()
                                        .filter(one ->
                                                ahead.stream()
                                                        .noneMatch(it ->
                                                                !it.from().isAfter(one.day())
                                                                        && !it.to()
                                                                                .isBefore(
                                                                                        one.day())))
                                        .map(one ->
                                                new ClosuresView.Suggestion(
                                                        one.name(),
                                                        DAY.format(one.day()),
                                                        one.day().toString()))
                                        .toList(),
                                notice,
                                blocked,
                                mayEdit)));
    }

    private static Map<String, String> effects() {
        var labels = new LinkedHashMap<String, String>();
        for (var effect : Closure.Effect.values()) {
            labels.put(effect.name(), effect.label());
        }
        return labels;
    }

    private static ClosuresView.Line line(Closure one, boolean mayEdit) {
        return new ClosuresView.Line(
                one.reason(),
                one.siteName(),
                days(one),
                (one.effect() == Closure.Effect.CANCEL ? "called off: " : "by video: ")
                        + count(one.sessions(), "session"),
                mayEdit ? "/closures/" + one.id() + "/lift" : "");
    }

    private static String days(Closure one) {
        return one.from().equals(one.to())
                ? DAY.format(one.from())
                : When.day(one.from()) + " to " + When.day(one.to());
    }

    private static String count(int number, String what) {
        return number == 1 ? "1 " + what : number + " " + what + "s";
    }
}
