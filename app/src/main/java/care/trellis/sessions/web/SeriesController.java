package care.trellis.sessions.web;

import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.Scope;
import care.trellis.sessions.Series;
import care.trellis.sessions.SeriesChange;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.sessions.Tracks;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.When;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Changes one dated session, it and all that follow, or all; what that does is said while typing.
 */
@Controller
@RequestMapping("/sessions/{session}/change")
class SeriesController {

    private final Series series;
    private final Sessions sessions;
    private final Tracks tracks;

    SeriesController(Series series, Sessions sessions, Tracks tracks) {
        this.series = series;
        this.sessions = sessions;
        this.tracks = tracks;
    }

    @GetMapping
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView page(Permit permit, Frame frame, @PathVariable SessionId session) {
        var plan = series.plan(permit, session);
        var form =
                RepeatEntry.fill(Form.empty(), plan.recurrence())
                        .with("scope", Scope.ONE)
                        .with("date", plan.from())
                        .with("starts", plan.starts())
                        .with("minutes", plan.minutes())
                        .with("title", plan.title())
                        .with("service", plan.serviceType())
                        .with("modality", plan.modality())
                        .with("room", plan.room() == null ? null : plan.room().value())
                        .with("lead", plan.lead().value())
                        .with("coLead", plan.coLead() == null ? null : plan.coLead().value());
        return page(permit, frame, session, form, EffectView.NONE);
    }

    /** What the typed change would do: asked whenever a field changes. */
    @PostMapping("/preview")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView preview(
            Permit permit,
            @PathVariable SessionId session,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var scope = form.choice("scope", Scope.ONE);
        var plan = new BlockEntry(form).changed(scope != Scope.ONE);
        return new ModelAndView(
                "sessions/effect",
                Map.of(
                        "view",
                        plan == null
                                ? EffectView.NONE
                                : EffectView.of(
                                        series.preview(permit, session, scope, plan),
                                        found(permit, session).zone())));
    }

    @PostMapping
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView change(
            Permit permit,
            Frame frame,
            @PathVariable SessionId session,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var scope = form.choice("scope", Scope.ONE);
        var plan = new BlockEntry(form).changed(scope != Scope.ONE);
        if (plan == null) {
            return Saving.refused(page(permit, frame, session, form, EffectView.NONE));
        }
        var outcome = Booking.ask(() -> series.change(permit, form.key(), session, scope, plan));
        if (outcome instanceof SeriesChange.Changed) {
            return new ModelAndView("redirect:/sessions/" + session.value());
        }
        var effect = EffectView.of(outcome, found(permit, session).zone());
        form.refused(List.of(new Problem("", "REFUSED", effect.title())));
        return Saving.refused(page(permit, frame, session, form, effect));
    }

    private DatedSession found(Permit permit, SessionId session) {
        return sessions.find(permit, session).orElseThrow(NotFound::new);
    }

    private ModelAndView page(
            Permit permit, Frame frame, SessionId id, Form form, EffectView effect) {
        var session = found(permit, id);
        boolean repeats = series.repeats(permit, id);
        form.key();
        var scopes =
                Arrays.stream(Scope.values())
                        .filter(scope -> repeats || scope == Scope.ONE)
                        .map(scope ->
                                new ChangeView.ScopeCard(
                                        scope.name(),
                                        scope.label(),
                                        words(scope),
                                        scope.name().equals(form.value("scope"))))
                        .toList();
        return new ModelAndView(
                "sessions/change",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new ChangeView(
                                "/sessions/" + id.value(),
                                session.title(),
                                When.time(session.startsAt(), session.zone()),
                                repeats,
                                scopes,
                                BlockForm.of(form, tracks.choices(permit), session.site()),
                                effect)));
    }

    private static String words(Scope scope) {
        return switch (scope) {
            case ONE -> "Another day, time, room or person, this once.";
            case FOLLOWING -> "From this date on. What was before stays as it was planned.";
            case ALL -> "From now on. What has begun or is on record stays.";
        };
    }
}
