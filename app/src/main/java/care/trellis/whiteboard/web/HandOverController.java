package care.trellis.whiteboard.web;

import care.trellis.base.Action;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Requires;
import care.trellis.web.Form;
import care.trellis.web.Frame;
import care.trellis.web.Saving;
import care.trellis.whiteboard.Box;
import care.trellis.whiteboard.HandOver;
import care.trellis.whiteboard.HandOvers;
import care.trellis.whiteboard.Shift;
import care.trellis.whiteboard.Shifts;
import care.trellis.whiteboard.Task;
import care.trellis.whiteboard.Tasks;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The hand-over of a shift: who goes writes five boxes, who comes taps each. */
@Controller
@RequestMapping("/shift/{site}/hand-over")
class HandOverController {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a", Locale.US);

    private final HandOvers handOvers;
    private final Shifts shifts;
    private final Tasks tasks;

    HandOverController(HandOvers handOvers, Shifts shifts, Tasks tasks) {
        this.handOvers = handOvers;
        this.shifts = shifts;
        this.tasks = tasks;
    }

    @GetMapping
    @Requires(value = Action.SHIFT_WRITE, site = "site")
    ModelAndView page(Permit permit, Frame frame, @PathVariable UUID site) {
        var draft = new HashMap<>(handOvers.draft(permit, site));
        return page(permit, frame, site, Form.typed(fields(suggested(permit, site, draft))));
    }

    /** What is typed saves itself. */
    @PutMapping("/draft")
    @Requires(value = Action.SHIFT_WRITE, site = "site")
    ResponseEntity<Void> keep(
            Permit permit,
            @PathVariable UUID site,
            @RequestParam MultiValueMap<String, String> sent) {
        handOvers.keep(permit, site, words(Form.typed(sent)));
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    @PostMapping
    @Requires(value = Action.SHIFT_WRITE, site = "site")
    ModelAndView sign(
            Permit permit,
            Frame frame,
            @PathVariable UUID site,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.typed(sent);
        var day = shift(permit, site).day();
        return Saving.save(
                form,
                () -> handOvers.sign(permit, form.key(), site, day, words(form)),
                "/shift/" + site + "/hand-over",
                () -> page(permit, frame, site, form));
    }

    @PostMapping("/{handOver}/boxes/{box}")
    @Requires(value = Action.SHIFT_WRITE, site = "site")
    String read(
            Permit permit,
            @PathVariable UUID site,
            @PathVariable UUID handOver,
            @PathVariable String box) {
        handOvers.read(permit, site, handOver, box(box));
        return "redirect:/shift/" + site + "/hand-over";
    }

    @PostMapping("/{handOver}/receipt")
    @Requires(value = Action.SHIFT_WRITE, site = "site")
    ModelAndView take(
            Permit permit, Frame frame, @PathVariable UUID site, @PathVariable UUID handOver) {
        var form = Form.empty();
        return Saving.save(
                form,
                () -> handOvers.take(permit, site, handOver),
                "/shift/" + site + "/hand-over",
                () -> page(permit, frame, site, form));
    }

    private ModelAndView page(Permit permit, Frame frame, UUID site, Form form) {
        form.key();
        var shift = shift(permit, site);
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("form", form);
        model.put("path", "/shift/" + site);
        model.put("place", shift.siteName());
        model.put("boxes", List.of(Box.values()));
        model.put(
                "past",
                handOvers.of(permit, site).stream()
                        .map(one -> card(permit, one, shift.zone()))
                        .toList());
        return new ModelAndView("whiteboard/handOver", model);
    }

    /** The census and the tasks write themselves, as long as nobody wrote anything else. */
    private Map<Box, String> suggested(Permit permit, UUID site, Map<Box, String> draft) {
        var shift = shift(permit, site);
        var words = new EnumMap<Box, String>(Box.class);
        words.putAll(draft);
        if (words.getOrDefault(Box.CENSUS, "").isBlank()) {
            var missing = shift.missing();
            words.put(
                    Box.CENSUS,
                    "%d expected, %d came, %d in the building now."
                                    .formatted(
                                            shift.census(),
                                            shift.came(),
                                            shift.inTheBuilding().size())
                            + (missing.isEmpty()
                                    ? ""
                                    : " Not here: "
                                            + missing.stream()
                                                    .map(Shift.Person::name)
                                                    .collect(Collectors.joining(", "))
                                            + "."));
        }
        if (words.getOrDefault(Box.TASKS, "").isBlank()) {
            words.put(
                    Box.TASKS,
                    tasks.open(permit, site).stream()
                            .map(HandOverController::line)
                            .collect(Collectors.joining("\n")));
        }
        return words;
    }

    private static String line(Task task) {
        return "– " + task.words() + (task.owner().isEmpty() ? "" : " (" + task.owner() + ")");
    }

    private static HandOverCard card(Permit permit, HandOver one, ZoneId zone) {
        boolean own = one.signedBy().equals(permit.actor().account());
        var taken = one.takenAt();
        return new HandOverCard(
                "/shift/%s/hand-over/%s".formatted(one.site(), one.id()),
                one.signedByName() + ", " + WHEN.format(one.signedAt().atZone(zone)),
                taken == null ? "" : one.takenByName() + ", " + WHEN.format(taken.atZone(zone)),
                Arrays.stream(Box.values())
                        .map(box ->
                                new HandOverCard.Part(
                                        box.name(),
                                        box.label(),
                                        one.words().getOrDefault(box, ""),
                                        one.read().contains(box)))
                        .toList(),
                taken == null && !own,
                taken == null && !own && one.read().size() == Box.values().length);
    }

    private Shift shift(Permit permit, UUID site) {
        return shifts.now(permit, site);
    }

    private static Map<Box, String> words(Form form) {
        var words = new EnumMap<Box, String>(Box.class);
        for (var box : Box.values()) {
            words.put(box, form.value(box.name()));
        }
        return words;
    }

    private static MultiValueMap<String, String> fields(Map<Box, String> words) {
        var fields = new LinkedMultiValueMap<String, String>();
        words.forEach((box, text) -> fields.add(box.name(), text));
        return fields;
    }

    private static Box box(String name) {
        return Arrays.stream(Box.values())
                .filter(box -> box.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
