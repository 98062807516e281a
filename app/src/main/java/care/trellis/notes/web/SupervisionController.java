package care.trellis.notes.web;

import care.trellis.base.Action;
import care.trellis.base.Change;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.notes.NoteReviews;
import care.trellis.notes.Supervision;
import care.trellis.web.Choice;
import care.trellis.web.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whose notes are signed by whom as well. */
@Controller
@RequestMapping("/notes/supervision")
class SupervisionController {

    private final NoteReviews reviews;

    SupervisionController(NoteReviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView page(Permit permit, Frame frame) {
        return page(permit, frame, "");
    }

    @PostMapping("/{staff}")
    @Requires(value = Action.ORGANIZATION_EDIT, purpose = Permit.Purpose.OPERATIONS)
    ModelAndView supervise(
            Permit permit,
            Frame frame,
            @PathVariable UUID staff,
            @RequestParam Optional<UUID> supervisor) {
        return switch (reviews.supervise(permit, staff, supervisor.orElse(null))) {
            case Change.Done<Optional<UUID>> _ -> new ModelAndView("redirect:/notes/supervision");
            case Change.Refused<Optional<UUID>>(var problems) ->
                    page(permit, frame, problems.getFirst().message());
        };
    }

    private ModelAndView page(Permit permit, Frame frame, String wrong) {
        var staff = reviews.supervisions(permit);
        return new ModelAndView(
                "notes/supervision",
                Map.of(
                        "page",
                        frame.page("settings", "Supervision of notes", "Settings"),
                        "rows",
                        staff.stream().map(one -> row(one, staff)).toList(),
                        "wrong",
                        wrong));
    }

    private static SupervisionRow row(Supervision one, List<Supervision> staff) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Nobody", one.supervisor().isEmpty()));
        staff.stream()
                .filter(other -> !other.staff().equals(one.staff()))
                .forEach(other ->
                        choices.add(
                                new Choice(
                                        other.staff().toString(),
                                        other.name(),
                                        one.supervisor()
                                                .filter(other.staff()::equals)
                                                .isPresent())));
        return new SupervisionRow(
                "/notes/supervision/" + one.staff(), one.name(), one.credentials(), choices);
    }
}
