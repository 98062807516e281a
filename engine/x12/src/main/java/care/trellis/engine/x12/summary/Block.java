package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.Segment;
import java.util.Map;

/** Writes what one kind of transaction is worth saying, as its segments come. */
interface Block {

    /** Takes the next segment, ST and SE left out. */
    void segment(Segment segment);

    /** Closes what was opened; the transaction is over. */
    void end();

    /** What there was how many of, in the order to print. */
    Map<String, Integer> counts();
}
