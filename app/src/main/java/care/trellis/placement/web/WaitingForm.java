package care.trellis.placement.web;

import care.trellis.engine.placement.Modality;
import care.trellis.engine.placement.Window;
import care.trellis.placement.Preference;
import care.trellis.placement.WaitReason;
import care.trellis.placement.Waiting;
import care.trellis.web.Form;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What stands in the form of the waiting list, and what it says of a person. */
final class WaitingForm {

    /** The days that the grid of times offers. */
    static final List<DayOfWeek> DAYS = List.of(DayOfWeek.values());

    private WaitingForm() {}

    static List<WaitReason> reasons(Form form) {
        return Arrays.stream(WaitReason.values())
                .filter(it -> form.ticked("reasons", it.name()))
                .toList();
    }

    static Preference preference(Form form) {
        var travel = form.whole("travel");
        return new Preference(
                ticked(form, "languages", Preference.LANGUAGES),
                ticked(form, "tags", Preference.GROUPS),
                ticked(form, "musts", Preference.GROUPS),
                ticked(form, "wishes", Preference.GROUPS),
                free(form),
                modalities(form),
                Math.clamp(Objects.requireNonNullElse(travel, 0), 0, 600));
    }

    private static Set<String> ticked(Form form, String field, Collection<String> offered) {
        var ticked = new LinkedHashSet<String>();
        offered.stream().filter(it -> form.ticked(field, it)).forEach(ticked::add);
        return ticked;
    }

    private static Set<Modality> modalities(Form form) {
        var ticked = new LinkedHashSet<Modality>();
        Arrays.stream(Modality.values())
                .filter(it -> form.ticked("modalities", it.name()))
                .forEach(ticked::add);
        return ticked;
    }

    /** Parts of a day that follow each other are one time. No tick: any time. */
    private static List<Window> free(Form form) {
        var free = new ArrayList<Window>();
        for (var day : DAYS) {
            Window open = null;
            for (var part : PlacementWords.DayPart.values()) {
                if (!form.ticked("free", box(day, part))) {
                    continue;
                }
                var now = part.on(day);
                if (open != null && open.to() >= now.from()) {
                    open = new Window(day, open.from(), now.to());
                } else {
                    if (open != null) {
                        free.add(open);
                    }
                    open = now;
                }
            }
            if (open != null) {
                free.add(open);
            }
        }
        return free;
    }

    static String box(DayOfWeek day, PlacementWords.DayPart part) {
        return day.name() + "-" + part.name();
    }

    /** The form as it opens for somebody on the list. */
    static Form of(Waiting waiting) {
        var preference = waiting.preference();
        var form =
                Form.empty()
                        .with("client", waiting.client().value())
                        .with("since", waiting.since())
                        .with("note", waiting.note())
                        .with("travel", preference.travelMinutes())
                        .withAll("reasons", waiting.reasons())
                        .withAll("languages", preference.languages())
                        .withAll("tags", preference.tags())
                        .withAll("musts", preference.musts())
                        .withAll("wishes", preference.wishes())
                        .withAll("modalities", preference.modalities());
        for (var window : preference.free()) {
            for (var part : PlacementWords.DayPart.values()) {
                if (PlacementWords.covers(window, part)) {
                    form.with("free", box(window.day(), part));
                }
            }
        }
        return form;
    }
}
