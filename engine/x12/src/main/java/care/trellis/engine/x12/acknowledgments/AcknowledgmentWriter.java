package care.trellis.engine.x12.acknowledgments;

import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.SegmentWriter;
import care.trellis.engine.x12.Segments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a receiver answers: a TA1 alone, or 999s. */
public final class AcknowledgmentWriter {

    private static final String GUIDE = "005010X231A1";

    private AcknowledgmentWriter() {}

    /**
     * An interchange that holds a TA1 and nothing else.
     *
     * @param interchange the envelope of the answer
     * @param acknowledgment of an envelope
     * @return the text, a segment a line
     * @throws IllegalArgumentException when a value cannot stand in it
     */
    public static String write(Interchange interchange, InterchangeAcknowledgment acknowledgment) {
        return Segments.text(
                null,
                out -> {
                    out.startInterchange(interchange);
                    var date = acknowledgment.date();
                    out.control(
                            "TA1",
                            acknowledgment.control(),
                            date == null
                                    ? interchange
                                            .at()
                                            .toLocalDate()
                                            .toString()
                                            .substring(2)
                                            .replace("-", "")
                                    : date.toString().substring(2).replace("-", ""),
                            acknowledgment.time(),
                            acknowledgment.code(),
                            acknowledgment.note().isEmpty() ? "000" : acknowledgment.note());
                    out.endInterchange();
                });
    }

    /**
     * A 999 for each group.
     *
     * @param interchange the envelope of the answer
     * @param groups each becomes a transaction
     * @return the text, a segment a line
     * @throws IllegalArgumentException when a value cannot stand in it
     */
    public static String write(Interchange interchange, List<GroupAcknowledgment> groups) {
        return Segments.text(
                null,
                out -> {
                    out.start("FA", GUIDE, interchange);
                    for (var group : groups) {
                        out.startTransaction("999", GUIDE);
                        out.segment("AK1", group.kind(), group.control());
                        for (var set : group.sets()) {
                            set(out, set);
                        }
                        out.segment(
                                "AK9",
                                group.code(),
                                String.valueOf(group.included()),
                                String.valueOf(group.received()),
                                String.valueOf(group.accepted()));
                        out.endTransaction();
                    }
                    out.end();
                });
    }

    private static void set(SegmentWriter out, SetAcknowledgment set)
            throws io.xlate.edi.stream.EDIStreamException {
        out.segment("AK2", set.type(), set.control());
        for (var fault : set.faults()) {
            out.segment(
                    "IK3",
                    fault.tag(),
                    String.valueOf(fault.position()),
                    fault.loop(),
                    fault.code());
            if (fault.context() != null) {
                out.segment("CTX", List.of("CLM01", fault.context()));
            }
            for (var element : fault.elements()) {
                out.segment(
                        "IK4",
                        element.component() == 0
                                ? String.valueOf(element.element())
                                : List.of(
                                        String.valueOf(element.element()),
                                        String.valueOf(element.component())),
                        null,
                        element.code());
            }
        }
        var verdict = new ArrayList<@Nullable Object>();
        verdict.add(set.code());
        verdict.addAll(set.reasons());
        out.segment("IK5", verdict.toArray());
    }
}
