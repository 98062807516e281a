package care.trellis.engine.x12;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows ISA, GS, ST and their trailers, checks that they agree, and tells the listener. */
final class Envelope {

    private final X12Listener listener;
    private final Problems problems;
    private final Levels levels;
    private @Nullable InterchangeHeader interchange;
    private @Nullable Segment group;
    private @Nullable Segment transaction;
    private int groups;
    private int transactions;
    private int segments;
    private boolean open;
    private boolean strayTold;

    Envelope(X12Listener listener, Problems problems) {
        this.listener = listener;
        this.problems = problems;
        this.levels = new Levels(problems);
    }

    void begin(SegmentSource.Next.Begin begin) {
        end(begin.position(), begin.line());
        interchange = begin.header();
        open = true;
        groups = 0;
        transactions = 0;
        listener.interchange(begin.header());
    }

    void unreadable() {
        segments++;
    }

    void segment(Segment segment) {
        switch (segment.tag()) {
            case "GS" -> startGroup(segment);
            case "ST" -> startTransaction(segment);
            case "SE" -> endTransaction(segment);
            case "GE" -> endGroup(segment);
            case "IEA" -> endInterchange(segment);
            default -> content(segment);
        }
    }

    /** The file, or the interchange, is over: says which trailers never came. */
    void end(int position, int line) {
        closeTransaction(position, line);
        closeGroup(position, line);
        if (open) {
            if (interchange != null && interchange.control() != null) {
                problems.error("MISSING_IEA", position, line, "The interchange has no IEA.");
            }
            close();
        }
    }

    private void startGroup(Segment segment) {
        closeTransaction(segment.position(), segment.line());
        closeGroup(segment.position(), segment.line());
        group = segment;
        groups++;
        transactions = 0;
        strayTold = false;
    }

    private void startTransaction(Segment segment) {
        closeTransaction(segment.position(), segment.line());
        if (group == null && interchange != null && interchange.control() != null) {
            problems.error(
                    "MISSING_GS", segment.position(), segment.line(), "ST stands in no group.");
        }
        transaction = segment;
        transactions++;
        segments = 1;
        strayTold = false;
        levels.begin();
        var version = segment.text(3);
        if (version.isEmpty() && group != null) {
            version = group.text(8);
        }
        listener.transaction(
                new TransactionHeader(
                        segment.text(1), version.isEmpty() ? null : version, segment.text(2)),
                segment);
    }

    private void content(Segment segment) {
        if (transaction != null) {
            segments++;
            levels.segment(segment);
            listener.segment(segment);
        } else if (group == null && open && groups == 0) {
            listener.control(segment);
        } else if (!strayTold) {
            strayTold = true;
            error("STRAY_SEGMENT", segment, "This segment stands outside of any transaction.");
        }
    }

    private void endTransaction(Segment trailer) {
        var header = transaction;
        if (header == null) {
            error("MISSING_ST", trailer, "SE closes no transaction.");
            return;
        }
        segments++;
        check(
                sameNumber(trailer.text(1), String.valueOf(segments)),
                "SE_COUNT",
                trailer,
                "SE01 does not give the number of segments from ST to SE, which is %d."
                        .formatted(segments));
        check(
                trailer.text(2).equals(header.text(2)),
                "SE_CONTROL",
                trailer,
                "The control number of SE is not that of its ST.");
        transaction = null;
        listener.endTransaction();
    }

    private void endGroup(Segment trailer) {
        closeTransaction(trailer.position(), trailer.line());
        var header = group;
        if (header == null) {
            error("MISSING_GS", trailer, "GE closes no group.");
            return;
        }
        check(
                sameNumber(trailer.text(1), String.valueOf(transactions)),
                "GE_COUNT",
                trailer,
                "GE01 does not give the number of transactions, which is %d."
                        .formatted(transactions));
        check(
                sameNumber(trailer.text(2), header.text(6)),
                "GE_CONTROL",
                trailer,
                "The control number of GE is not that of its GS.");
        group = null;
    }

    private void endInterchange(Segment trailer) {
        closeTransaction(trailer.position(), trailer.line());
        closeGroup(trailer.position(), trailer.line());
        var header = Objects.requireNonNullElse(interchange, InterchangeHeader.NONE);
        check(
                sameNumber(trailer.text(1), String.valueOf(groups)),
                "IEA_COUNT",
                trailer,
                "IEA01 does not give the number of groups, which is %d.".formatted(groups));
        if (header.control() != null) {
            check(
                    sameNumber(trailer.text(2), header.control()),
                    "IEA_CONTROL",
                    trailer,
                    "The control number of IEA is not that of its ISA.");
        }
        close();
    }

    private void closeTransaction(int position, int line) {
        if (transaction != null) {
            problems.error("MISSING_SE", position, line, "The transaction has no SE.");
            transaction = null;
            listener.endTransaction();
        }
    }

    private void closeGroup(int position, int line) {
        if (group != null) {
            problems.error("MISSING_GE", position, line, "The group has no GE.");
            group = null;
        }
    }

    private void close() {
        open = false;
        interchange = null;
        listener.endInterchange();
    }

    private void check(boolean right, String code, Segment segment, String text) {
        if (!right) {
            error(code, segment, text);
        }
    }

    private void error(String code, Segment segment, String text) {
        problems.error(code, segment.position(), segment.line(), text);
    }

    private static boolean sameNumber(String one, String other) {
        return one.replaceFirst("^0+(?=.)", "").equals(other.replaceFirst("^0+(?=.)", ""));
    }
}
