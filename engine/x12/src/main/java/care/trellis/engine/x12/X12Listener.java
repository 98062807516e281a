package care.trellis.engine.x12;

/** Is told what a file holds, in order, while it is read. */
public interface X12Listener {

    /**
     * An interchange begins.
     *
     * @param header all null for a file without an envelope
     */
    default void interchange(InterchangeHeader header) {}

    /**
     * A segment between ISA and the first group, such as TA1.
     *
     * @param segment as read
     */
    default void control(Segment segment) {}

    /**
     * A transaction begins.
     *
     * @param header what ST says
     * @param segment the ST itself
     */
    default void transaction(TransactionHeader header, Segment segment) {}

    /**
     * A segment of the open transaction, ST and SE left out.
     *
     * @param segment as read
     */
    default void segment(Segment segment) {}

    /** The transaction ended, by its SE or by whatever cut it off. */
    default void endTransaction() {}

    /** The interchange ended, by its IEA or by whatever cut it off. */
    default void endInterchange() {}
}
