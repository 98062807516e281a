package care.trellis.downtime.web;

import care.trellis.attendance.Mark;
import care.trellis.attendance.Status;
import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.downtime.Sheets;
import care.trellis.sessions.DatedSession;
import care.trellis.sessions.SessionId;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.web.Tone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One paper sheet, entered line by line: code, in, out, Enter. */
@Controller
@RequestMapping("/downtime/sheets/{session}")
class SheetController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm a", Locale.US);

    private final Sheets sheets;

    SheetController(Sheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView page(Permit permit, Frame frame, @PathVariable SessionId session) {
        return page(permit, frame, session, Form.empty(), "", Tone.INFO, null);
    }

    @PostMapping
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView enter(
            Permit permit,
            Frame frame,
            @PathVariable SessionId session,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var line =
                sheets.enter(
                        permit,
                        form.key(),
                        session,
                        form.value("code"),
                        form.value("in"),
                        form.value("out"));
        var zone = sheets.sheet(permit, session).session().zone();
        return switch (line) {
            case Sheets.Line.Taken(var name, var mark) ->
                    page(
                            permit,
                            frame,
                            session,
                            Form.empty(),
                            name + ", " + words(mark, zone) + ": entered.",
                            Tone.GOOD,
                            null);
            case Sheets.Line.Same(var name, var mark) ->
                    page(
                            permit,
                            frame,
                            session,
                            Form.empty(),
                            name + ", " + words(mark, zone) + ": stood there already.",
                            Tone.INFO,
                            null);
            case Sheets.Line.Differs(var client, var name, var mark, var arrived, var left) ->
                    Saving.refused(
                            page(
                                    permit,
                                    frame,
                                    session,
                                    Form.empty(),
                                    "",
                                    Tone.WATCH,
                                    new SheetView.Differs(
                                            name,
                                            client.value().toString(),
                                            words(mark, zone),
                                            times(arrived, left, zone),
                                            arrived.toString(),
                                            left == null ? "" : left.toString(),
                                            Ids.next())));
            case Sheets.Line.Wrong(var field, var why) ->
                    Saving.refused(
                            page(
                                    permit,
                                    frame,
                                    session,
                                    form.refused(List.of(new Problem(field, "WRONG", why))),
                                    "",
                                    Tone.BAD,
                                    null));
        };
    }

    @PostMapping("/corrections")
    @Requires(value = Action.ATTENDANCE_CORRECT, session = "session")
    ModelAndView believePaper(
            Permit permit,
            @PathVariable SessionId session,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        try {
            sheets.believePaper(
                    permit,
                    form.key(),
                    session,
                    ClientId.of(form.value("client")),
                    Instant.parse(form.value("arrived")),
                    form.value("left").isEmpty() ? null : Instant.parse(form.value("left")));
        } catch (DateTimeParseException | IllegalArgumentException notOfThisPage) {
            throw new care.trellis.base.NotFound();
        }
        return new ModelAndView("redirect:/downtime/sheets/" + session.value());
    }

    private ModelAndView page(
            Permit permit,
            Frame frame,
            SessionId session,
            Form form,
            String said,
            Tone tone,
            SheetView.@Nullable Differs differs) {
        var sheet = sheets.sheet(permit, session);
        var found = sheet.session();
        long here =
                sheet.places().stream()
                        .filter(one -> one.mark().status() != Status.EXPECTED)
                        .count();
        return new ModelAndView(
                "downtime/sheet",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new SheetView(
                                found.title(),
                                when(found),
                                "/downtime/sheets/" + session.value(),
                                form,
                                said,
                                tone,
                                differs,
                                String.valueOf(here),
                                String.valueOf(sheet.places().size()),
                                sheet.places().stream()
                                        .map(one -> row(one, found.zone()))
                                        .toList())));
    }

    private static SheetView.Row row(Sheets.Place place, ZoneId zone) {
        var mark = place.mark();
        return new SheetView.Row(
                place.code().isEmpty() ? "–" : place.code(),
                place.name(),
                time(mark.arrivedAt(), zone),
                time(mark.leftAt(), zone),
                mark.status() == Status.EXPECTED ? "Not entered" : mark.status().label(),
                switch (mark.status()) {
                    case PRESENT -> Tone.GOOD;
                    case EXPECTED -> Tone.NEUTRAL;
                    case ABSENT, EXCUSED -> Tone.WATCH;
                });
    }

    private static String when(DatedSession session) {
        return WHEN.format(session.startsAt().atZone(session.zone()))
                + " to "
                + TIME.format(session.endsAt().atZone(session.zone()));
    }

    private static String words(Mark mark, ZoneId zone) {
        var arrived = mark.arrivedAt();
        return arrived == null
                ? mark.status().label().toLowerCase(Locale.ROOT)
                : times(arrived, mark.leftAt(), zone);
    }

    private static String times(Instant arrived, @Nullable Instant left, ZoneId zone) {
        return left == null
                ? "from " + time(arrived, zone)
                : time(arrived, zone) + " to " + time(left, zone);
    }

    private static String time(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? "" : TIME.format(moment.atZone(zone));
    }
}
