package care.trellis.engine.x12.statuses;

import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionHeader;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes reports of one 277, as they come. */
public final class StatusParser implements TransactionParser {

    private static final int MOST_PARTS = 5_000;

    private final Consumer<StatusReport> reports;
    private final Problems problems;
    private boolean acknowledgment;
    private String level = "";
    private @Nullable Member member;
    private boolean open;
    private String trace = "";
    private @Nullable String payerClaimNumber;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private List<Status> statuses = new ArrayList<>();
    private List<LineStatus> lines = new ArrayList<>();
    private @Nullable Segment service;
    private @Nullable String lineNumber;
    private List<Status> ofLine = new ArrayList<>();

    /**
     * Begins a transaction.
     *
     * @param header tells a 277CA by its guide; one without is told by its BHT
     * @param reports told of each claim
     * @param problems told of amounts that are none
     */
    public StatusParser(
            TransactionHeader header, Consumer<StatusReport> reports, Problems problems) {
        this.acknowledgment = header.follows("X214");
        this.reports = reports;
        this.problems = problems;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "BHT" -> acknowledgment |= segment.text(1).equals("0085");
            case "HL" -> {
                endReport();
                level = segment.text(3);
                if (!isPatient()) {
                    member = null;
                }
            }
            case "NM1" -> person(segment);
            case "TRN" -> {
                endReport();
                open = true;
                trace = segment.text(2);
            }
            case "STC" -> statuses(segment);
            case "REF" -> reference(segment);
            case "DTP" -> days(segment);
            case "SVC" -> {
                endLine();
                service = segment;
            }
            default -> {}
        }
    }

    /** A dependent's level keeps what the subscriber's said, until it names the patient itself. */
    private boolean isPatient() {
        return level.equals("PT") || level.equals("23");
    }

    private void person(Segment segment) {
        if (!segment.text(1).equals("IL") && !segment.text(1).equals("QC")) {
            return;
        }
        var before = member;
        var id = segment.text(9);
        member =
                new Member(
                        segment.text(3),
                        segment.text(4),
                        id.isEmpty() && before != null ? before.memberId() : id,
                        null,
                        null);
    }

    private void statuses(Segment segment) {
        var into = service == null ? statuses : ofLine;
        for (int element : new int[] {1, 10, 11}) {
            var category = segment.component(element, 1);
            if (category.isEmpty() || into.size() >= MOST_PARTS) {
                continue;
            }
            var entity = segment.component(element, 3);
            into.add(
                    new Status(
                            category,
                            segment.component(element, 2),
                            entity.isEmpty() ? null : entity,
                            Values.date(segment.text(2)),
                            segment.text(3),
                            segment.text(4).isEmpty() ? null : Values.cents(segment, 4, problems)));
        }
    }

    private void reference(Segment segment) {
        switch (segment.text(1)) {
            case "1K" -> {
                if (service == null && !segment.text(2).isEmpty()) {
                    payerClaimNumber = segment.text(2);
                }
            }
            case "FJ" -> {
                if (service != null && !segment.text(2).isEmpty()) {
                    lineNumber = segment.text(2);
                }
            }
            default -> {}
        }
    }

    private void days(Segment segment) {
        if (service == null && segment.text(1).equals("472")) {
            var text = segment.text(3);
            from = Values.date(text);
            to = text.length() == 17 ? Values.date(text.substring(9)) : from;
        }
    }

    private void endLine() {
        var line = service;
        if (line != null && lines.size() < MOST_PARTS) {
            var code = line.component(1, 2);
            lines.add(
                    new LineStatus(
                            code.isEmpty() ? line.text(4) : code,
                            Values.cents(line, 2, problems),
                            lineNumber,
                            ofLine));
        }
        service = null;
        lineNumber = null;
        ofLine = new ArrayList<>();
    }

    private void endReport() {
        endLine();
        if (open && !statuses.isEmpty() || open && !lines.isEmpty()) {
            var of =
                    switch (level) {
                        case "20", "21" -> StatusReport.Level.FILE;
                        case "19" -> StatusReport.Level.PROVIDER;
                        default -> StatusReport.Level.CLAIM;
                    };
            reports.accept(
                    new StatusReport(
                            acknowledgment,
                            of,
                            trace,
                            of == StatusReport.Level.CLAIM ? member : null,
                            payerClaimNumber,
                            from,
                            to,
                            statuses,
                            lines));
        }
        open = false;
        payerClaimNumber = null;
        from = null;
        to = null;
        statuses = new ArrayList<>();
        lines = new ArrayList<>();
    }

    @Override
    public void end() {
        endReport();
    }
}
