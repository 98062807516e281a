package care.trellis.engine.x12.benefits;

import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes questions of one 270. */
final class QuestionParser implements TransactionParser {

    private static final int MOST_TYPES = 99;

    private final Consumer<BenefitQuestion> questions;
    private LocalDate date = LocalDate.EPOCH;
    private String trace = "";
    private @Nullable Segment name;
    private @Nullable Segment about;
    private List<String> serviceTypes = new ArrayList<>();

    QuestionParser(Consumer<BenefitQuestion> questions) {
        this.questions = questions;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "BHT" -> date(segment.text(4));
            case "HL" -> end();
            case "TRN" -> trace = segment.text(2);
            case "NM1" -> name = segment.text(1).equals("IL") ? segment : name;
            case "DMG" -> about = segment;
            case "DTP" -> date(segment.text(3));
            case "EQ" -> {
                for (var type : segment.values(1)) {
                    if (serviceTypes.size() < MOST_TYPES) {
                        serviceTypes.add(type);
                    }
                }
            }
            default -> {}
        }
    }

    private void date(String text) {
        var read = Values.date(text);
        date = read == null ? date : read;
    }

    @Override
    public void end() {
        var who = name;
        if (who != null && !serviceTypes.isEmpty()) {
            var birth = about == null ? null : Values.date(about.text(2));
            var sex = about == null || about.text(3).isEmpty() ? null : about.text(3);
            questions.accept(
                    new BenefitQuestion(
                            trace,
                            new Member(who.text(3), who.text(4), who.text(9), birth, sex),
                            date,
                            serviceTypes));
        }
        name = null;
        about = null;
        trace = "";
        serviceTypes = new ArrayList<>();
    }
}
