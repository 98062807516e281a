package care.trellis.engine.x12.remittances;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one claim from its CLP to the next. */
final class PaidClaimBuilder {

    /** A claim may have 999 lines; beyond this a file is no remittance and may not fill memory. */
    private static final int MOST_PARTS = 20_000;

    private final Segment start;
    private final Problems problems;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<PaidLine> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable Line line;
    private int parts;

    PaidClaimBuilder(Segment start, Problems problems) {
        this.start = start;
        this.problems = problems;
    }

    Segment start() {
        return start;
    }

    void segment(Segment segment) {
        if (++parts >= MOST_PARTS) {
            if (parts == MOST_PARTS) {
                problems.error(
                        "CLAIM_TOO_LONG",
                        segment.position(),
                        segment.line(),
                        "The claim has more than 20000 segments; the rest of it is not read.");
            }
            return;
        }
        switch (segment.tag()) {
            case "CAS" -> adjust(segment);
            case "SVC" -> {
                endLine();
                line = new Line(segment);
            }
            case "DTM" -> date(segment);
            case "REF" -> reference(segment);
            case "LQ" -> remark(segment.text(2));
            case "MIA" -> {
                remark(segment.text(5));
                for (int element = 20; element <= 23; element++) {
                    remark(segment.text(element));
                }
            }
            case "MOA" -> {
                for (int element = 3; element <= 7; element++) {
                    remark(segment.text(element));
                }
            }
            default -> {}
        }
    }

    PaidClaim build() {
        endLine();
        return new PaidClaim(
                start.text(1),
                start.text(2),
                Values.cents(start, 3, problems),
                Values.cents(start, 4, problems),
                Values.cents(start, 5, problems),
                RemittanceParser.orNull(start.text(7)),
                adjustments,
                lines,
                remarks);
    }

    private void adjust(Segment segment) {
        var into = line == null ? adjustments : line.adjustments;
        for (int at = 2; at <= segment.size() && into.size() < MOST_PARTS; at += 3) {
            if (segment.text(at).isEmpty()) {
                continue;
            }
            into.add(
                    new Adjustment(
                            segment.text(1),
                            segment.text(at),
                            Values.cents(segment, at + 1, problems),
                            Values.number(segment.text(at + 2))));
        }
    }

    private void date(Segment segment) {
        var open = line;
        if (open != null && (segment.text(1).equals("472") || segment.text(1).equals("150"))) {
            open.date = Values.date(segment.text(2));
        }
    }

    private void reference(Segment segment) {
        if (line != null && segment.text(1).equals("6R")) {
            line.controlNumber = RemittanceParser.orNull(segment.text(2));
        }
    }

    private void remark(String code) {
        if (!code.isEmpty()) {
            (line == null ? remarks : line.remarks).add(code);
        }
    }

    private void endLine() {
        if (line != null) {
            lines.add(line.build(problems));
            line = null;
        }
    }

    /** One SVC and what follows it. */
    private static final class Line {

        private final Segment start;
        private final List<Adjustment> adjustments = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();
        private @Nullable LocalDate date;
        private @Nullable String controlNumber;

        Line(Segment start) {
            this.start = start;
        }

        PaidLine build(Problems problems) {
            boolean byRevenueCode = start.component(1, 1).equals("NU");
            var code = RemittanceParser.orNull(start.component(1, 2));
            var modifiers = new ArrayList<String>();
            for (int component = 3; component <= 6; component++) {
                var modifier = start.component(1, component);
                if (!modifier.isEmpty()) {
                    modifiers.add(modifier);
                }
            }
            var units = Values.number(start.text(5));
            return new PaidLine(
                    byRevenueCode ? null : code,
                    modifiers,
                    byRevenueCode ? code : RemittanceParser.orNull(start.text(4)),
                    date,
                    units == null ? BigDecimal.ONE : units,
                    Values.cents(start, 2, problems),
                    Values.cents(start, 3, problems),
                    adjustments,
                    controlNumber,
                    remarks);
        }
    }
}
