package care.trellis.safety.web;

import care.trellis.safety.Flag;
import care.trellis.web.Choice;
import care.trellis.web.Event;
import care.trellis.web.Form;
import care.trellis.web.Tone;
import care.trellis.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says what a flag is, in finished text. */
final class FlagCards {

    private FlagCards() {}

    static SafetyView.FlagCard card(String path, Flag flag, Form act, ZoneId zone, Instant now) {
        var owner = flag.owner();
        return new SafetyView.FlagCard(
                path + "/flags/" + flag.id().value(),
                flag.kind().label(),
                flag.level().label(),
                tone(flag, now),
                flag.words(),
                (flag.source() == Flag.Source.MEASURE
                                ? "Raised by an answer, "
                                : "Raised by " + flag.raisedBy() + ", ")
                        + When.time(flag.raisedAt(), zone),
                clock(flag, zone, now),
                owner == null ? "" : owner,
                act,
                steps(act),
                history(flag, zone),
                flag.source() == Flag.Source.MEASURE
                        ? "/measures/alerts/" + flag.id().value()
                        : "");
    }

    /** By when somebody must have acted, or when somebody did. */
    static String clock(Flag flag, ZoneId zone, Instant now) {
        var closed = flag.closedAt();
        if (closed == null && flag.source() == Flag.Source.MEASURE) {
            return "The clock runs on the alert";
        }
        if (closed != null) {
            return "Closed " + When.time(closed, zone);
        }
        return flag.actedAt()
                .map(at -> "Acted " + When.time(at, zone))
                .orElseGet(() ->
                        (flag.isLate(now) ? "Was due " : "Act by ")
                                + When.time(flag.dueAt(), zone));
    }

    static Tone tone(Flag flag, Instant now) {
        if (!flag.isOpen()) {
            return Tone.NEUTRAL;
        }
        return flag.level() == Flag.Level.WATCH && !flag.isLate(now) ? Tone.WATCH : Tone.BAD;
    }

    private static List<Choice> steps(Form act) {
        return Arrays.stream(Flag.Step.Kind.values())
                .filter(kind -> kind != Flag.Step.Kind.TAKEN)
                .map(kind ->
                        new Choice(
                                kind.name(), kind.label(), kind.name().equals(act.value("step"))))
                .toList();
    }

    private static List<Event> history(Flag flag, ZoneId zone) {
        var events = new ArrayList<Event>();
        for (var step : flag.steps().reversed()) {
            events.add(
                    new Event(
                            When.time(step.at(), zone),
                            step.kind().label() + ", " + step.by(),
                            step.words(),
                            step.kind() == Flag.Step.Kind.CLOSED ? Tone.GOOD : Tone.INFO));
        }
        return events;
    }
}
