package care.trellis.sessions.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.clients.ClientId;
import care.trellis.organizations.SiteId;
import care.trellis.sessions.Candidate;
import care.trellis.sessions.Modality;
import care.trellis.sessions.NewSession;
import care.trellis.sessions.PlanChoices;
import care.trellis.sessions.Planner;
import care.trellis.sessions.Planning;
import care.trellis.sessions.PlanningSite;
import care.trellis.sessions.ServiceType;
import care.trellis.sessions.SessionId;
import care.trellis.sessions.Sessions;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Plans a session of one client with one or two members of staff. What the time is taken by is said
 * while it is typed, and once more before it is saved. A client may be wanted twice by whoever
 * means it so; a room or a member of staff is had once.
 */
@Controller
@RequestMapping("/sessions/new")
class PlanController {

    /** Groups come from tracks; these are met one client at a time. */
    private static final List<ServiceType> KINDS =
            List.of(
                    ServiceType.INDIVIDUAL_THERAPY,
                    ServiceType.FAMILY_THERAPY,
                    ServiceType.MEDICATION_MANAGEMENT,
                    ServiceType.ASSESSMENT,
                    ServiceType.PSYCHIATRIC_EVALUATION,
                    ServiceType.PSYCHOLOGICAL_TESTING);

    private final Planner planner;
    private final Sessions sessions;
    private final Clock clock;

    PlanController(Planner planner, Sessions sessions, Clock clock) {
        this.planner = planner;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Action.SESSION_EDIT)
    ModelAndView page(
            Permit permit,
            Frame frame,
            @RequestParam(required = false) @Nullable ClientId client,
            @RequestParam(required = false) @Nullable SiteId site,
            @RequestParam(required = false) @Nullable LocalDate date) {
        var place = planner.site(permit, site, client);
        var staff = permit.actor().staff();
        var form =
                Form.empty()
                        .with("site", place.site().value())
                        .with("client", client == null ? null : client.value())
                        .with("kind", ServiceType.INDIVIDUAL_THERAPY)
                        .with("lead", staff)
                        .with("modality", Modality.IN_PERSON)
                        .with("date", date == null ? today(place.zone()) : date)
                        .with("minutes", 50);
        return page(permit, frame, place, form, ConflictsView.UNKNOWN);
    }

    /** What the typed time is taken by: asked whenever a field changes. */
    @PostMapping("/conflicts")
    @Requires(Action.SESSION_EDIT)
    ModelAndView conflicts(Permit permit, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var place = site(permit, form);
        var wanted = PlanEntry.read(form, place, people(permit, place, form));
        return new ModelAndView(
                "sessions/conflicts",
                Map.of(
                        "view",
                        wanted == null
                                ? ConflictsView.UNKNOWN
                                : conflicts(permit, place, form, wanted)));
    }

    @PostMapping
    @Requires(Action.SESSION_EDIT)
    ModelAndView plan(
            Permit permit, Frame frame, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var place = site(permit, form);
        var wanted = Optional.ofNullable(PlanEntry.read(form, place, people(permit, place, form)));
        return Saving.save(
                form,
                () -> plan(permit, place, form, wanted.orElseThrow()),
                (SessionId session) -> "/sessions/" + session.value(),
                () ->
                        page(
                                permit,
                                frame,
                                place,
                                form,
                                wanted.map(it -> conflicts(permit, place, form, it))
                                        .orElse(ConflictsView.UNKNOWN)));
    }

    private Change<SessionId> plan(
            Permit permit, PlanningSite place, Form form, NewSession wanted) {
        var seen = conflicts(permit, place, form, wanted);
        if (!seen.lines().isEmpty() && !(seen.mayPass() && form.ticked("anyway"))) {
            return Change.refused("anyway", "CONFLICT", fix(seen));
        }
        return switch (Booking.ask(() -> sessions.plan(permit, form.key(), wanted))) {
            case Planning.Planned(var session, var _) -> new Change.Done<>(session);
            case Planning.NotAtThisSite _ ->
                    Change.refused(
                            "room", "ROOM_ELSEWHERE", "Choose a room and staff of this site.");
            case Planning.Taken(var obstacles) ->
                    Change.refused(
                            "anyway", "CONFLICT", ConflictWords.all(obstacles, place.zone()));
        };
    }

    private static String fix(ConflictsView seen) {
        return seen.mayPass()
                ? "Choose another time, or tick that it is meant like this."
                : "Choose another time, room or person.";
    }

    private ConflictsView conflicts(
            Permit permit, PlanningSite place, Form form, NewSession wanted) {
        var obstacles = planner.obstacles(permit, form.key(), wanted);
        var lines =
                new ArrayList<>(
                        ConflictWords.lines(
                                planner.conflicts(permit, form.key(), wanted), place.zone()));
        lines.addAll(ConflictWords.lines(obstacles.conflicts(), place.zone()));
        return new ConflictsView(
                true,
                lines,
                ConflictWords.free(obstacles),
                obstacles.none(),
                form.ticked("anyway"),
                form.error("anyway"));
    }

    private PlanningSite site(Permit permit, Form form) {
        try {
            return planner.site(permit, SiteId.of(form.value("site")), null);
        } catch (IllegalArgumentException noSite) {
            throw new NotFound();
        }
    }

    private List<Candidate> people(Permit permit, PlanningSite place, Form form) {
        var day = Form.empty().with("date", form.value("date")).date("date");
        return planner.people(
                permit,
                place.site(),
                Objects.requireNonNullElseGet(day, () -> today(place.zone())));
    }

    private LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private ModelAndView page(
            Permit permit, Frame frame, PlanningSite place, Form form, ConflictsView conflicts) {
        var choices = planner.choices(permit);
        var clients = new LinkedHashMap<String, String>();
        people(permit, place, form)
                .forEach(it -> clients.put(it.client().value().toString(), name(it)));
        var staff = names(choices.staff());
        var rooms =
                names(
                        choices.rooms().stream()
                                .filter(it -> it.site().equals(place.site().value()))
                                .toList());
        return new ModelAndView(
                "sessions/plan",
                Map.of(
                        "frame",
                        frame,
                        "view",
                        new PlanView(
                                form,
                                place.name(),
                                place.site().value().toString(),
                                form.choices("client", "Choose the client", clients),
                                form.choices("kind", labels(KINDS)),
                                form.choices("lead", "Choose who leads", staff),
                                form.choices("second", "Nobody", staff),
                                form.choices("modality", modalities()),
                                form.choices("room", "No room", rooms),
                                conflicts)));
    }

    private static Map<String, String> modalities() {
        var labels = new LinkedHashMap<String, String>();
        for (var modality : Modality.values()) {
            labels.put(modality.name(), modality.label());
        }
        return labels;
    }

    private static Map<String, String> labels(List<ServiceType> kinds) {
        var labels = new LinkedHashMap<String, String>();
        kinds.forEach(kind -> labels.put(kind.name(), kind.label()));
        return labels;
    }

    private static Map<String, String> names(List<PlanChoices.Option> options) {
        var names = new LinkedHashMap<String, String>();
        options.forEach(option -> names.put(option.id().toString(), option.name()));
        return names;
    }

    private static String name(Candidate client) {
        return client.givenName() + " " + client.familyName();
    }
}
