package care.trellis.demo;

import care.trellis.engine.x12.Interchange;
import care.trellis.engine.x12.Party;
import care.trellis.engine.x12.Problems;
import care.trellis.engine.x12.Receiver;
import care.trellis.engine.x12.Submitter;
import care.trellis.engine.x12.X12Reader;
import care.trellis.engine.x12.benefits.Benefit;
import care.trellis.engine.x12.benefits.BenefitAnswer;
import care.trellis.engine.x12.benefits.BenefitQuestion;
import care.trellis.engine.x12.benefits.BenefitReader;
import care.trellis.engine.x12.benefits.BenefitWriter;
import care.trellis.engine.x12.benefits.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invented public plan that answers questions about coverage: no copay, forty days a year. */
final class StandInPlan {

    private static final int ONE_REFUSED_IN = 19;

    private StandInPlan() {}

    /** Answers every question of a file; now and then a member is not found. */
    static String answer(byte[] sent, String payer, int number, LocalDateTime at) {
        var questions = new ArrayList<BenefitQuestion>();
        try {
            BenefitReader.questions(
                    new ByteArrayInputStream(sent),
                    X12Reader.LIMIT_BYTES,
                    questions::add,
                    new Problems());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return BenefitWriter.answer(
                new Interchange(
                        new Submitter(payer, "STANDINPLAN", "EDI", "5550100100"),
                        new Receiver("JUNIPER", "1999999901"),
                        number,
                        at,
                        true),
                new Party(payer, "PI", "STANDINPLAN"),
                new Party("JUNIPER", "XX", "1999999984"),
                questions.stream().map(question -> answer(question, payer)).toList());
    }

    private static BenefitAnswer answer(BenefitQuestion question, String payer) {
        int turn = Math.floorMod(question.member().memberId().hashCode(), 1_000);
        boolean refused = turn % ONE_REFUSED_IN == 0;
        return new BenefitAnswer(
                question.trace(),
                question.member(),
                payer,
                "",
                refused
                        ? List.of()
                        : List.of(
                                said("1", "30", "", null, "", null),
                                said("B", "CF", "27", 0L, "", null),
                                said("C", "30", "23", 0L, "", null),
                                said("G", "30", "23", 100_000L, "", null),
                                said("G", "30", "29", 100_000L - turn * 10L, "", null),
                                said("F", "CF", "23", null, "DY", 40),
                                said("F", "CF", "29", null, "DY", 40 - turn % 12)),
                refused ? List.of(new Rejection("75", "C")) : List.of());
    }

    private static Benefit said(
            String code,
            String type,
            String period,
            @Nullable Long cents,
            String unit,
            @Nullable Integer quantity) {
        return new Benefit(
                code,
                "IND",
                List.of(type),
                code.equals("1") ? "Demo public plan" : "",
                period,
                cents,
                null,
                unit,
                quantity == null ? null : BigDecimal.valueOf(quantity),
                null,
                true,
                null,
                List.of(),
                List.of());
    }
}
