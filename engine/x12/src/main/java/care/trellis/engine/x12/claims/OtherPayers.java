package care.trellis.engine.x12.claims;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.Values;
import care.trellis.engine.x12.remittances.Adjustment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what the payers before said, from the first 2320 of a claim to its last line. */
final class OtherPayers {

    /** The guides allow ten payers and fifteen decisions a line; no file may fill memory. */
    private static final int MOST = 2_000;

    private final List<OtherPayer> payers = new ArrayList<>();
    private @Nullable Open open;
    private final List<Adjudication> decisions = new ArrayList<>();
    private @Nullable Line line;

    /** One 2320 while it is read. */
    private static final class Open {

        private final Segment start;
        private final Parties parties = new Parties();
        private final List<Adjustment> adjustments = new ArrayList<>();
        private @Nullable String claimNumber;
        private @Nullable LocalDate decidedOn;
        private long paid;
        private @Nullable Long remaining;

        Open(Segment start) {
            this.start = start;
        }
    }

    /** One 2430 while it is read. */
    private static final class Line {

        private final Segment start;
        private final long paid;
        private final List<Adjustment> adjustments = new ArrayList<>();
        private @Nullable LocalDate decidedOn;
        private @Nullable Long remaining;

        Line(Segment start, long paid) {
            this.start = start;
            this.paid = paid;
        }
    }

    boolean open() {
        return open != null;
    }

    void begin(Segment subscriber) {
        end();
        open = new Open(subscriber);
    }

    void within(Segment segment, Problems problems) {
        var payer = open;
        if (payer == null) {
            return;
        }
        switch (segment.tag()) {
            case "CAS" -> adjust(segment, payer.adjustments, problems);
            case "AMT" -> {
                switch (segment.text(1)) {
                    case "D" -> payer.paid = Values.cents(segment, 2, problems);
                    case "EAF" -> payer.remaining = Values.cents(segment, 2, problems);
                    default -> {}
                }
            }
            case "NM1", "N3", "N4" -> payer.parties.segment(segment);
            case "DTP" -> {
                if (segment.text(1).equals("573")) {
                    payer.decidedOn = Values.date(segment.text(3));
                }
            }
            case "REF" -> {
                if (segment.text(1).equals("F8")) {
                    payer.claimNumber = segment.text(2);
                }
            }
            default -> {}
        }
    }

    /** A segment of a line, from its SVD on. */
    void line(Segment segment, Problems problems) {
        if (segment.tag().equals("SVD")) {
            endLine();
            line = new Line(segment, Values.cents(segment, 2, problems));
            return;
        }
        var decided = line;
        if (decided == null) {
            return;
        }
        if (segment.tag().equals("CAS")) {
            adjust(segment, decided.adjustments, problems);
        } else if (segment.text(1).equals("EAF")) {
            decided.remaining = Values.cents(segment, 2, problems);
        }
    }

    void decided(Segment date) {
        if (line != null) {
            line.decidedOn = Values.date(date.text(3));
        }
    }

    List<Adjudication> takeLine() {
        endLine();
        var taken = List.copyOf(decisions);
        decisions.clear();
        return taken;
    }

    List<OtherPayer> payers() {
        end();
        return List.copyOf(payers);
    }

    void clear() {
        payers.clear();
        open = null;
        decisions.clear();
        line = null;
    }

    private void endLine() {
        var decided = line;
        line = null;
        if (decided == null || decisions.size() >= MOST) {
            return;
        }
        var start = decided.start;
        var code = start.component(3, 2);
        var modifiers = new ArrayList<String>();
        for (int component = 3; component <= 6; component++) {
            if (!start.component(3, component).isEmpty()) {
                modifiers.add(start.component(3, component));
            }
        }
        var units = Values.number(start.text(5));
        decisions.add(
                new Adjudication(
                        start.text(1),
                        decided.paid,
                        code.isEmpty() ? null : new Procedure(code, modifiers),
                        orNull(start.text(4)),
                        units == null ? 1 : units.intValue(),
                        decided.adjustments,
                        decided.decidedOn == null ? LocalDate.EPOCH : decided.decidedOn,
                        decided.remaining));
    }

    private void end() {
        var payer = open;
        open = null;
        if (payer == null || payers.size() >= MOST) {
            return;
        }
        payers.add(
                new OtherPayer(
                        payer.start.text(1),
                        new Subscriber(
                                payer.parties.person("IL"),
                                payer.parties.id("IL"),
                                orNull(payer.start.text(3))),
                        payer.start.text(2),
                        new Payer(
                                payer.parties.lastName("PR"),
                                payer.parties.id("PR"),
                                payer.start.text(9)),
                        payer.claimNumber,
                        payer.decidedOn,
                        payer.paid,
                        payer.remaining,
                        payer.adjustments));
    }

    private static void adjust(Segment segment, List<Adjustment> into, Problems problems) {
        for (int at = 2; at <= segment.size() && into.size() < MOST; at += 3) {
            if (!segment.text(at).isEmpty()) {
                into.add(
                        new Adjustment(
                                segment.text(1),
                                segment.text(at),
                                Values.cents(segment, at + 1, problems),
                                Values.number(segment.text(at + 2))));
            }
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
