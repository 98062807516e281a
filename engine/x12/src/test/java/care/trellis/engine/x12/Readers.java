package care.trellis.engine.x12;

import java.time.LocalDateTime;

/** What tests of small transactions share: an envelope and two parties. */
public final class Readers {

    public static final Party PAYER = new Party("Example Commercial", "PI", "60054");
    public static final Party PROVIDER = new Party("Harbor Light IOP", "XX", "1234567893");

    private Readers() {}

    /** The envelope of a question. */
    public static Interchange asking() {
        return new Interchange(
                new Submitter("Harbor Light IOP", "HARBOR01", "Dana Cole", "(602) 555-0100"),
                new Receiver("Example Clearinghouse", "EXAMPLECH"),
                18,
                LocalDateTime.of(2026, 11, 21, 9, 5),
                true);
    }

    /** The envelope of an answer. */
    public static Interchange answering() {
        return new Interchange(
                new Submitter("Example Clearinghouse", "EXAMPLECH", "Help Desk", "(602) 555-0101"),
                new Receiver("Harbor Light IOP", "HARBOR01"),
                901,
                LocalDateTime.of(2026, 11, 21, 9, 20),
                true);
    }
}
