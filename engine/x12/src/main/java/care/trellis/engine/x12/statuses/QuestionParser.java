package care.trellis.engine.x12.statuses;

import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.Values;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes questions of one 276. */
final class QuestionParser implements TransactionParser {

    private final Consumer<StatusQuestion> questions;
    private final Problems problems;
    private Segment name = new Segment("NM1", java.util.List.of(), 0, 0);
    private @Nullable Segment about;
    private @Nullable Segment trace;
    private final Map<String, String> references = new HashMap<>();
    private long chargeCents;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    QuestionParser(Consumer<StatusQuestion> questions, Problems problems) {
        this.questions = questions;
        this.problems = problems;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "HL" -> {
                end();
                about = null;
            }
            case "DMG" -> about = segment;
            case "NM1" -> name = segment;
            case "TRN" -> {
                end();
                trace = segment;
            }
            case "REF" -> references.put(segment.text(1), segment.text(2));
            case "AMT" -> chargeCents = Values.cents(segment, 2, problems);
            case "DTP" -> {
                var text = segment.text(3);
                from = Values.date(text);
                to = text.length() == 17 ? Values.date(text.substring(9)) : from;
            }
            default -> {}
        }
    }

    @Override
    public void end() {
        var open = trace;
        if (open != null && (from == null || to == null)) {
            problems.error(
                    "MISSING_DTP",
                    open.position(),
                    open.line(),
                    "The question does not say of which days.");
        } else if (open != null && from != null && to != null) {
            questions.accept(
                    new StatusQuestion(
                            open.text(2),
                            new Member(
                                    name.text(3),
                                    name.text(4),
                                    name.text(9),
                                    about == null ? null : Values.date(about.text(2)),
                                    about == null || about.text(3).isEmpty()
                                            ? null
                                            : about.text(3)),
                            references.get("1K"),
                            references.getOrDefault("EJ", ""),
                            references.get("BLT"),
                            chargeCents,
                            from,
                            to));
        }
        trace = null;
        references.clear();
        chargeCents = 0;
        from = null;
        to = null;
    }
}
