package care.trellis.engine.x12.statuses;

import static care.trellis.engine.x12.Segments.exact;

import care.trellis.engine.x12.Enquiry;
import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Money;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.SegmentWriter;
import care.trellis.engine.x12.Segments;
import io.xlate.edi.stream.EDIStreamException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes 276, and the 277CA and 277 with which a stand-in payer answers. */
public final class StatusWriter {

    private static final String CLAIMS = "005010X212";
    private static final String ACKNOWLEDGMENT = "005010X214";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final SegmentWriter out;
    private final Interchange interchange;
    private int level;

    private StatusWriter(SegmentWriter out, Interchange interchange) {
        this.out = out;
        this.interchange = interchange;
    }

    /**
     * Asks a payer.
     *
     * @param interchange the envelope
     * @param payer whom
     * @param provider for whom the claims were made, with its NPI
     * @param questions at least one
     * @return the text, a segment a line
     * @throws IllegalArgumentException when an identifier cannot be written as it is
     */
    public static String ask(
            Interchange interchange, Party payer, Party provider, List<StatusQuestion> questions) {
        return Segments.text(
                null,
                out -> {
                    out.start("HR", CLAIMS, interchange);
                    out.startTransaction("276", CLAIMS);
                    var writer = new StatusWriter(out, interchange);
                    writer.head("0010", "13", null, payer, provider);
                    for (var question : questions) {
                        writer.question(question);
                    }
                    out.endTransaction();
                    out.end();
                });
    }

    /**
     * Answers, as a payer would.
     *
     * @param interchange the envelope; its receiver is the provider's side
     * @param payer who answers
     * @param provider for whom the claims were made
     * @param batch of a 277CA: the number of the batch it answers (BHT03 of the 837)
     * @param reports all of a 277CA or all of a 277; each of level CLAIM
     * @return the text, a segment a line
     * @throws IllegalArgumentException when an identifier cannot be written as it is
     */
    public static String answer(
            Interchange interchange,
            Party payer,
            Party provider,
            String batch,
            List<StatusReport> reports) {
        boolean acknowledgment = reports.getFirst().acknowledgment();
        var guide = acknowledgment ? ACKNOWLEDGMENT : CLAIMS;
        return Segments.text(
                null,
                out -> {
                    out.start("HN", guide, interchange);
                    out.startTransaction("277", guide);
                    var writer = new StatusWriter(out, interchange);
                    if (acknowledgment) {
                        writer.head("0085", "08", batch, payer, provider);
                    } else {
                        writer.head("0010", "08", null, payer, provider);
                    }
                    for (var report : reports) {
                        writer.report(report);
                    }
                    out.endTransaction();
                    out.end();
                });
    }

    /** Payer, receiver of the information and provider: levels 1 to 3. */
    private void head(
            String structure, String purpose, @Nullable String batch, Party payer, Party provider)
            throws EDIStreamException {
        var day = DAY.format(interchange.at().toLocalDate());
        boolean asks = purpose.equals("13");
        var type = asks ? null : batch == null ? "DG" : "TH";
        Enquiry.begin(out, interchange, structure, purpose, type);
        out.segment("HL", "1", null, "20", "1");
        Enquiry.organization(out, "PR", payer);
        if (batch != null) {
            out.segment("TRN", "1", String.valueOf(interchange.controlNumber()));
            out.segment("DTP", "050", "D8", day);
            out.segment("DTP", "009", "D8", day);
        }
        out.segment("HL", "2", "1", "21", "1");
        var asker = asks ? interchange.submitter().id() : interchange.receiver().id();
        Enquiry.organization(out, "41", new Party(provider.name(), "46", asker));
        if (batch != null) {
            out.segment("TRN", "2", exact(batch));
            out.segment("STC", List.of("A1", "19", "PR"), day, "WQ");
        }
        out.segment("HL", "3", "2", "19", "1");
        Enquiry.organization(out, batch == null ? "1P" : "85", provider);
        level = 3;
    }

    private void question(StatusQuestion question) throws EDIStreamException {
        out.segment("HL", String.valueOf(++level), "3", "22", "0");
        var member = question.member();
        Enquiry.born(out, member);
        Enquiry.member(out, "IL", member);
        out.segment("TRN", "1", exact(question.trace()));
        if (question.payerClaimNumber() != null) {
            out.segment("REF", "1K", exact(question.payerClaimNumber()));
        }
        if (question.typeOfBill() != null) {
            out.segment("REF", "BLT", exact(question.typeOfBill()));
        }
        out.segment("REF", "EJ", exact(question.patientControlNumber()));
        out.segment("AMT", "T3", Money.element(question.chargeCents()));
        Enquiry.days(out, question.from(), question.to());
    }

    private void report(StatusReport report) throws EDIStreamException {
        boolean acknowledgment = report.acknowledgment();
        out.segment(
                "HL",
                String.valueOf(++level),
                "3",
                acknowledgment ? "PT" : "22",
                acknowledgment ? null : "0");
        if (report.member() != null) {
            Enquiry.member(out, acknowledgment ? "QC" : "IL", report.member());
        }
        out.segment("TRN", "2", exact(report.trace()));
        for (var status : report.statuses()) {
            status(status);
        }
        if (report.payerClaimNumber() != null) {
            out.segment("REF", "1K", exact(report.payerClaimNumber()));
        }
        if (report.from() != null && report.to() != null) {
            Enquiry.days(out, report.from(), report.to());
        }
        for (var line : report.lines()) {
            out.segment(
                    "SVC",
                    List.of("HC", exact(line.procedure())),
                    Money.element(line.chargeCents()));
            for (var status : line.statuses()) {
                status(status);
            }
            if (line.controlNumber() != null) {
                out.segment("REF", "FJ", exact(line.controlNumber()));
            }
        }
    }

    private void status(Status status) throws EDIStreamException {
        var entity = status.entity();
        out.segment(
                "STC",
                entity == null
                        ? List.of(status.category(), status.code())
                        : List.of(status.category(), status.code(), entity),
                status.date() == null ? null : DAY.format(status.date()),
                status.action(),
                status.cents() == null ? null : Money.element(status.cents()));
    }
}
