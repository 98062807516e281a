package care.trellis.billing;

import care.trellis.engine.x12.acknowledgments.AcknowledgmentListener;
import care.trellis.engine.x12.acknowledgments.GroupAcknowledgment;
import care.trellis.engine.x12.acknowledgments.InterchangeAcknowledgment;
import care.trellis.engine.x12.acknowledgments.SetAcknowledgment;
import care.trellis.engine.x12.statuses.Status;
import care.trellis.engine.x12.statuses.StatusReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds to each report the claims that it speaks of: by the interchange's control number, which
 * also numbers its group and batch, and by the claim's own number.
 */
final class ReportTaker implements AcknowledgmentListener {

    /** A transaction of ours holds so many claims, and the claims of a file are numbered on. */
    private static final int CLAIMS_PER_TRANSACTION = 5_000;

    /** No file of ours holds so many: a number beyond is somebody's slip. */
    private static final int MOST_TRANSACTIONS = 100_000;

    private static final int AT_ONCE = 500;
    private static final String PASSED = "The receiver's check of form was passed";
    private static final String REFUSED = "The receiver refused the form";

    private final ReportRecords records;
    private final UUID source;
    private final Instant now;
    private final List<ReportRecords.Report> waiting = new ArrayList<>();
    private final List<Acknowledged.Question> questions = new ArrayList<>();
    private int accepted;
    private int rejected;
    private int foreign;

    ReportTaker(ReportRecords records, UUID source, Instant now) {
        this.records = records;
        this.source = source;
        this.now = now;
    }

    @Override
    public void interchange(InterchangeAcknowledgment said) {
        var words =
                said.accepted()
                        ? "The receiver took the file's envelope"
                        : "The receiver refused the file's envelope, note " + said.note();
        file("TA1", number(said.control()), 0, 0, said.accepted(), words);
    }

    @Override
    public void group(GroupAcknowledgment said) {
        long number = number(said.control());
        boolean refused = said.code().equals("R");
        if (said.sets().isEmpty()) {
            file("999", number, 0, 0, said.allAccepted(), said.allAccepted() ? PASSED : REFUSED);
        }
        for (var set : said.sets()) {
            int place = (int) Math.clamp(number(set.control()), 1, MOST_TRANSACTIONS);
            file(
                    "999",
                    number,
                    (place - 1) * CLAIMS_PER_TRANSACTION + 1,
                    place * CLAIMS_PER_TRANSACTION,
                    set.accepted() && !refused,
                    refused && set.accepted() ? REFUSED : words(set));
        }
    }

    /** What is said of the claims of a file, or of the question that stands in it. */
    private void file(String kind, long number, int from, int to, boolean accepted, String words) {
        int claims = records.reportFile(source, kind, number, from, to, accepted, words, now);
        var question = claims > 0 ? Optional.<String>empty() : records.question(number);
        if (question.isPresent()) {
            questions.add(new Acknowledged.Question(question.get(), number, accepted, words + "."));
        } else {
            count(accepted, claims);
        }
    }

    private static String words(SetAcknowledgment set) {
        if (set.accepted()) {
            return PASSED;
        }
        var faults =
                set.faults().stream()
                        .limit(3)
                        .map(fault ->
                                fault.tag()
                                        + (fault.loop() == null ? "" : " in loop " + fault.loop())
                                        + " at segment "
                                        + fault.position()
                                        + (fault.context() == null
                                                ? ""
                                                : " of claim " + fault.context()))
                        .collect(Collectors.joining(", "));
        return REFUSED + (faults.isEmpty() ? "" : ": " + faults);
    }

    /** One claim of a 277CA, or all of a batch that was refused as one. */
    void status(StatusReport said) {
        if (!said.acknowledgment()) {
            return;
        }
        if (said.level() == StatusReport.Level.CLAIM) {
            waiting.add(new ReportRecords.Report(said.trace(), said.accepted(), words(said)));
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        } else if (!said.accepted() && said.level() == StatusReport.Level.FILE) {
            file(
                    "277CA",
                    number(said.trace().replaceFirst("-[0-9]+$", "")),
                    0,
                    0,
                    false,
                    words(said));
        }
    }

    private static String words(StatusReport said) {
        return said.statuses().stream()
                .map(ReportTaker::words)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String words(Status status) {
        var what =
                switch (status.category()) {
                    case "A0" -> "Forwarded";
                    case "A1" -> "Received";
                    case "A2" -> "Taken on for a decision";
                    case "A3" -> "Returned unprocessed";
                    case "A4" -> "Not found";
                    case "A5" -> "Split";
                    case "A6" -> "Refused: information is missing";
                    case "A7" -> "Refused: information is wrong";
                    case "A8" -> "Refused: two values do not fit";
                    default -> status.category();
                };
        return what
                + " ("
                + status.category()
                + " "
                + status.code()
                + (status.entity() == null ? "" : " " + status.entity())
                + ")";
    }

    /** Writes the claims that wait; called once more at the end. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        var ours = records.report(source, waiting, now);
        for (var report : waiting) {
            if (!ours.contains(report.number())) {
                foreign++;
            } else if (report.accepted()) {
                accepted++;
            } else {
                rejected++;
            }
        }
        waiting.clear();
    }

    Acknowledged result() {
        return new Acknowledged(accepted, rejected, questions, foreign);
    }

    private void count(boolean good, int claims) {
        if (claims == 0) {
            foreign++;
        } else if (good) {
            accepted += claims;
        } else {
            rejected += claims;
        }
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : -1;
    }
}
