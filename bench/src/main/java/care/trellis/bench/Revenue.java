package care.trellis.bench;

import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.remittances.Adjustment;
import care.trellis.engine.x12.remittances.PaidClaim;
import care.trellis.engine.x12.remittances.PaidLine;
import care.trellis.engine.x12.remittances.Payment;
import care.trellis.engine.x12.remittances.Remittance;
import care.trellis.engine.x12.remittances.RemittanceWriter;
import com.imsweb.x12.reader.X12Reader;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The files that claims and remittances are measured with, and the other readers and writers. */
final class Revenue {

    /** Claims that {@code clinic/claims.sql} says went out. */
    static final int CLAIMS = 10_000;

    private static final int LINES = 3;
    private static final long CHARGE = 31_500;
    private static final long PAID = 21_000;
    private static final long WRITTEN_OFF = 8_500;
    private static final long OWED = 2_000;

    private Revenue() {}

    /** An 835 of one check over every claim that waits, each line with what it says in two CAS. */
    static byte[] remittance(LocalDate today) {
        var claims = IntStream.range(0, CLAIMS).mapToObj(Revenue::paid).toList();
        var payment =
                new Payment(
                        new Party("Summit Health", "XV", "PAYER0"),
                        new Party("Measured Clinic", "XX", "1234567893"),
                        "CHECK1",
                        "CHK",
                        today,
                        CLAIMS * LINES * PAID);
        return RemittanceWriter.write(
                        "PAYER0",
                        "1234567893",
                        1,
                        today.atTime(6, 0),
                        List.of(new Remittance(payment, claims, List.of())))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static PaidClaim paid(int claim) {
        var number = "SENT-" + claim;
        var first = LocalDate.of(2021, 1, 2).plusDays(7L * (claim / SampleClinic.CLIENTS));
        var lines =
                IntStream.rangeClosed(1, LINES)
                        .mapToObj(line ->
                                new PaidLine(
                                        "S9480",
                                        List.of(),
                                        "0905",
                                        first.plusDays(2L * line),
                                        BigDecimal.ONE,
                                        CHARGE,
                                        PAID,
                                        List.of(
                                                new Adjustment("CO", "45", WRITTEN_OFF, null),
                                                new Adjustment("PR", "2", OWED, null)),
                                        number + "-" + line,
                                        List.of()))
                        .toList();
        return new PaidClaim(
                number,
                "1",
                LINES * CHARGE,
                LINES * PAID,
                LINES * OWED,
                "PCN" + claim,
                List.of(),
                lines,
                List.of());
    }

    /** Reads an 835 into the tree of imsweb's x12-parser, as its users do; says how many loops. */
    static int readByImsweb(byte[] file) throws IOException {
        return new X12Reader(
                        X12Reader.FileType.ANSI835_5010_X221,
                        new ByteArrayInputStream(file),
                        StandardCharsets.US_ASCII)
                .getLoops()
                .size();
    }

    /** One segment: its tag, and elements that are one value or a list of components. */
    record Written(String tag, List<List<@Nullable String>> elements) {}

    /** The segments of a file that we wrote. */
    static List<Written> segments(byte[] file) {
        var segments = new ArrayList<Written>();
        for (var line : new String(file, StandardCharsets.US_ASCII).split("\n")) {
            var parts = line.substring(0, line.indexOf('~')).split("\\*", -1);
            boolean envelope = parts[0].equals("ISA");
            segments.add(
                    new Written(
                            parts[0],
                            Arrays.stream(parts, 1, parts.length)
                                    .map(part ->
                                            envelope
                                                    ? List.<@Nullable String>of(part)
                                                    : Arrays.<@Nullable String>asList(
                                                            part.split(":", -1)))
                                    .toList()));
        }
        return segments;
    }

    /** The same file written by StAEDI, without a schema of the guide. */
    static byte[] writtenByStaedi(List<Written> segments) throws EDIStreamException {
        var bytes = new ByteArrayOutputStream();
        var factory = EDIOutputFactory.newFactory();
        factory.setProperty(EDIOutputFactory.PRETTY_PRINT, true);
        var out = factory.createEDIStreamWriter(bytes);
        out.startInterchange();
        for (var segment : segments) {
            out.writeStartSegment(segment.tag());
            for (var element : segment.elements()) {
                if (element.size() == 1) {
                    out.writeElement(element.getFirst());
                } else {
                    out.writeStartElement();
                    for (var component : element) {
                        out.writeComponent(component);
                    }
                    out.endElement();
                }
            }
            out.writeEndSegment();
        }
        out.endInterchange();
        out.flush();
        return bytes.toByteArray();
    }
}
