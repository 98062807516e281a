package care.trellis.sessions.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.Modality;
import care.trellis.sessions.SeriesChange;
import care.trellis.sessions.SeriesDates;
import care.trellis.sessions.SessionDates;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.sessions.TrackId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The dates of a block: leaving one out, putting it back, adding one. */
@Controller
class DatesController {

    private static final int DAYS_BACK = 7;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm", Locale.US);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.US);

    private final SessionDates dates;
    private final Sessions sessions;
    private final Access access;
    private final Clock clock;

    DatesController(SessionDates dates, Sessions sessions, Access access, Clock clock) {
        this.dates = dates;
        this.sessions = sessions;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/tracks/{track}/blocks/{block}")
    @Requires(Action.SESSION_VIEW)
    ModelAndView page(
            Permit permit, Frame frame, @PathVariable TrackId track, @PathVariable UUID block) {
        return page(permit, frame, track, block, Form.empty());
    }

    @PostMapping("/tracks/{track}/blocks/{block}/dates")
    @Requires(Action.SESSION_EDIT)
    ModelAndView add(
            Permit permit,
            Frame frame,
            @PathVariable TrackId track,
            @PathVariable UUID block,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var zone =
                dates.dates(permit, track, block, LocalDate.MAX.minusYears(1))
                        .orElseThrow(NotFound::new)
                        .zone();
        var date = form.date("date");
        if (date == null) {
            refuse(form, "Enter the day to add.");
            return Saving.refused(page(permit, frame, track, block, form));
        }
        var outcome = Booking.ask(() -> dates.addDate(permit, track, block, date));
        if (outcome instanceof SeriesChange.Changed) {
            return new ModelAndView("redirect:" + path(track, block));
        }
        refuse(form, why(outcome, zone));
        return Saving.refused(page(permit, frame, track, block, form));
    }

    @PostMapping("/sessions/{session}/left-out")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView leaveOut(
            Permit permit,
            @PathVariable SessionId session,
            @RequestParam(name = "back") String back) {
        dates.leaveOut(permit, session);
        return new ModelAndView("redirect:" + local(back));
    }

    @PostMapping("/sessions/{session}/put-back")
    @Requires(value = Action.SESSION_EDIT, session = "session")
    ModelAndView putBack(
            Permit permit,
            Frame frame,
            @PathVariable SessionId session,
            @RequestParam(name = "track") TrackId track,
            @RequestParam(name = "block") UUID block) {
        var outcome = Booking.ask(() -> dates.putBack(permit, session));
        if (outcome instanceof SeriesChange.Changed) {
            return new ModelAndView("redirect:" + path(track, block));
        }
        var form = Form.empty();
        form.refused(
                List.of(
                        new Problem(
                                "",
                                "REFUSED",
                                why(
                                        outcome,
                                        sessions.find(permit, session)
                                                .map(DatedSession::zone)
                                                .orElseThrow(NotFound::new)))));
        return Saving.refused(page(permit, frame, track, block, form));
    }

    private static void refuse(Form form, String why) {
        form.refused(List.of(new Problem("date", "REFUSED", why)));
    }

    private static String why(SeriesChange outcome, ZoneId zone) {
        var view = EffectView.of(outcome, zone);
        return (view.title() + " " + String.join(" ", view.lines()) + " " + view.free()).strip();
    }

    private static String local(String back) {
        return back.startsWith("/tracks/") ? back : "/tracks";
    }

    private static String path(TrackId track, UUID block) {
        return "/tracks/" + track.value() + "/blocks/" + block;
    }

    private ModelAndView page(Permit permit, Frame frame, TrackId track, UUID block, Form form) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var found =
                dates.dates(permit, track, block, today.minusDays(DAYS_BACK))
                        .orElseThrow(NotFound::new);
        boolean mayEdit = access.mayByRole(permit.actor(), Action.SESSION_EDIT);
        var plan = found.plan();
        return new ModelAndView(
                "sessions/dates",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new DatesView(
                                path(track, block),
                                "/tracks/" + track.value(),
                                track.value().toString(),
                                block.toString(),
                                found.track(),
                                plan.title(),
                                plan.recurrence().sentence() + " · " + TrackViews.times(plan),
                                found.sessions().stream()
                                        .map(one -> line(one, found, mayEdit))
                                        .toList(),
                                form,
                                mayEdit)));
    }

    private DatesView.Line line(SeriesDates.Session one, SeriesDates found, boolean mayEdit) {
        var starts = one.startsAt().atZone(found.zone());
        boolean ahead = one.startsAt().isAfter(clock.instant());
        boolean off = !one.cancelReason().isEmpty();
        var details = new ArrayList<String>();
        details.add(TIME.format(starts) + " – " + TIME.format(one.endsAt().atZone(found.zone())));
        if (!one.room().isEmpty()) {
            details.add(DatedSession.roomWords(one.room()));
        }
        if (one.modality() == Modality.VIDEO) {
            details.add("video");
        }
        details.add(one.staff().isEmpty() ? "nobody leads it" : one.staff());
        boolean moved = !starts.toLocalDate().equals(one.slot());
        var word =
                off
                        ? one.cancelReason()
                        : moved
                                ? "Moved from "
                                        + MONTH.format(one.slot())
                                        + " "
                                        + one.slot().getDayOfMonth()
                                : one.changed()
                                        ? "Changed"
                                        : one.shifted() ? "Clock change: later" : "";
        return new DatesView.Line(
                "/sessions/" + one.id().value(),
                MONTH.format(starts),
                Integer.toString(starts.getDayOfMonth()),
                WEEKDAY.format(starts),
                String.join(" · ", details),
                word,
                off ? Tone.NEUTRAL : moved || one.changed() ? Tone.INFO : Tone.WATCH,
                off,
                mayEdit && ahead && !off,
                mayEdit && ahead && off);
    }
}
