package care.trellis.sessions.web;

import care.trellis.access.Access;
import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Problem;
import care.trellis.base.Requires;
import care.trellis.episodes.EpisodeId;
import care.trellis.organizations.ProgramId;
import care.trellis.sessions.BlockAddition;
import care.trellis.sessions.Enrollment;
import care.trellis.sessions.Recurrence;
import care.trellis.sessions.SeatReason;
import care.trellis.sessions.TrackCreation;
import care.trellis.sessions.TrackId;
import care.trellis.sessions.Tracks;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Tracks: the list, one track's week, and who is enrolled. */
@Controller
@RequestMapping("/tracks")
class TrackController {

    private final Tracks tracks;
    private final Access access;
    private final Clock clock;

    TrackController(Tracks tracks, Access access, Clock clock) {
        this.tracks = tracks;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Action.SESSION_VIEW)
    ModelAndView list(Permit permit, Frame frame) {
        return list(permit, frame, "", "", "");
    }

    @PostMapping
    @Requires(Action.SESSION_EDIT)
    ModelAndView create(
            Permit permit,
            Frame frame,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String program) {
        if (name.isBlank() || program.isEmpty()) {
            return Saving.refused(
                    list(permit, frame, name, program, "Give the track a name and a program"));
        }
        return switch (tracks.create(permit, key, ProgramId.of(program), name.strip())) {
            case TrackCreation.Created created -> to(created.track());
            case TrackCreation.NameTaken taken ->
                    Saving.refused(
                            list(
                                    permit,
                                    frame,
                                    name,
                                    program,
                                    "This site has a track of that name; choose another"));
        };
    }

    @GetMapping("/{track}")
    @Requires(Action.SESSION_VIEW)
    ModelAndView page(Permit permit, Frame frame, @PathVariable TrackId track) {
        return page(permit, frame, track, empty(permit, track), Form.empty());
    }

    @PostMapping("/{track}/blocks")
    @Requires(Action.SESSION_EDIT)
    ModelAndView addBlock(
            Permit permit,
            Frame frame,
            @PathVariable TrackId track,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var plan = new BlockEntry(form).block();
        if (plan != null) {
            switch (Booking.ask(() -> tracks.addBlock(permit, form.key(), track, plan))) {
                case BlockAddition.Added _ -> {
                    return to(track);
                }
                case BlockAddition.RoomElsewhere _ ->
                        refuse(form, "room", "Choose a room of this site");
                case BlockAddition.Taken(var obstacles) ->
                        refuse(form, "", ConflictWords.all(obstacles, zone(permit, track)));
            }
        }
        return Saving.refused(page(permit, frame, track, form, Form.empty()));
    }

    private static void refuse(Form form, String field, String fix) {
        form.refused(List.of(new Problem(field, "REFUSED", fix)));
    }

    @PostMapping("/{track}/blocks/{block}/end")
    @Requires(Action.SESSION_EDIT)
    ModelAndView endBlock(
            Permit permit,
            @PathVariable TrackId track,
            @PathVariable UUID block,
            @RequestParam LocalDate day) {
        tracks.endBlock(permit, track, block, day);
        return to(track);
    }

    @PostMapping("/{track}/enrollments")
    @Requires(Action.SESSION_EDIT)
    ModelAndView enroll(
            Permit permit,
            Frame frame,
            @PathVariable TrackId track,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var episode = form.requiredId("episode", "Choose who joins.");
        var from = form.date("enroll-from");
        if (from == null && !form.wrong()) {
            refuse(form, "enroll-from", "Give the first day.");
        }
        if (episode != null && from != null) {
            switch (tracks.enroll(
                    permit, form.key(), track, new EpisodeId(episode), from, form.value("why"))) {
                case Enrollment.Enrolled _ -> {
                    return to(track);
                }
                case Enrollment.AlreadyEnrolled _ ->
                        refuse(form, "episode", "This client is in the track already.");
                case Enrollment.NoSuchEpisode _ -> throw new NotFound();
                case Enrollment.OutsideEpisode(var admitted) ->
                        refuse(
                                form,
                                "enroll-from",
                                "The stay begins on %s; choose a day in it.".formatted(admitted));
                case Enrollment.AsksWhy(var concerns) -> {
                    refuse(form, "", String.join(" ", concerns));
                    refuse(
                            form,
                            "why",
                            SeatReason.fix(form.value("why"), "Say why, or choose another track."));
                }
            }
        }
        return Saving.refused(page(permit, frame, track, empty(permit, track), form));
    }

    @PostMapping("/{track}/enrollments/{enrollment}/end")
    @Requires(Action.SESSION_EDIT)
    ModelAndView endEnrollment(
            Permit permit,
            @PathVariable TrackId track,
            @PathVariable UUID enrollment,
            @RequestParam LocalDate day) {
        tracks.endEnrollment(permit, track, enrollment, day);
        return to(track);
    }

    private ModelAndView list(
            Permit permit, Frame frame, String name, String program, String error) {
        return new ModelAndView(
                "sessions/tracks",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        TrackViews.list(
                                tracks.all(permit),
                                tracks.choices(permit),
                                mayEdit(permit),
                                name,
                                program,
                                error)));
    }

    private Form empty(Permit permit, TrackId id) {
        return RepeatEntry.fill(
                        Form.empty(),
                        Recurrence.weekly(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY))
                .with("starts", "09:00")
                .with("minutes", 60)
                .with("from", clock.instant().atZone(zone(permit, id)).toLocalDate())
                .with("service", "GROUP_THERAPY")
                .with("modality", "IN_PERSON");
    }

    private ModelAndView page(Permit permit, Frame frame, TrackId id, Form form, Form enrolling) {
        var track = tracks.find(permit, id).orElseThrow(NotFound::new);
        form.key();
        enrolling.key();
        return new ModelAndView(
                "sessions/track",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        TrackViews.page(
                                track,
                                tracks.enrollees(permit, id),
                                mayEdit(permit) ? tracks.candidates(permit, id) : List.of(),
                                BlockForm.of(form, tracks.choices(permit), track.site()),
                                enrolling,
                                clock.instant().atZone(track.zone()).toLocalDate(),
                                mayEdit(permit))));
    }

    private ZoneId zone(Permit permit, TrackId track) {
        return tracks.find(permit, track).orElseThrow(NotFound::new).zone();
    }

    private boolean mayEdit(Permit permit) {
        return access.mayByRole(permit.actor(), Action.SESSION_EDIT);
    }

    private static ModelAndView to(TrackId track) {
        return new ModelAndView("redirect:/tracks/" + track.value());
    }
}
