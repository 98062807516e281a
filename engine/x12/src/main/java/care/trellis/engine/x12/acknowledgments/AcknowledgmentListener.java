package care.trellis.engine.x12.acknowledgments;

/** Is told of acknowledgments as a file is read. */
public interface AcknowledgmentListener {

    /**
     * A TA1.
     *
     * @param acknowledgment of an envelope
     */
    void interchange(InterchangeAcknowledgment acknowledgment);

    /**
     * A 999.
     *
     * @param acknowledgment of a functional group
     */
    void group(GroupAcknowledgment acknowledgment);
}
