package care.trellis.engine.x12.summary;

import care.trellis.engine.x12.Segment;
import java.util.Map;
import java.util.TreeMap;

/** Transactions of which only the size is told: 270, 275, 276, 277 and any other. */
final class CountBlock implements Block {

    private final String type;
    private int subscribers;
    private int requests;
    private int claims;
    private int lines;
    private int attachments;

    CountBlock(String type) {
        this.type = type;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "HL" -> subscribers += segment.text(3).equals("22") ? 1 : 0;
            case "EQ" -> requests++;
            case "TRN" -> claims++;
            case "SVC" -> lines++;
            case "BIN", "BDS" -> attachments++;
            default -> {}
        }
    }

    @Override
    public void end() {}

    @Override
    public Map<String, Integer> counts() {
        return switch (type) {
            case "270" -> new TreeMap<>(Map.of("subscribers", subscribers, "requests", requests));
            case "276", "277" -> new TreeMap<>(Map.of("claims", claims, "lines", lines));
            case "275" -> Map.of("attachments", attachments);
            default -> Map.of();
        };
    }
}
