package care.trellis.engine.x12.benefits;

import care.trellis.engine.x12.Member;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Segment;
import care.trellis.engine.x12.TransactionParser;
import care.trellis.engine.x12.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes answers of one 271: one for each subscriber or dependent that has benefits or rejections.
 */
final class BenefitParser implements TransactionParser {

    private static final int MOST = 2_000;

    private final Consumer<BenefitAnswer> answers;
    private final Problems problems;
    private String level = "";
    private String payer = "";
    private String trace = "";
    private String group = "";
    private Member member = nobody();
    private List<Benefit> benefits = new ArrayList<>();
    private List<Rejection> rejections = new ArrayList<>();
    private @Nullable Segment open;
    private @Nullable LocalDate date;
    private List<String> messages = new ArrayList<>();
    private List<String> related = new ArrayList<>();

    BenefitParser(Consumer<BenefitAnswer> answers, Problems problems) {
        this.answers = answers;
        this.problems = problems;
    }

    private static Member nobody() {
        return new Member("", "", "", null, null);
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.tag()) {
            case "HL" -> {
                endAnswer();
                level = segment.text(3);
                if (level.equals("22")) {
                    member = nobody();
                    trace = "";
                    group = "";
                }
            }
            case "TRN" -> {
                if (trace.isEmpty() || segment.text(1).equals("2")) {
                    trace = segment.text(2);
                }
            }
            case "NM1" -> name(segment);
            case "DMG" -> about(segment);
            case "REF" -> {
                if (open == null
                        && (segment.text(1).equals("6P") || segment.text(1).equals("18"))) {
                    group = segment.text(2);
                }
            }
            case "AAA" -> {
                if (rejections.size() < MOST) {
                    rejections.add(new Rejection(segment.text(3), segment.text(4)));
                }
            }
            case "EB" -> {
                endBenefit();
                open = segment;
            }
            case "DTP" -> {
                if (open != null) {
                    date = Values.date(segment.text(3));
                }
            }
            case "MSG" -> {
                if (open != null && messages.size() < MOST) {
                    messages.add(segment.text(1));
                }
            }
            default -> {}
        }
    }

    private void name(Segment segment) {
        if (open != null) {
            var first = segment.text(4);
            if (related.size() < MOST && !segment.text(3).isEmpty()) {
                related.add(segment.text(3) + (first.isEmpty() ? "" : " " + first));
            }
            return;
        }
        switch (segment.text(1)) {
            case "PR", "GP", "P5", "2B", "36" ->
                    payer = level.equals("20") ? segment.text(3) : payer;
            case "IL", "03" ->
                    member =
                            new Member(
                                    segment.text(3),
                                    segment.text(4),
                                    segment.text(9).isEmpty() ? member.memberId() : segment.text(9),
                                    null,
                                    null);
            default -> {}
        }
    }

    private void about(Segment segment) {
        var sex = segment.text(3);
        member =
                new Member(
                        member.lastName(),
                        member.firstName(),
                        member.memberId(),
                        Values.date(segment.text(2)),
                        sex.isEmpty() ? null : sex);
    }

    private void endBenefit() {
        var from = open;
        if (from != null && benefits.size() < MOST) {
            benefits.add(
                    new Benefit(
                            from.text(1),
                            from.text(2),
                            from.values(3),
                            from.text(5),
                            from.text(6),
                            from.text(7).isEmpty() ? null : Values.cents(from, 7, problems),
                            Values.number(from.text(8)),
                            from.text(9),
                            Values.number(from.text(10)),
                            yes(from.text(11)),
                            yes(from.text(12)),
                            date,
                            messages,
                            related));
        }
        open = null;
        date = null;
        messages = new ArrayList<>();
        related = new ArrayList<>();
    }

    private static @Nullable Boolean yes(String code) {
        return switch (code) {
            case "Y" -> Boolean.TRUE;
            case "N" -> Boolean.FALSE;
            default -> null;
        };
    }

    private void endAnswer() {
        endBenefit();
        if (!benefits.isEmpty() || !rejections.isEmpty()) {
            answers.accept(new BenefitAnswer(trace, member, payer, group, benefits, rejections));
        }
        benefits = new ArrayList<>();
        rejections = new ArrayList<>();
    }

    @Override
    public void end() {
        endAnswer();
    }
}
