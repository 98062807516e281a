package care.trellis.engine.x12.acknowledgments;

import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a group's acknowledgment of one 999. */
final class GroupParser implements TransactionParser {

    private static final int MOST_FAULTS = 1_000;
    private static final int MOST_SETS = 10_000;

    private final AcknowledgmentListener listener;
    private final List<SetAcknowledgment> sets = new ArrayList<>();
    private String kind = "";
    private String control = "";
    private @Nullable Segment summary;
    private @Nullable Segment set;
    private List<Fault> faults = new ArrayList<>();
    private @Nullable Segment place;
    private @Nullable String context;
    private List<ElementFault> elements = new ArrayList<>();

    GroupParser(AcknowledgmentListener listener) {
        this.listener = listener;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "AK1" -> {
                kind = segment.text(1);
                control = segment.text(2);
            }
            case "AK2" -> {
                endSet(null);
                set = segment;
            }
            case "IK3", "AK3" -> {
                endFault();
                place = segment;
            }
            case "CTX" -> context(segment);
            case "IK4", "AK4" -> {
                if (elements.size() < MOST_FAULTS) {
                    elements.add(
                            new ElementFault(
                                    number(segment.component(1, 1)),
                                    number(segment.component(1, 2)),
                                    segment.text(3)));
                }
            }
            case "IK5", "AK5" -> endSet(segment);
            case "AK9" -> summary = segment;
            default -> {}
        }
    }

    private void context(Segment segment) {
        var name = segment.component(1, 1);
        if (context == null && !name.startsWith("SITUATIONAL")) {
            var value = segment.component(1, 2);
            context = value.isEmpty() ? null : value;
        }
    }

    private void endFault() {
        var open = place;
        if (open != null && faults.size() < MOST_FAULTS) {
            var loop = open.text(3);
            faults.add(
                    new Fault(
                            open.text(1),
                            number(open.text(2)),
                            loop.isEmpty() ? null : loop,
                            open.text(4),
                            context,
                            elements));
        }
        place = null;
        context = null;
        elements = new ArrayList<>();
    }

    private void endSet(@Nullable Segment verdict) {
        endFault();
        var open = set;
        if (open != null && sets.size() < MOST_SETS) {
            var reasons = new ArrayList<String>();
            for (int at = 2; verdict != null && at <= Math.min(6, verdict.size()); at++) {
                if (!verdict.text(at).isEmpty()) {
                    reasons.add(verdict.text(at));
                }
            }
            sets.add(
                    new SetAcknowledgment(
                            open.text(1),
                            open.text(2),
                            verdict == null ? "" : verdict.text(1),
                            faults,
                            reasons));
        }
        set = null;
        faults = new ArrayList<>();
    }

    @Override
    public void end() {
        endSet(null);
        var last = summary;
        listener.group(
                new GroupAcknowledgment(
                        kind,
                        control,
                        last == null ? "" : last.text(1),
                        last == null ? 0 : number(last.text(2)),
                        last == null ? 0 : number(last.text(3)),
                        last == null ? 0 : number(last.text(4)),
                        sets));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
