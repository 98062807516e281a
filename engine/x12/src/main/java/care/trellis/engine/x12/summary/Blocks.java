package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionHeader;
import tools.jackson.core.JsonGenerator;

/** Chooses the block of a transaction. */
final class Blocks {

    /** What the contract calls the claim acknowledgment, which shares ST01 with the 277. */
    static final String CLAIM_ACKNOWLEDGMENT = "277CA";

    private Blocks() {}

    /** The type as printed: ST01, but {@code 277CA} for a claim acknowledgment. */
    static String type(TransactionHeader header, Segment first) {
        boolean acknowledgment =
                header.type().equals("277")
                        && (header.follows("X214")
                                || first.tag().equals("BHT") && first.text(1).equals("0085"));
        return acknowledgment ? CLAIM_ACKNOWLEDGMENT : header.type();
    }

    static Block of(
            String type,
            TransactionHeader header,
            Segment start,
            JsonGenerator json,
            Problems problems) {
        return switch (type) {
            case "835" -> new RemittanceBlock(start, json, problems);
            case "837" -> new ClaimBlock(header, json, problems);
            case CLAIM_ACKNOWLEDGMENT -> new ClaimAcknowledgmentBlock(json);
            case "999" -> new AcknowledgmentBlock(json);
            case "278" -> new ReviewBlock(json);
            case "271" -> new BenefitBlock(json, problems);
            default -> new CountBlock(type);
        };
    }
}
