package care.trellis.engine.x12.benefits;

import static care.trellis.engine.x12.Segments.exact;

import care.trellis.engine.x12.Clean;
import care.trellis.engine.x12.Enquiry;
import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Money;
import care.trellis.engine.x12.Npi;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.SegmentWriter;
import care.trellis.engine.x12.Segments;
import io.xlate.edi.stream.EDIStreamException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes 270, and the 271 with which a stand-in payer answers. */
public final class BenefitWriter {

    private static final String GUIDE = "005010X279A1";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final SegmentWriter out;
    private int level;

    private BenefitWriter(SegmentWriter out) {
        this.out = out;
    }

    /**
     * Asks a payer.
     *
     * @param interchange the envelope
     * @param payer whom
     * @param provider who asks, with its NPI
     * @param questions at least one
     * @return the text, a segment a line
     * @throws IllegalArgumentException when the NPI is wrong or an identifier cannot be written as
     *     it is
     */
    public static String ask(
            Interchange interchange, Party payer, Party provider, List<BenefitQuestion> questions) {
        if (!Npi.isValid(Objects.requireNonNullElse(provider.id(), ""))) {
            throw new IllegalArgumentException("The provider's NPI is wrong");
        }
        return Segments.text(
                null,
                out -> {
                    out.start("HS", GUIDE, interchange);
                    out.startTransaction("270", GUIDE);
                    var writer = new BenefitWriter(out);
                    writer.head(interchange, "13", payer, provider);
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
     * @param interchange the envelope
     * @param payer who answers
     * @param provider who asked
     * @param answers at least one
     * @return the text, a segment a line
     * @throws IllegalArgumentException when an identifier cannot be written as it is
     */
    public static String answer(
            Interchange interchange, Party payer, Party provider, List<BenefitAnswer> answers) {
        return Segments.text(
                null,
                out -> {
                    out.start("HB", GUIDE, interchange);
                    out.startTransaction("271", GUIDE);
                    var writer = new BenefitWriter(out);
                    writer.head(interchange, "11", payer, provider);
                    for (var answer : answers) {
                        writer.answer(answer);
                    }
                    out.endTransaction();
                    out.end();
                });
    }

    private void head(Interchange interchange, String purpose, Party payer, Party provider)
            throws EDIStreamException {
        Enquiry.begin(out, interchange, "0022", purpose, null);
        out.segment("HL", "1", null, "20", "1");
        Enquiry.organization(out, "PR", payer);
        out.segment("HL", "2", "1", "21", "1");
        Enquiry.organization(out, "1P", provider);
        level = 2;
    }

    private void question(BenefitQuestion question) throws EDIStreamException {
        out.segment("HL", String.valueOf(++level), "2", "22", "0");
        out.segment("TRN", "1", exact(question.trace()), "9TRELLIS00");
        Enquiry.member(out, "IL", question.member());
        Enquiry.born(out, question.member());
        out.segment("DTP", "291", "D8", DAY.format(question.date()));
        for (var type : question.serviceTypes()) {
            out.segment("EQ", exact(type));
        }
    }

    private void answer(BenefitAnswer answer) throws EDIStreamException {
        out.segment("HL", String.valueOf(++level), "2", "22", "0");
        if (!answer.trace().isEmpty()) {
            out.segment("TRN", "2", exact(answer.trace()), "9TRELLIS00");
        }
        Enquiry.member(out, "IL", answer.member());
        if (!answer.groupNumber().isEmpty()) {
            out.segment("REF", "6P", exact(answer.groupNumber()));
        }
        for (var rejection : answer.rejections()) {
            out.segment("AAA", "N", null, rejection.code(), rejection.followUp());
        }
        Enquiry.born(out, answer.member());
        for (var benefit : answer.benefits()) {
            benefit(benefit);
        }
    }

    private void benefit(Benefit benefit) throws EDIStreamException {
        var percent = benefit.percent();
        var quantity = benefit.quantity();
        for (var types : benefit.serviceTypes().isEmpty() ? List.of("") : benefit.serviceTypes()) {
            out.segment(
                    "EB",
                    benefit.code(),
                    benefit.level(),
                    types,
                    null,
                    Clean.text(benefit.plan()),
                    benefit.period(),
                    benefit.cents() == null ? null : Money.element(benefit.cents()),
                    percent == null ? null : percent.stripTrailingZeros().toPlainString(),
                    benefit.unit(),
                    quantity == null ? null : quantity.stripTrailingZeros().toPlainString(),
                    yes(benefit.authorization()),
                    yes(benefit.inNetwork()));
            if (benefit.date() != null) {
                out.segment("DTP", "348", "D8", DAY.format(benefit.date()));
            }
            for (var message : benefit.messages()) {
                out.segment("MSG", Clean.text(message));
            }
            if (!benefit.related().isEmpty()) {
                out.segment("LS", "2120");
                for (var related : benefit.related()) {
                    out.segment("NM1", "VN", "2", Clean.text(related));
                }
                out.segment("LE", "2120");
            }
        }
    }

    private static @Nullable String yes(@Nullable Boolean value) {
        return value == null ? null : value ? "Y" : "N";
    }
}
